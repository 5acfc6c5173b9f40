import type { Bilingual } from '../core/article/browser.ts';

/** One thing to do in the first five minutes. `[^slug]` in a text cites `content/source/<slug>.yaml`. */
export interface UrgentStep {
  readonly action: Bilingual;
  readonly detail: Bilingual;
  /** Services whose channels stand below the step; one that is not in the directory is left out. */
  readonly services: readonly string[];
  /** Set where the reader has to find a contact of their own bank or service. */
  readonly leadsToDirectory?: true;
  /** A guide that goes on from here. */
  readonly guide?: string;
}

/** The page for the first five minutes. */
export const URGENT = {
  title: { id: 'Lima menit pertama', en: 'The first five minutes' },
  description: {
    id: 'Uang sedang keluar, akun diambil alih, atau kode terlanjur diberikan: yang harus dilakukan sekarang, berurutan.',
    en: 'Money is leaving, an account was taken over or a code was given away: what to do now, in order.',
  },
  now: {
    action: {
      id: 'Tutup teleponnya. Tinggalkan chatnya.',
      en: 'Hang up. Leave the chat.',
    },
    detail: {
      id: 'Jangan kirim uang atau kode lagi, jangan buka tautan lagi. Jangan hapus percakapannya: itu bukti Anda.',
      en: 'Send no more money or codes and open no more links. Do not delete the conversation: it is your proof.',
    },
  },
  steps: [
    {
      action: {
        id: 'Hubungi bank atau dompet Anda. Minta rekening dan transaksinya diblokir.',
        en: 'Call your bank or e-wallet. Ask them to block the account and the transaction.',
      },
      detail: {
        id: 'Anda yang menelepon, lewat aplikasi, nomor di balik kartu, atau kontak resmi. Jangan pakai nomor dari penelepon atau hasil pencarian.[^hang-up-and-call-yourself][^fake-bank-call-centre] Kalau uang sudah pindah, minta bank Anda meneruskan ke bank tujuan.',
        en: 'You make the call: through the app, the number on the back of the card or an official contact, never a number from the caller or a search result.[^hang-up-and-call-yourself][^fake-bank-call-centre] If money has moved, ask your bank to pass it on to the receiving bank.',
      },
      services: [],
      leadsToDirectory: true,
    },
    {
      action: { id: 'Lapor ke IASC sekarang juga.', en: 'Report to IASC at once.' },
      detail: {
        id: 'Siapkan bukti transfer, nomor kedua rekening, dan isi percakapan. Simpan nomor laporannya.[^iasc-report] Dua belas jam pertama paling menentukan.[^iasc-first-hours]',
        en: 'Have the proof of transfer, both account numbers and the conversation ready. Keep the report number.[^iasc-report] The first twelve hours matter most.[^iasc-first-hours]',
      },
      services: ['iasc', 'ojk-kontak157'],
      guide: 'banking/social-engineering-scam',
    },
    {
      action: { id: 'Rebut kembali akun Anda.', en: 'Take your account back.' },
      detail: {
        id: 'Ganti kata sandi email lebih dulu, karena semua reset jatuh ke sana. WhatsApp diambil orang? Daftarkan lagi nomor Anda: begitu kode 6 angka masuk, ia keluar.[^whatsapp-stolen-viva] HP atau kartu SIM hilang? Minta operator memblokir nomornya.[^sim-lost-cnn]',
        en: 'Change the password of your mailbox first: every reset lands there. WhatsApp taken? Register your number again; the 6-digit code logs the other person out.[^whatsapp-stolen-viva] Phone or SIM gone? Have the operator block the number.[^sim-lost-cnn]',
      },
      services: [],
      guide: 'social-media/account-hacked',
    },
    {
      action: { id: 'Lapor ke polisi.', en: 'Report to the police.' },
      detail: {
        id: 'IASC meminta Anda melapor ke polisi juga.[^iasc-report] Diancam dengan gambar pribadi? Simpan bukti, putus kontak, dan datang ke meja SPKT.[^police-desk-for-threats]',
        en: 'IASC asks you to report to the police as well.[^iasc-report] Threatened with private pictures? Keep the proof, stop all contact and go to the SPKT desk.[^police-desk-for-threats]',
      },
      services: ['patroli-siber', 'sapa-129'],
    },
    {
      action: { id: 'Beri tahu satu orang yang Anda percaya.', en: 'Tell one person you trust.' },
      detail: {
        id: 'Ia bisa menelepon sementara Anda mengumpulkan bukti, dan memperingatkan keluarga kalau akun Anda dipakai meminta uang. Laporkan juga nomor penipunya.[^aduannomor-kompas]',
        en: 'They can phone while you gather proof, and warn the family if your account is used to ask for money. Report the number that was used, too.[^aduannomor-kompas]',
      },
      services: ['komdigi-aduan'],
    },
  ],
  after: {
    title: { id: 'Setelah itu', en: 'After that' },
    text: {
      id: 'Uang belum tentu kembali. Siapa pun yang menjanjikannya dengan imbalan biaya, kode, atau data rekening sedang menipu lagi. Lembaga yang asli tidak meminta PIN, OTP, atau CVV.[^institutions-never-ask]',
      en: 'Money may not come back. Whoever promises it for a fee, a code or your account data is the next scam. Real institutions do not ask for a PIN, an OTP or a CVV.[^institutions-never-ask]',
    },
  },
  payments: {
    title: { id: 'Bank atau dompetnya tidak menanggapi?', en: 'The bank or e-wallet does not respond?' },
    services: ['bi-bicara'],
  },
  guides: [
    'banking/social-engineering-scam',
    'social-media/account-hacked',
    'social-media/suspicious-login-or-phishing',
    'banking/transfer-wrong-recipient',
  ],
} as const satisfies {
  title: Bilingual;
  description: Bilingual;
  now: { action: Bilingual; detail: Bilingual };
  steps: readonly UrgentStep[];
  after: { title: Bilingual; text: Bilingual };
  payments: { title: Bilingual; services: readonly string[] };
  guides: readonly string[];
};
