import { z } from 'zod';
import { LANGUAGES, SECTORS, type Article, type Language } from '../../core/article/browser.ts';

const catalogue = z.array(
  z.object({
    id: z.string(),
    sector: z.enum(SECTORS),
    title_id: z.string(),
    title_en: z.string(),
    scope: z.string(),
  }),
);

/** A problem that people have, with or without a guide. */
export type CatalogueProblem = z.infer<typeof catalogue>[number];

/** Reads `content/catalogue/problems.json`. @throws {z.ZodError} when it is no catalogue. */
export function readCatalogue(text: string): CatalogueProblem[] {
  return catalogue.parse(JSON.parse(text));
}

/**
 * The guides, and in each language a stand-in for every problem of the catalogue that has none: its title in
 * that language, and what its scope (English) says that it is. What the scope says that it is not is left out,
 * as it names other problems.
 */
export function addStandIns(
  articles: readonly Article[],
  problems: readonly CatalogueProblem[],
): readonly Article[] {
  const standIns = LANGUAGES.flatMap((lang) => {
    const written = new Set(articles.filter((article) => article.lang === lang).map(({ id }) => id));
    return problems.filter(({ id }) => !written.has(id)).map((problem) => standIn(problem, lang));
  });
  return [...articles, ...standIns];
}

function standIn(problem: CatalogueProblem, lang: Language): Article {
  const slug = problem.id.slice(problem.id.indexOf('/') + 1);
  const none = { text: '', html: '' };
  return {
    id: problem.id,
    lang,
    sector: problem.sector,
    slug,
    code: slug,
    title: problem[`title_${lang}`],
    description: problem.scope.split(/; not|\. Not/)[0] ?? '',
    asks: [],
    symptoms: [],
    steps: [],
    ifUnresolved: none,
    causes: none,
    prevention: none,
    risk: 'normal',
    escalate: 'if-unresolved',
    related: [],
    signs: {},
    services: [],
    citations: [],
    reviewed: '',
    reviewEveryDays: 0,
    markdown: '',
  };
}
