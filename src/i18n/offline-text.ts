import type { Language } from '../core/article/browser.ts';

/** The words of the page that stands in for one that could not be loaded. */
export interface OfflineText {
  readonly title: string;
  readonly text: string;
  readonly kept: string;
  readonly none: string;
  readonly again: string;
}

export const OFFLINE: Readonly<Record<Language, OfflineText>> = {
  id: {
    title: 'Sedang tidak tersambung',
    text: 'Halaman itu belum tersimpan di perangkat ini. Tidak ada yang hilang: buka lagi saat sinyal kembali.',
    kept: 'Yang bisa dibaca sekarang',
    none: 'Baru halaman lima menit pertama yang tersimpan. Panduan lain tersimpan setelah Anda membukanya.',
    again: 'Coba lagi',
  },
  en: {
    title: 'You are not connected',
    text: 'That page is not kept on this device yet. Nothing is lost: open it again when you have a signal.',
    kept: 'What you can read now',
    none: 'Only the first five minutes are kept so far. Other guides are kept once you have opened them.',
    again: 'Try again',
  },
};
