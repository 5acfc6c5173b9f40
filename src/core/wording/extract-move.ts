import type { Article } from '../article/browser.ts';
import type { Move } from '../assistant/browser.ts';
import type { Cite } from './citation-list.ts';
import { extractWords, type ExtractWords } from './extract-words.ts';
import { quotableSentences } from './quotable-sentences.ts';
import type { WordingInput } from './reply.ts';

/** One thing to say. Where all are too many, those with the smallest `rank` stay. */
export interface Piece {
  readonly rank: number;
  readonly write: (cite: Cite) => string;
}

interface Telling<State extends Move['state']> {
  readonly move: Extract<Move, { state: State }>;
  readonly input: WordingInput;
  readonly words: ExtractWords;
}

/** What a move says beside its status; [] when the status says it all. */
export function extractMove(input: WordingInput): Piece[] {
  const { lang, register, move } = input;
  const words = extractWords(lang, register);
  switch (move.state) {
    case 'understanding':
      return move.isWaiting ? [] : tellNearest({ input, words });
    case 'second-problem':
      return tellBoth({ move, input, words });
    case 'question':
      return tellQuestion({ move, input, words });
    case 'confirmation':
      return tellConfirmation({ move, input, words });
    case 'step':
      return tellStep({ move, input, words });
    case 'solved':
      return tellSolved({ move, input, words });
    case 'handoff':
      return tellHandoff({ move, input, words });
    default:
      return [];
  }
}

const MOST_TITLES = 2;

function tellNearest({ input, words }: Pick<Telling<'understanding'>, 'input' | 'words'>): Piece[] {
  const { articles } = input;
  if (articles.length === 0) return [];
  return [{ rank: 2, write: (cite) => words.nearest(titles(articles, cite)) }];
}

function tellBoth({ move, input, words }: Telling<'second-problem'>): Piece[] {
  const [now, other] = [guideOf(input, move.now), guideOf(input, move.other)];
  if (!now || !other) return [];
  return [{ rank: 1, write: (cite) => words.nowAndOther(title(now, cite), title(other, cite)) }];
}

function tellQuestion({ move, input, words }: Telling<'question'>): Piece[] {
  const { question, chosen } = move;
  const { articles, lang } = input;
  if (question.reason !== 'separates' || chosen !== undefined || articles.length === 0) {
    return [{ rank: 1, write: () => question.why[lang] }];
  }
  return [
    { rank: 1, write: (cite) => words.mayBe(titles(articles, cite)) },
    { rank: 2, write: () => words.answerHelps },
  ];
}

function tellConfirmation({ move, input, words }: Telling<'confirmation'>): Piece[] {
  const article = guideOf(input, move.problem);
  const why: Piece = { rank: 3, write: () => move.why[input.lang] };
  if (!article) return [why, { rank: 1, write: () => words.isItThis }];
  return [
    { rank: 1, write: (cite) => words.seemsToBe(title(article, cite)) },
    ...quote(article, '', article.description, 1, 4),
    why,
    { rank: 2, write: () => words.isItThis },
  ];
}

const MOST_DETAILS = 2;

function tellStep({ move, input, words }: Telling<'step'>): Piece[] {
  const { choice, number, of } = move;
  const { key, risk } = choice.step;
  const article = guideOf(input, move.problem);
  const step = article?.steps.find((one) => one.key === key);
  const pieces: Piece[] = [];
  if (risk && risk !== 'normal') pieces.push({ rank: 2, write: () => words.careful[risk] });
  if (choice.condition === 'unknown') pieces.push({ rank: 3, write: () => choice.why[input.lang] });
  if (!article || !step) return [...pieces, { rank: 1, write: () => choice.why[input.lang] }];
  const action = quotableSentences(step.action.text).join(' ');
  const said = action === '' ? words.stepBelow(number, of) : words.stepIs(number, of, action);
  pieces.push({ rank: 1, write: (cite) => `${said} ${cite(article, key)}` });
  return [...pieces, ...quote(article, key, step.detail.text, MOST_DETAILS, 4)];
}

function tellSolved({ move, input, words }: Telling<'solved'>): Piece[] {
  const article = guideOf(input, move.problem);
  const [advice] = quotableSentences(article?.prevention.text ?? '');
  if (!article || advice === undefined) return [];
  return [{ rank: 1, write: (cite) => `${words.notAgain(advice)} ${cite(article, 'prevention')}` }];
}

function tellHandoff({ move, input, words }: Telling<'handoff'>): Piece[] {
  const article = move.problem === undefined ? undefined : guideOf(input, move.problem);
  if (article) return quote(article, 'if-unresolved', article.ifUnresolved.text, MOST_DETAILS, 1);
  return move.nearest.length > 0 ? tellNearest({ input, words }) : [];
}

/** The first sentences of a part of a guide, each with its citation; contacts and orders to a model are left out. */
function quote(article: Article, anchor: string, text: string, most: number, rank: number): Piece[] {
  return quotableSentences(text)
    .slice(0, most)
    .map((sentence, place) => ({
      rank: rank + place,
      write: (cite) => `${sentence} ${cite(article, anchor)}`,
    }));
}

function guideOf({ articles }: WordingInput, id: string): Article | undefined {
  return articles.find((article) => article.id === id);
}

function titles(articles: readonly Article[], cite: Cite): string[] {
  return articles.slice(0, MOST_TITLES).map((article) => title(article, cite));
}

function title(article: Article, cite: Cite): string {
  return `“${article.title}” ${cite(article)}`;
}
