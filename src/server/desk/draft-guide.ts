import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LANGUAGES, SECTORS, UNWRITTEN, type Language } from '../../core/article/index.ts';
import type { SearchRequest, SearchResponse } from '../../core/search/browser.ts';
import type { DeskGuideDraft, DeskStory } from '../../core/ticket/index.ts';
import { scaffold, type GuideFilling } from '../kb/index.ts';
import { draftFolder, noteDraft } from '../privacy/index.ts';
import type { TicketThread } from '../ticket/index.ts';
import { cleanWords } from './clean-words.ts';

export interface GuideDraftMeans {
  /** Where the server keeps its own files. */
  readonly dataDir: string;
  readonly search: (request: SearchRequest) => Promise<SearchResponse>;
  readonly now: () => Date;
}

export interface GuideDraftOrder {
  readonly sector: string;
  readonly slug: string;
  readonly thread: TicketThread;
  readonly story?: DeskStory;
  /** Names of agents, which readers of a guide need not know. */
  readonly names: readonly string[];
}

export type GuideDrafted =
  | ({ readonly kind: 'drafted' } & DeskGuideDraft)
  /** No such sector, or no slug by its form. */
  | { readonly kind: 'wrong-name' }
  /** There is a draft of this name; nothing was written. */
  | { readonly kind: 'exists' };

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_SLUG = 60;
const MOST_DUPLICATES = 5;
const LONGEST_QUERY = 600;
/** As many as a guide may have. */
const MOST_STEPS = 12;
const MOST_ASKS = 8;
const LONGEST_ASK = 150;
const LONGEST_STEP = 400;

/**
 * Lays out a guide from a ticket, for a writer, below `<dataDir>/draft/`: without personal data as far as it can be
 * found, and with the sign for "to be written" wherever somebody has to write. It never touches `content/`, and never
 * writes over a draft.
 */
export async function draftGuide(means: GuideDraftMeans, order: GuideDraftOrder): Promise<GuideDrafted> {
  const { sector, slug, thread } = order;
  const isKnown = SECTORS.some((known) => known === sector);
  if (!isKnown || slug.length > LONGEST_SLUG || !SLUG.test(slug)) return { kind: 'wrong-name' };
  const { lang } = thread.ticket;
  const filling = fill(order);
  const duplicates = await findDuplicates(means, lang, filling.asks);
  const related = duplicates.map(({ id }) => id).filter((id) => id !== `${sector}/${slug}`);
  const outline = {
    scope: NOTE,
    related,
    risk: UNWRITTEN,
    escalate: UNWRITTEN,
    title_id: UNWRITTEN,
    title_en: UNWRITTEN,
  };
  const today = means.now().toISOString().slice(0, 10);
  const files = scaffold(outline, related, today, onPaper(filling, lang));
  const folder = ['draft', sector, slug];
  await mkdir(path.join(draftFolder(means.dataDir), sector), { recursive: true });
  try {
    await mkdir(path.join(means.dataDir, ...folder));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return { kind: 'exists' };
    throw cause;
  }
  // First, so that no draft is ever without its origin.
  await noteDraft(means.dataDir, thread.ticket.id, `${sector}/${slug}`);
  for (const { name, text } of files) {
    await writeFile(path.join(means.dataDir, ...folder, name), text, { flag: 'wx' });
  }
  return {
    kind: 'drafted',
    files: files.map(({ name, text }) => ({ path: [...folder, name].join('/'), text })),
    duplicates,
  };
}

const NOTE =
  'A draft from a solved ticket. Personal data was taken out by a program: read every line for names and numbers. ' +
  'Rewrite the steps, which are lines of answers to one reader, and check each against a source. "related" names ' +
  'guides that may say the same already; if one does, mend that one instead.';

function fill({ thread, story, names }: GuideDraftOrder): GuideFilling {
  const { ticket, messages } = thread;
  const clean = (text: string, most: number) => shorten(cleanWords(text, ticket, names), most);
  const linesOf = (kind: 'reader' | 'agent') =>
    messages
      .filter((message) => message.kind === kind)
      .flatMap(({ text }) => text.split(/\r\n|[\r\n\u2028\u2029]/));
  const said = story && story.said.length > 0 ? story.said : linesOf('reader');
  return {
    asks: distinct(said.map((line) => clean(line, LONGEST_ASK))).slice(0, MOST_ASKS),
    steps: distinct(linesOf('agent').map((line) => clean(line.replace(LIST_MARK, ''), LONGEST_STEP))).slice(
      0,
      MOST_STEPS,
    ),
  };
}

const LIST_MARK = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+/;
/** Fewer letters say nothing, such as a signature of which the name was taken out. */
const LEAST_LETTERS = 8;

function distinct(lines: readonly string[]): string[] {
  return [...new Set(lines)].filter((line) => (line.match(/\p{L}/gu)?.length ?? 0) >= LEAST_LETTERS);
}

function shorten(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most).join('').trimEnd()} …`;
}

/** In the reader's language what was said; in every language as many steps. */
function onPaper({ asks, steps }: GuideFilling, lang: Language): Record<Language, GuideFilling> {
  const asMarkdown = steps.map((step) => step.replaceAll(/[\\`*_{}[\]<>#|~!&^]/g, String.raw`\$&`));
  const empty = { asks: [], steps: steps.map(() => UNWRITTEN) };
  const filled = { asks, steps: asMarkdown };
  const [id, en] = LANGUAGES.map((one) => (one === lang ? filled : empty));
  return { id: id ?? empty, en: en ?? empty };
}

/** Guides that may say the same, by meaning. */
async function findDuplicates(
  { search }: GuideDraftMeans,
  lang: Language,
  said: readonly string[],
): Promise<DeskGuideDraft['duplicates']> {
  const query = said.join('\n').slice(0, LONGEST_QUERY);
  if (query.trim() === '') return [];
  const { results } = await search({ query, lang, limit: MOST_DUPLICATES, passages: false });
  return results.map(({ id, title, confidence }) => ({ id, title, probability: confidence }));
}
