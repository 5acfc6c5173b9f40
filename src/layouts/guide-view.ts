import type { Article, Content, Service, Source } from '../core/article/index.ts';
import { separatingAnswers } from '../core/diagnosis/index.ts';
import { addDays, pathOf } from '../i18n/index.ts';

/** A link to another guide. */
interface GuideLink {
  readonly path: string;
  readonly title: string;
}

/** One question with the answers that lead away from a guide. */
interface UnlikeQuestion {
  readonly ask: string;
  readonly answers: readonly (GuideLink & { readonly answer: string })[];
}

/** What a guide's page shows beyond the article itself. */
export interface GuideView {
  readonly article: Article;
  /** "Is this your problem?": at most three answers, under their questions. */
  readonly unlike: readonly UnlikeQuestion[];
  readonly neighbours: readonly GuideLink[];
  /** The condition of each step that has one, in words; by the step's key. */
  readonly conditions: ReadonlyMap<string, { readonly ask: string; readonly answer: string }>;
  /** Minutes of all steps that everybody takes, rounded up. */
  readonly minutes: number;
  readonly sources: readonly Source[];
  readonly services: readonly Service[];
  /** ISO date. */
  readonly reviewBy: string;
}

/** A finder of guides by language and id; made once, since a page needs only a few of thousands. */
export function guideFinder(
  articles: readonly Article[],
): (id: string, lang: Article['lang']) => Article | undefined {
  const guides = new Map(articles.map((article) => [`${article.lang}/${article.id}`, article]));
  return (id, lang) => guides.get(`${lang}/${id}`);
}

/** Gathers what the page of a guide shows. */
export function guideView(
  article: Article,
  content: Content,
  find: ReturnType<typeof guideFinder>,
): GuideView {
  const { lang } = article;
  const near = article.related.flatMap((id) => find(id, lang) ?? []);
  return {
    article,
    unlike: unlikeQuestions(article, near, content),
    neighbours: near.map(({ id, title }) => ({ title, path: pathOf('guide', lang, { id }) })),
    conditions: new Map(article.steps.flatMap((step) => conditionOf(step, lang, content))),
    minutes: Math.ceil(article.steps.reduce((sum, { minutes, only }) => (only ? sum : sum + minutes), 0)),
    sources: article.citations.flatMap(({ slug }) => content.sources.get(slug) ?? []),
    services: content.services.filter(({ slug }) => article.services.includes(slug)),
    reviewBy: addDays(article.reviewed, article.reviewEveryDays),
  };
}

function unlikeQuestions(
  article: Article,
  near: readonly Article[],
  content: Content,
): readonly UnlikeQuestion[] {
  const { lang } = article;
  const questions = new Map<string, UnlikeQuestion['answers'][number][]>();
  for (const { sign, answer, neighbour } of separatingAnswers(article, near, content.signs)) {
    const title = near.find(({ id }) => id === neighbour)?.title ?? '';
    const words = sign.answers[answer]?.[lang] ?? answer;
    const entry = { answer: words, title, path: pathOf('guide', lang, { id: neighbour }) };
    questions.set(sign.ask[lang], [...(questions.get(sign.ask[lang]) ?? []), entry]);
  }
  return [...questions].map(([ask, answers]) => ({ ask, answers }));
}

function conditionOf(
  { key, only }: Article['steps'][number],
  lang: Article['lang'],
  { signs }: Content,
): [string, { ask: string; answer: string }][] {
  const sign = only && signs.get(only.sign);
  if (!sign) return [];
  return [[key, { ask: sign.ask[lang], answer: sign.answers[only.answer]?.[lang] ?? only.answer }]];
}
