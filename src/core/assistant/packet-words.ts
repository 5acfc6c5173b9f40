import type { Language } from '../article/browser.ts';
import type { StepResult } from '../diagnosis/browser.ts';

/** The labels of a packet and its opening, by which its parts are also found again. */
interface PacketWords {
  readonly problem: string;
  readonly notKnown: string;
  readonly someProblem: string;
  readonly service: string;
  readonly said: string;
  readonly signs: string;
  readonly tried: string;
  readonly possible: string;
  readonly device: string;
  readonly unknown: string;
  readonly results: Readonly<Record<StepResult, string>>;
  readonly opening: (problem: string, steps: number) => string;
}

/** The same in each language. */
export const PACKET_WORDS: Readonly<Record<Language, PacketWords>> = {
  id: {
    problem: 'Masalah',
    notKnown: 'belum diketahui',
    someProblem: 'masalah dengan layanan Anda',
    service: 'Layanan',
    said: 'Yang saya tulis',
    signs: 'Tanda yang terlihat',
    tried: 'Yang sudah saya coba',
    possible: 'Yang mungkin',
    device: 'Perangkat',
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
    device: 'Device',
    unknown: 'not known',
    results: { solved: 'worked', failed: 'did not help', skipped: 'could not be done' },
    opening: (problem, steps) =>
      `“I want to report a problem: ${problem}. ${steps > 0 ? `I have tried ${steps} ${steps === 1 ? 'step' : 'steps'} without success. ` : ''}Please open a case and give me its number.”`,
  },
};
