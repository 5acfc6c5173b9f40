import type { Article } from '../article/browser.ts';
import type { Move } from '../assistant/browser.ts';
import { fakeSign } from '../diagnosis/fake-problems.ts';
import { fakeArticle } from '../search/fake-articles.ts';
import type { WordingInput } from './reply.ts';

const text = (value: string) => ({ text: value, html: '' });
const both = (value: string) => ({ id: value, en: value });

/** A guide about a transfer that hangs; its last step and one sentence of its detail carry contacts, as none should. */
export const PENDING: Article = {
  ...fakeArticle({ id: 'banking/pending', title: 'Transfer masih diproses' }),
  description: 'Status transfer masih diproses atau menunggu. Cara kirimnya menentukan langkahnya.',
  symptoms: [text('Riwayat menulis Diproses, bukan berhasil dan bukan gagal.')],
  steps: [
    {
      key: 'refresh',
      minutes: 1,
      action: text('Buka transaksi itu lagi di riwayat.'),
      detail: text(
        'Gambar bukti tidak ikut berubah. Telepon 0800-0000-0000 atau tulis ke cs@example.org. Kalau tertulis berhasil, lanjutkan. Selesai dalam 2 hari kerja.',
      ),
    },
    {
      key: 'hold',
      minutes: 1,
      action: text('Tahan kiriman kedua selama status belum gagal.'),
      detail: text('Uang yang terkirim dua kali harus diminta kembali.'),
      risk: 'money',
    },
  ],
  ifUnresolved: text('Siapkan jumlah, jam, dan cara kirim. Bank menjawab dalam 10 hari kerja.'),
  prevention: text('Kirim pagi pada hari kerja. Lihat example.org untuk jadwal.'),
};

/** The neighbour of {@link PENDING}. */
export const FAILED: Article = {
  ...fakeArticle({ id: 'banking/failed', title: 'Transfer gagal' }),
  description: 'Transfer ditolak dan uangnya kembali.',
};

/** A step of {@link PENDING}. */
export function stepMove(key = 'refresh', more: Partial<Extract<Move, { state: 'step' }>> = {}): Move {
  const step = PENDING.steps.find((one) => one.key === key);
  return {
    state: 'step',
    problem: PENDING.id,
    choice: {
      step: step ?? { key, minutes: 1 },
      chance: 0.5,
      condition: 'none',
      why: both('Langkah ini paling sering berhasil.'),
    },
    number: 1,
    of: 2,
    ...more,
  };
}

/** A move of each state, those with several kinds more than once. */
export const MOVES: readonly Move[] = [
  { state: 'greeting', status: 'greeting' },
  { state: 'understanding', status: 'out-of-scope', nearest: [], isWaiting: false },
  { state: 'understanding', status: 'search-unavailable', nearest: [], isWaiting: true },
  { state: 'urgent', status: 'urgent', isAboutLife: false, isAboutMoney: true },
  { state: 'several', status: 'several', parts: [] },
  { state: 'second-problem', status: 'second-problem', now: PENDING.id, other: FAILED.id },
  {
    state: 'question',
    question: { sign: fakeSign('status'), reason: 'separates', why: both('Ini membedakan.'), left: 1 },
  },
  {
    state: 'question',
    status: 'not-understood',
    question: { sign: fakeSign('status'), reason: 'contradiction', why: both('Mana yang benar?'), left: 1 },
  },
  {
    state: 'confirmation',
    problem: PENDING.id,
    probability: 0.9,
    alternatives: [],
    why: both('Karena jawabannya “Diproses”.'),
  },
  stepMove(),
  stepMove('hold', { status: 'noted' }),
  { state: 'solved', status: 'solved', problem: PENDING.id },
  {
    state: 'handoff',
    status: 'steps-tried',
    reason: 'steps-tried',
    isOffered: true,
    channels: ['mail', 'phone', 'contacts'],
    problem: PENDING.id,
    nearest: [],
  },
  {
    state: 'handoff',
    status: 'no-guide',
    reason: 'no-guide',
    isOffered: true,
    channels: ['mail', 'phone', 'contacts'],
    nearest: [{ id: FAILED.id, probability: 0.2 }],
  },
];

/** What is needed to word a move, about {@link PENDING} and {@link FAILED} unless given. */
export function wordingInput(move: Move, more: Partial<WordingInput> = {}): WordingInput {
  return { lang: 'id', register: 'formal', move, articles: [PENDING, FAILED], said: [], ...more };
}
