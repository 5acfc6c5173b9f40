import type { Language } from '../../core/article/browser.ts';

/** What search says in the browser beyond the words that the page already shows. */
export interface SearchWords {
  readonly listLabel: string;
  readonly seeAll: string;
  readonly searching: string;
  readonly nearest: string;
  readonly none: string;
  readonly failed: string;
  /** Why words stay in the box. */
  readonly secret: string;
  readonly announce: (count: number) => string;
  readonly announceNearest: (count: number) => string;
}

const WORDS: Readonly<Record<Language, SearchWords>> = {
  id: {
    listLabel: 'Panduan yang cocok',
    seeAll: 'Lihat semua hasil',
    searching: 'Mencari…',
    nearest: 'Belum ada panduan yang cocok. Yang paling dekat:',
    none: 'Belum ada panduan yang cocok. Coba sebut apa yang terlihat di layar, atau nama layanannya.',
    failed: 'Pencarian belum bisa dijangkau. Tulisan Anda tetap ada; coba lagi saat tersambung.',
    secret:
      'Belum dikirim ke mana pun: tampaknya ada kode, PIN, kata sandi, atau nomor kartu di sini. Hapus bagian itu dulu. Siapa pun yang memintanya bukan petugas.',
    announce: (count) => `${count} panduan. Pilih dengan panah bawah.`,
    announceNearest: (count) => `Belum ada panduan yang cocok. ${count} yang paling dekat.`,
  },
  en: {
    listLabel: 'Matching guides',
    seeAll: 'See all results',
    searching: 'Searching…',
    nearest: 'No guide fits yet. The nearest ones:',
    none: 'No guide fits yet. Try what you see on the screen, or the name of the service.',
    failed: 'Search cannot be reached. Your words are still here; try again when you are connected.',
    secret:
      'Not sent anywhere yet: this seems to hold a code, PIN, password or card number. Take that out first. Whoever asks for it is not an agent.',
    announce: (count) => `${count === 1 ? '1 guide' : `${count} guides`}. Choose with the down arrow.`,
    announceNearest: (count) =>
      `No guide fits yet. ${count === 1 ? '1 that is near' : `The ${count} nearest`}.`,
  },
};

/** The words of search in a language. */
export function searchWords(lang: Language): SearchWords {
  return WORDS[lang];
}
