import type { Article, Language } from '../../core/article/index.ts';
import type { Example } from './example.ts';
import { normalise } from './linear-algebra.ts';
import { describeScope, type CatalogueProblem } from './read-guides.ts';
import type { InformalPair } from './read-informal.ts';

/** Gives the vector of a text, of length 1. */
export type Embed = (text: string) => Float32Array;

/** A labelled query of `content/evaluation`. */
export interface LabelledQuery {
  readonly q: string;
  readonly lang: Language;
  readonly style: string;
  readonly problem: string;
}

/** The share of queries whose right answer is among the first one and three. */
export interface Recall {
  readonly queries: number;
  readonly at1: number;
  readonly at3: number;
}

/** Measures on what the model never saw: name of the set → recall. */
export function measure(
  embed: Embed,
  sets: {
    readonly heldOut: readonly Example[];
    readonly informal: readonly InformalPair[];
    readonly queries: readonly LabelledQuery[];
    readonly articles: readonly Article[];
    readonly catalogue: readonly CatalogueProblem[];
  },
): Record<string, Recall> {
  const guides = new Set(sets.articles.map(({ id }) => id));
  const answered = sets.queries.filter(({ problem }) => guides.has(problem));
  const english = answered.filter(({ lang }) => lang === 'en');
  const byStyle = Map.groupBy(answered, ({ style }) => style);
  const inLanguage = (lang: Language) => guideDocuments(sets.articles, lang);
  const future = (lang: Language) => futureDocuments(sets.articles, sets.catalogue, lang);
  const documents = {
    id: embedDocuments(inLanguage('id'), embed),
    en: embedDocuments(inLanguage('en'), embed),
  };
  const of = (queries: readonly LabelledQuery[]) => rank(queries, documents, embed);
  return {
    ...measureParallel(sets.heldOut, embed),
    'informal → formal (STIF dev)': measureNearest(
      sets.informal.map(({ informal, formal }) => [informal, formal]),
      embed,
    ),
    guides: of(answered),
    ...Object.fromEntries([...byStyle].map(([style, queries]) => [`guides, ${style}`, of(queries)])),
    'guides, English on Indonesian': rank(english, { id: documents.id, en: documents.id }, embed),
    '150 documents': rank(
      sets.queries,
      { id: embedDocuments(future('id'), embed), en: embedDocuments(future('en'), embed) },
      embed,
    ),
  };
}

function measureParallel(heldOut: readonly Example[], embed: Embed): Record<string, Recall> {
  const sources = Map.groupBy(heldOut, ({ source }) => source);
  return Object.fromEntries(
    [...sources].map(([source, examples]) => [
      `${source} (en → id)`,
      measureNearest(
        examples.map(({ en, id }) => [en[0] ?? '', id[0] ?? '']),
        embed,
      ),
    ]),
  );
}

function measureNearest(pairs: readonly (readonly [string, string])[], embed: Embed): Recall {
  const documents = pairs.map(([, text], index) => ({ id: String(index), vector: embed(text) }));
  return tally(pairs.map(([text], index) => rankOf(embed(text), documents, String(index))));
}

interface EmbeddedDocument {
  readonly id: string;
  readonly vector: Float32Array;
}

function guideDocuments(articles: readonly Article[], lang: Language): { id: string; texts: string[] }[] {
  return articles
    .filter((article) => article.lang === lang)
    .map((guide) => ({
      id: guide.id,
      texts: [guide.title, guide.description, ...guide.asks, ...guide.symptoms.map(({ text }) => text)],
    }));
}

/** The guides, and for every problem without one its title and scope. */
function futureDocuments(
  articles: readonly Article[],
  catalogue: readonly CatalogueProblem[],
  lang: Language,
): { id: string; texts: string[] }[] {
  const written = guideDocuments(articles, lang);
  const guides = new Set(written.map(({ id }) => id));
  const unwritten = catalogue.filter(({ id }) => !guides.has(id));
  return [
    ...written,
    ...unwritten.map((problem) => ({
      id: problem.id,
      texts: [problem[`title_${lang}`], describeScope(problem)],
    })),
  ];
}

/** The middle of the texts of each document, as an index keeps it. */
function embedDocuments(
  documents: readonly { id: string; texts: string[] }[],
  embed: Embed,
): EmbeddedDocument[] {
  return documents.map(({ id, texts }) => {
    const vectors = texts.map(embed);
    const middle = vectors[0]?.map((_, at) => vectors.reduce((sum, vector) => sum + (vector[at] ?? 0), 0));
    const vector = middle ?? new Float32Array();
    normalise(vector);
    return { id, vector };
  });
}

function rank(
  queries: readonly LabelledQuery[],
  documents: Record<Language, readonly EmbeddedDocument[]>,
  embed: Embed,
): Recall {
  return tally(queries.map(({ q, lang, problem }) => rankOf(embed(q), documents[lang], problem)));
}

function rankOf(query: Float32Array, documents: readonly EmbeddedDocument[], right: string): number {
  const found = documents.find(({ id }) => id === right);
  const best = found ? cosine(query, found.vector) : -1;
  return documents.filter(({ id, vector }) => id !== right && cosine(query, vector) >= best).length;
}

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function tally(ranks: readonly number[]): Recall {
  const within = (most: number) => ranks.filter((rank) => rank < most).length / Math.max(ranks.length, 1);
  return { queries: ranks.length, at1: within(1), at3: within(3) };
}
