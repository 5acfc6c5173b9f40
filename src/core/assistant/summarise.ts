import type { Language } from '../article/browser.ts';
import type { DiagnosisModel, StepResult } from '../diagnosis/browser.ts';
import { saidTexts, type Conversation } from './conversation.ts';
import { moodOf, type Mood } from './read-mood.ts';
import { readWish, type Wish } from './read-wish.ts';
import { replay } from './replay.ts';
import { readStory, type StoryParts } from './story.ts';

/** A conversation at a glance, for the agent who takes over: each part is one sentence. */
export interface Summary {
  readonly problem: string;
  readonly tried: string;
  readonly wants: string;
  readonly mood: string;
  /** All of it, line by line. */
  readonly text: string;
}

/**
 * What an agent has to know before the first word: problem, what was tried and what happened, what the reader wants,
 * how they feel. In the language of the agent, whatever the reader writes; `writePacket` tells the rest.
 */
export function summarise(model: DiagnosisModel, conversation: Conversation, parts: StoryParts): Summary {
  const words = WORDS[parts.lang];
  const story = readStory(model, conversation, parts);
  const { begins, wantsPerson } = replay(model, conversation);
  const texts = saidTexts({ turns: conversation.turns.slice(begins) });
  const what = story.problem || story.said[0]?.slice(0, LONGEST_QUOTE) || '';
  const at = story.service === undefined ? '' : ` (${story.service})`;
  const problem = story.problem
    ? `${what}${at}`
    : what === ''
      ? words.nothingTold
      : `${words.notSure}${at}: “${what}”`;
  const possible = story.possible.length > 0 ? ` ${words.possible} ${story.possible.join('; ')}.` : '';
  const results = story.tried.map(
    ({ action, result }) => `${action.replace(/[.!?]+$/, '')} (${words.results[result]})`,
  );
  const summary = {
    problem: `${problem}.${possible}`.replace(/([.!?”])\.$/, '$1'),
    tried: results.length > 0 ? `${results.join('; ')}.` : words.nothingTried,
    wants: words.wants[wantsPerson ? 'person' : readWish(texts)],
    mood: words.moods[moodOf(texts)],
  };
  const { labels } = words;
  return {
    ...summary,
    text: [
      `${labels.problem}: ${summary.problem}`,
      `${labels.tried}: ${summary.tried}`,
      `${labels.wants}: ${summary.wants}`,
      `${labels.mood}: ${summary.mood}`,
    ].join('\n'),
  };
}

const LONGEST_QUOTE = 160;

interface SummaryWords {
  readonly labels: Readonly<Record<'problem' | 'tried' | 'wants' | 'mood', string>>;
  readonly notSure: string;
  readonly nothingTold: string;
  readonly possible: string;
  readonly nothingTried: string;
  readonly results: Readonly<Record<StepResult, string>>;
  readonly wants: Readonly<Record<Wish, string>>;
  readonly moods: Readonly<Record<Mood, string>>;
}

const WORDS: Readonly<Record<Language, SummaryWords>> = {
  id: {
    labels: { problem: 'Masalah', tried: 'Sudah dicoba', wants: 'Yang diinginkan', mood: 'Perasaan' },
    notSure: 'Belum pasti',
    nothingTold: 'Belum diceritakan',
    possible: 'Mungkin:',
    nothingTried: 'Belum ada langkah yang dicoba.',
    results: { solved: 'berhasil', failed: 'belum berhasil', skipped: 'tidak bisa dilakukan' },
    wants: {
      person: 'Bicara dengan orang.',
      'money-back': 'Uangnya kembali.',
      'access-back': 'Bisa masuk lagi ke akunnya.',
      cancel: 'Dibatalkan atau dihentikan.',
      explanation: 'Penjelasan apa yang terjadi.',
      solution: 'Masalahnya selesai.',
    },
    moods: {
      angry: 'Kesal; akui dulu sebelum bertanya.',
      distressed: 'Takut atau tertekan; tenangkan dulu dan jelaskan apa yang terjadi berikutnya.',
      calm: 'Tenang.',
    },
  },
  en: {
    labels: { problem: 'Problem', tried: 'Tried', wants: 'Wants', mood: 'Mood' },
    notSure: 'Not certain',
    nothingTold: 'Nothing told yet',
    possible: 'Possible:',
    nothingTried: 'No step was tried yet.',
    results: { solved: 'worked', failed: 'did not help', skipped: 'could not be done' },
    wants: {
      person: 'To talk to a person.',
      'money-back': 'The money back.',
      'access-back': 'To get into the account again.',
      cancel: 'To cancel or stop something.',
      explanation: 'An explanation of what happened.',
      solution: 'The problem solved.',
    },
    moods: {
      angry: 'Annoyed; acknowledge it before asking anything.',
      distressed: 'Afraid or under strain; reassure first and say what happens next.',
      calm: 'Calm.',
    },
  },
};
