import type { Article, Language } from '../../../core/article/index.ts';
import type { Lexicon } from '../../../core/search/index.ts';
import type { FileMap } from '../file-map.ts';

/** What an engine is given to index: the guides of one language. */
export interface Corpus {
  readonly lang: Language;
  readonly guides: readonly Article[];
  readonly lexicon: Lexicon;
}

/** A search engine under test. */
export interface Peer {
  readonly name: string;
  /** Its other half, which runs in the browser: `page/<this>-page.ts`. */
  readonly page: string;
  /** The settings it gets, printed below the table. */
  readonly settings: string;
  /** The files that a site would serve. */
  build(corpus: Corpus): Promise<FileMap>;
}

/** The fields that every engine indexes, each as one text. */
export interface FlatGuide {
  readonly id: string;
  readonly title: string;
  readonly asks: string;
  readonly description: string;
  readonly symptoms: string;
  readonly steps: string;
}

export const BOOSTS = { title: 3, asks: 2, description: 1.5, symptoms: 1.5, steps: 0.5 } as const;

export function flatten(guide: Article): FlatGuide {
  return {
    id: guide.id,
    title: guide.title,
    asks: guide.asks.join('\n'),
    description: guide.description,
    symptoms: guide.symptoms.map(({ text }) => text).join('\n'),
    steps: guide.steps.map(({ action, detail }) => `${action.text} ${detail.text}`).join('\n'),
  };
}

/** One file from a value, as JSON. */
export function jsonFile(path: string, value: unknown): FileMap {
  return new Map([[path, new TextEncoder().encode(JSON.stringify(value))]]);
}
