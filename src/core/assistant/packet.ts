import type { Language } from '../article/browser.ts';
import type { DiagnosisModel, StepResult } from '../diagnosis/browser.ts';
import type { Conversation } from './conversation.ts';
import { readStory, type StoryParts } from './story.ts';

/** The story for whoever takes over, so that nobody has to tell it twice. */
export interface Packet {
  /** One line, for the subject of a mail. */
  readonly subject: string;
  /** Plain text in lines; what the reader wrote in it is masked. */
  readonly text: string;
  /** What to say first on the phone. */
  readonly opening: string;
}

/** Puts a conversation together for a person: problem, words, signs, steps with outcomes, service. */
export function writePacket(model: DiagnosisModel, conversation: Conversation, parts: StoryParts): Packet {
  const { problem, possible, service, said, signs, tried } = readStory(model, conversation, parts);
  const words = WORDS[parts.lang];
  const short = problem || said[0]?.slice(0, SHORT) || words.someProblem;
  const blocks = [
    [`${words.problem}: ${problem || words.notKnown}`],
    service === undefined ? [] : [`${words.service}: ${service}`],
    listed(
      words.said,
      said.map((text) => `“${text}”`),
    ),
    listed(
      words.signs,
      signs.map(({ ask, reply }) => `${ask} ${reply ?? words.unknown}`),
    ),
    listed(
      words.tried,
      tried.map(({ action, result }) => `${action} (${words.results[result]})`),
    ),
    listed(words.possible, possible),
  ];
  return {
    subject: service === undefined ? short : `${service}: ${short}`,
    text: blocks
      .filter((block) => block.length > 0)
      .map((block) => block.join('\n'))
      .join('\n\n'),
    opening: words.opening(short.replace(/[.!?]+$/, ''), tried.length),
  };
}

const SHORT = 80;

function listed(label: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`${label}:`, ...items.map((item) => `- ${item}`)] : [];
}

interface PacketWords {
  readonly problem: string;
  readonly notKnown: string;
  readonly someProblem: string;
  readonly service: string;
  readonly said: string;
  readonly signs: string;
  readonly tried: string;
  readonly possible: string;
  readonly unknown: string;
  readonly results: Readonly<Record<StepResult, string>>;
  readonly opening: (problem: string, steps: number) => string;
}

const WORDS: Readonly<Record<Language, PacketWords>> = {
  id: {
    problem: 'Masalah',
    notKnown: 'belum diketahui',
    someProblem: 'masalah dengan layanan Anda',
    service: 'Layanan',
    said: 'Yang saya tulis',
    signs: 'Tanda yang terlihat',
    tried: 'Yang sudah saya coba',
    possible: 'Yang mungkin',
    unknown: 'tidak tahu',
    results: { solved: 'berhasil', failed: 'belum berhasil', skipped: 'tidak bisa dilakukan' },
    opening: (problem, steps) =>
      `“Saya mau melaporkan masalah: ${problem}. ${steps > 0 ? `Saya sudah mencoba ${steps} langkah dan belum berhasil. ` : ''}Mohon dibuatkan laporan, dan saya minta nomornya.”`,
  },
  en: {
    problem: 'Problem',
    notKnown: 'not known yet',
    someProblem: 'a problem with your service',
    service: 'Service',
    said: 'What I wrote',
    signs: 'Signs',
    tried: 'What I tried',
    possible: 'Possible',
    unknown: 'not known',
    results: { solved: 'worked', failed: 'did not help', skipped: 'could not be done' },
    opening: (problem, steps) =>
      `“I want to report a problem: ${problem}. ${steps > 0 ? `I have tried ${steps} ${steps === 1 ? 'step' : 'steps'} without success. ` : ''}Please open a case and give me its number.”`,
  },
};
