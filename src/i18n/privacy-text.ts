import type { Language } from '../core/article/browser.ts';

/** The words of the page about personal data; what is kept stands in `content/policy/personal-data.yaml`. */
export interface PrivacyText {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly device: string;
  readonly server: string;
  readonly agent: string;
  readonly why: string;
  readonly keep: string;
  readonly days: string;
  /** With `{n}`, and `{most}`: days after which nothing that was erased is left. */
  readonly backups: string;
  readonly noBackups: string;
  readonly never: string;
  readonly neverItems: readonly string[];
  readonly rights: string;
  readonly rightsText: string;
  readonly rightsAction: string;
}

export const PRIVACY: Readonly<Record<Language, PrivacyText>> = {
  id: {
    title: 'Data Anda di Pandu',
    description:
      'Apa yang disimpan, di mana, berapa lama, dan untuk apa. Juga cara meminta salinan dan menghapusnya.',
    lead: 'Membaca dan mencari tidak perlu akun. Inilah semua yang tersimpan, tidak ada yang lain.',
    device: 'Di perangkat Anda sendiri',
    server: 'Di server',
    agent: 'Di perangkat petugas',
    why: 'Untuk apa',
    keep: 'Berapa lama',
    days: '{n} hari sejak terakhir berubah, lalu dihapus.',
    backups:
      '{n} cadangan terakhir, satu sehari. Yang sudah dihapus masih ada di cadangan lama, paling lama {most} hari selama server menyala. Kalau server dipulihkan dari cadangan seperti itu, isinya kembali; mintalah dihapus lagi.',
    noBackups:
      'Server ini tidak membuat cadangan sendiri. Kalau pengelolanya membuat, yang sudah dihapus tersisa di sana sampai cadangannya diganti; tanyakan kepadanya berapa lama.',
    never: 'Yang tidak pernah dilakukan',
    neverItems: [
      'Tidak ada pelacak, iklan, atau layanan pihak ketiga di halaman ini.',
      'Kata-kata Anda tidak dicatat di log server.',
      'PIN, OTP, dan kata sandi tidak pernah diminta. Kalau terlanjur ditulis, ditutup sebelum disimpan.',
    ],
    rights: 'Salinan dan penghapusan',
    rightsText:
      'Di halaman setiap laporan Anda bisa mengunduh salinannya, atau menghapusnya untuk selamanya termasuk lampirannya. Hanya Anda yang punya tautannya.',
    rightsAction: 'Tautannya hilang?',
  },
  en: {
    title: 'Your data at Pandu',
    description: 'What is kept, where, for how long and why, and how to get a copy of it or have it removed.',
    lead: 'Reading and searching need no account. This is all that is kept, and there is nothing else.',
    device: 'On your own device',
    server: 'On the server',
    agent: 'On the device of an agent',
    why: 'What for',
    keep: 'How long',
    days: '{n} days after its last change; then it is removed.',
    backups:
      'The last {n}, one a day. What was removed is still in the older ones, for {most} days at the most while the server runs. If the server is restored from one of these, it is back; ask for its removal again.',
    noBackups:
      'This server makes no backups of its own. If whoever runs it does, what was removed is left there until they are replaced; ask them for how long.',
    never: 'What is never done',
    neverItems: [
      'There are no trackers, advertisements or services of third parties on these pages.',
      'Your words are not written into the logs of the server.',
      'PINs, one-time codes and passwords are never asked for. If you write one all the same, it is covered before it is kept.',
    ],
    rights: 'A copy, or removal',
    rightsText:
      'On the page of each report you can download a copy of it, or remove it for good, attachments included. Only you have its link.',
    rightsAction: 'Lost the link?',
  },
};
