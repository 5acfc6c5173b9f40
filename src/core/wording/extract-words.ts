import type { Language, Risk } from '../article/browser.ts';
import type { Register } from '../assistant/browser.ts';

/** What stands around the words of a guide. Titles come in quotes, with the number of their citation. */
export interface ExtractWords {
  readonly mayBe: (titles: readonly string[]) => string;
  readonly answerHelps: string;
  readonly seemsToBe: (title: string) => string;
  readonly isItThis: string;
  readonly stepIs: (number: number, of: number, action: string) => string;
  /** For an action that may not be quoted. */
  readonly stepBelow: (number: number, of: number) => string;
  readonly careful: Readonly<Record<Exclude<Risk, 'normal'>, string>>;
  readonly notAgain: (advice: string) => string;
  readonly nearest: (titles: readonly string[]) => string;
  readonly nowAndOther: (now: string, other: string) => string;
}

/** The words for a language and the way the reader writes. */
export function extractWords(lang: Language, register: Register): ExtractWords {
  if (lang === 'en') return ENGLISH;
  return register === 'casual' ? CASUAL : FORMAL;
}

const FORMAL: ExtractWords = {
  mayBe: (titles) =>
    titles.length > 1 ? `Ini bisa ${titles.join(' atau ')}.` : `Ini mirip ${titles.join('')}.`,
  answerHelps: 'Jawaban Anda membantu memastikannya.',
  seemsToBe: (title) => `Sepertinya masalahnya ${title}.`,
  isItThis: 'Apakah ini yang Anda alami?',
  stepIs: (number, of, action) => `Langkah ${number} dari ${of}: ${action}`,
  stepBelow: (number, of) => `Ini langkah ${number} dari ${of}.`,
  careful: {
    money: 'Hati-hati, langkah ini menyangkut uang.',
    security: 'Hati-hati, langkah ini menyangkut keamanan akun.',
    'personal-data': 'Hati-hati, langkah ini menyangkut data pribadi.',
    legal: 'Hati-hati, langkah ini menyangkut urusan hukum.',
  },
  notAgain: (advice) => `Supaya tidak terulang: ${advice}`,
  nearest: (titles) => `Yang paling mirip: ${titles.join(', ')}.`,
  nowAndOther: (now, other) => `Yang sedang ditangani: ${now}. Yang baru disebut: ${other}.`,
};

const CASUAL: ExtractWords = {
  ...FORMAL,
  mayBe: (titles) =>
    titles.length > 1 ? `Bisa jadi ${titles.join(', bisa juga ')}.` : `Kayaknya mirip ${titles.join('')}.`,
  answerHelps: 'Jawabanmu bantu memastikannya.',
  seemsToBe: (title) => `Kayaknya masalahnya ${title}.`,
  isItThis: 'Ini yang kamu alami?',
  notAgain: (advice) => `Biar nggak terulang: ${advice}`,
  nowAndOther: (now, other) => `Yang lagi dikerjakan: ${now}. Yang baru disebut: ${other}.`,
};

const ENGLISH: ExtractWords = {
  mayBe: (titles) =>
    titles.length > 1 ? `This may be ${titles.join(' or ')}.` : `This looks like ${titles.join('')}.`,
  answerHelps: 'Your answer helps to make sure.',
  seemsToBe: (title) => `It seems to be ${title}.`,
  isItThis: 'Is this what you see?',
  stepIs: (number, of, action) => `Step ${number} of ${of}: ${action}`,
  stepBelow: (number, of) => `This is step ${number} of ${of}.`,
  careful: {
    money: 'Careful: this step is about money.',
    security: 'Careful: this step is about the safety of your account.',
    'personal-data': 'Careful: this step is about personal data.',
    legal: 'Careful: this step has legal weight.',
  },
  notAgain: (advice) => `So that it does not happen again: ${advice}`,
  nearest: (titles) => `Nearest to it: ${titles.join(', ')}.`,
  nowAndOther: (now, other) => `In hand: ${now}. Just mentioned: ${other}.`,
};
