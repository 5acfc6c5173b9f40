import type { Language } from '../../core/article/browser.ts';

/** What stands around the words of a guide in a letter to a reader. */
export interface DraftWords {
  readonly greeting: string;
  readonly ask: string;
  readonly tryThis: string;
  readonly allTried: string;
  readonly whole: string;
  readonly after: string;
}

export const DRAFT_WORDS: Readonly<Record<Language, DraftWords>> = {
  id: {
    greeting: 'Halo, terima kasih sudah menulis.',
    ask: 'Supaya tidak salah langkah, boleh ceritakan apa yang muncul di layar dan sejak kapan? Jangan kirim PIN, OTP, atau kata sandi.',
    tryThis: 'Coba langkah ini dulu, satu per satu:',
    allTried:
      'Langkah-langkah yang biasanya berhasil sudah Anda coba. Bagian “Jika belum berhasil” di panduan ini menjelaskan ke mana selanjutnya:',
    whole: 'Panduan lengkapnya:',
    after: 'Kalau ada yang tidak cocok dengan yang Anda lihat, balas saja di sini.',
  },
  en: {
    greeting: 'Hello, and thank you for writing.',
    ask: 'So that we take the right step: what does the screen show, and since when? Please send no PIN, code or password.',
    tryThis: 'Please try these steps first, one at a time:',
    allTried:
      'You have tried what usually helps. The part “If it still fails” of this guide says where to go next:',
    whole: 'The whole guide:',
    after: 'If something differs from what you see, just answer here.',
  },
};
