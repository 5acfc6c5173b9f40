import type { Article } from '../../core/article/index.ts';
import type { Example } from './example.ts';

/** A problem of the catalogue, as far as the model reads it. */
export interface CatalogueProblem {
  readonly id: string;
  readonly title_id: string;
  readonly title_en: string;
  readonly scope: string;
  readonly related: readonly string[];
}

/** What a scope says that the problem is, without what it says that it is not. */
export function describeScope({ scope }: CatalogueProblem): string {
  return scope.split(/; not|\. Not/)[0] ?? scope;
}

/** The texts of one problem, the shorter ones that users would recognise first. */
export interface ProblemTexts {
  readonly problem: string;
  readonly related: readonly string[];
  /** Title first, then asks and symptoms. */
  readonly id: readonly string[];
  readonly en: readonly string[];
}

/** What the guides say of each problem; problems of the catalogue without a guide have a title only. */
export function readProblems(
  articles: readonly Article[],
  catalogue: readonly CatalogueProblem[],
): ProblemTexts[] {
  const guides = Map.groupBy(articles, ({ id }) => id);
  const written = [...guides].map(([problem, languages]) => ({
    problem,
    related: languages[0]?.related ?? [],
    id: languages.filter(({ lang }) => lang === 'id').flatMap(readGuide),
    en: languages.filter(({ lang }) => lang === 'en').flatMap(readGuide),
  }));
  const unwritten = catalogue.filter(({ id }) => !guides.has(id));
  return [
    ...written,
    ...unwritten.map((entry) => ({
      problem: entry.id,
      related: entry.related,
      id: [entry.title_id],
      en: [entry.title_en, describeScope(entry)],
    })),
  ];
}

function readGuide({ title, description, asks, symptoms }: Article): string[] {
  return [title, ...asks, ...symptoms.map(({ text }) => text), description];
}

/** The guides as training text: titles and descriptions say one thing in two languages, every passage says itself. */
export function readGuideExamples(
  articles: readonly Article[],
  catalogue: readonly CatalogueProblem[],
): Example[] {
  const source = 'guides';
  const titles = catalogue.map((entry) => ({
    id: [entry.title_id],
    en: [entry.title_en],
    weight: 3,
    source,
  }));
  const scopes = catalogue.map((entry) => ({ id: [], en: [describeScope(entry)], weight: 2, source }));
  const passages = articles.flatMap((article) => {
    const steps = article.steps.map(({ action }) => action.text);
    return [...readGuide(article), ...steps].map((text) => ({
      id: article.lang === 'id' ? [text] : [],
      en: article.lang === 'en' ? [text] : [],
      weight: 2,
      source,
    }));
  });
  return [...titles, ...scopes, ...passages];
}
