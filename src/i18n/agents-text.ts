import type { Language } from '../core/article/browser.ts';
import type { DeskWords } from '../client/agent/browser.ts';

/** The words of the page for agents. */
export interface AgentsText {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly label: string;
  readonly placeholder: string;
  readonly format: string;
  readonly language: string;
  readonly languages: Readonly<Record<Language, string>>;
  readonly formats: readonly [whatsapp: string, plain: string, markdown: string, html: string];
  readonly list: string;
  readonly preview: string;
  readonly shortcuts: string;
  readonly close: string;
  readonly needsScript: string;
  /** Key and what it does. */
  readonly keys: readonly (readonly [keys: string, meaning: string])[];
  readonly desk: DeskWords;
}

export const AGENTS: Readonly<Record<Language, AgentsText>> = {
  id: {
    title: 'Meja petugas',
    description: 'Cari panduan, lalu salin ke percakapan tanpa melepas tangan dari papan ketik.',
    lead: 'Ketik, pilih dengan panah, Enter untuk menyalin.',
    label: 'Cari panduan untuk disalin',
    placeholder: 'keluhan pengguna, seperti yang ia tulis',
    format: 'Bentuk salinan',
    language: 'Bahasa pembaca',
    languages: { id: 'Indonesia', en: 'English' },
    formats: ['WhatsApp', 'Teks polos', 'Markdown', 'HTML'],
    list: 'Panduan',
    preview: 'Yang akan disalin',
    shortcuts: 'Pintasan',
    close: 'Tutup',
    needsScript: 'Halaman ini perlu JavaScript. Panduan tetap bisa dicari dan dibuka di sini:',
    keys: [
      ['↑ ↓', 'pilih panduan atau langkah'],
      ['→ atau Tab', 'buka langkah panduan'],
      ['←', 'tutup langkah'],
      ['Enter', 'salin yang dipilih'],
      ['Ctrl Enter', 'buka halaman panduan'],
      ['Alt 1 … Alt 4', 'WhatsApp, teks polos, Markdown, HTML'],
      ['Alt L', 'ganti bahasa pembaca'],
      ['Esc', 'tutup langkah, lalu kosongkan kotak'],
      ['?', 'tampilkan pintasan (saat kotak kosong)'],
    ],
    desk: {
      copied: 'Tersalin: {title} ({format})',
      refused: 'Peramban menolak menyalin. Teksnya sudah dipilih: tekan Ctrl C.',
      failed: 'Panduan belum bisa diambil. Tidak ada yang tersalin; coba lagi saat tersambung.',
      searchFailed: 'Pencarian belum bisa dijangkau. Tulisan Anda tetap ada; coba lagi saat tersambung.',
      none: 'Belum ada panduan yang cocok.',
      nearest: 'Belum ada panduan yang cocok. Yang paling dekat:',
      recent: 'Terakhir disalin di perangkat ini',
      count: '{n} panduan',
      step: 'Langkah {n}',
      danger: 'Hati-hati',
    },
  },
  en: {
    title: 'Agent desk',
    description: 'Find a guide and copy it into the conversation without leaving the keyboard.',
    lead: 'Type, choose with the arrows, Enter to copy.',
    label: 'Find a guide to copy',
    placeholder: "the user's complaint, the way it was written",
    format: 'Copy as',
    language: "Reader's language",
    languages: { id: 'Indonesia', en: 'English' },
    formats: ['WhatsApp', 'Plain text', 'Markdown', 'HTML'],
    list: 'Guides',
    preview: 'What will be copied',
    shortcuts: 'Shortcuts',
    close: 'Close',
    needsScript: 'This page needs JavaScript. Guides can still be searched and opened here:',
    keys: [
      ['↑ ↓', 'choose a guide or a step'],
      ['→ or Tab', 'show the steps of a guide'],
      ['←', 'hide the steps'],
      ['Enter', 'copy what is chosen'],
      ['Ctrl Enter', "open the guide's page"],
      ['Alt 1 … Alt 4', 'WhatsApp, plain text, Markdown, HTML'],
      ['Alt L', "switch the reader's language"],
      ['Esc', 'hide the steps, then empty the box'],
      ['?', 'show the shortcuts (in the empty box)'],
    ],
    desk: {
      copied: 'Copied: {title} ({format})',
      refused: 'The browser refuses to copy. The text is selected: press Ctrl C.',
      failed: 'The guide cannot be fetched. Nothing was copied; try again when you are connected.',
      searchFailed: 'Search cannot be reached. Your words are still here; try again when you are connected.',
      none: 'No guide fits yet.',
      nearest: 'No guide fits yet. The nearest ones:',
      recent: 'Copied last on this device',
      count: '{n} guides',
      step: 'Step {n}',
      danger: 'Careful',
    },
  },
};
