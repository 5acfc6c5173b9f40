import type { Bilingual } from '../core/article/browser.ts';

/** What one kind of operator owes its users. `[^slug]` in a text cites `content/source/<slug>.yaml`. */
export interface Duty {
  readonly who: Bilingual;
  readonly what: Bilingual;
  readonly limit: Bilingual;
}

/** Who may be asked when a service does not help. */
export interface Helper {
  /** The problem that it is for. */
  readonly about: Bilingual;
  readonly services: readonly string[];
  readonly text: Bilingual;
}

const both = (id: string, en: string): Bilingual => ({ id, en });

/** The page "PSE and CSE: who helps you". */
export const WHO_HELPS = {
  title: both('PSE dan CSE: siapa yang membantu Anda', 'PSE and CSE: who helps you'),
  description: both(
    'Siapa yang wajib menjawab saat layanan digital bermasalah, kapan batas waktunya, dan ke mana mengadu kalau tidak dijawab.',
    'Who has to answer when a digital service fails you in Indonesia, by when, and where to go when nobody does.',
  ),
  meaning: [
    {
      term: 'PSE',
      full: both(
        'Penyelenggara Sistem Elektronik',
        'Penyelenggara Sistem Elektronik, the operator of an electronic system',
      ),
      text: both(
        'Pihak yang menyediakan, mengelola, atau mengoperasikan layanannya: bank, toko online, media sosial, sekolah, instansi. Ada PSE lingkup publik dan lingkup privat.[^pp-71-2019] PSE privat harus terdaftar; yang tidak mendaftar bisa dikenai sanksi.[^permenkominfo-5-2020-registration]',
        'Whoever provides, manages or runs the service: a bank, an online shop, a social network, a school, a public office. The law knows public and private ones.[^pp-71-2019] Private operators must be registered, and can be sanctioned when they are not.[^permenkominfo-5-2020-registration]',
      ),
    },
    {
      term: 'CSE',
      full: both('Customer Service Engineering', 'Customer Service Engineering'),
      text: both(
        'Orang di pihak PSE yang menjawab Anda, mencari akar masalah, memberi jalan keluar, mengabarkan gangguan, dan menyampaikan keluhan Anda kepada pembuat layanan.',
        'The people at the operator who answer you, look for the root cause, give the way out, tell you about disturbances and carry your complaint to those who build the service.',
      ),
    },
  ],
  duties: [
    {
      who: both(
        'Bank dan jasa keuangan lain yang diawasi OJK',
        'Banks and other financial services under OJK',
      ),
      what: both('Menjawab pengaduan lisan', 'Answer a spoken complaint'),
      limit: both('5 hari kerja[^pojk-22-2023]', '5 working days[^pojk-22-2023]'),
    },
    {
      who: both(
        'Bank dan jasa keuangan lain yang diawasi OJK',
        'Banks and other financial services under OJK',
      ),
      what: both('Menjawab pengaduan tertulis', 'Answer a written complaint'),
      limit: both(
        '10 hari kerja sejak dokumen lengkap; boleh ditambah paling lama 10 hari kerja kalau Anda diberi tahu sebelum batas itu[^pojk-22-2023]',
        '10 working days once the documents are complete; at most 10 more if you are told before that limit[^pojk-22-2023]',
      ),
    },
    {
      who: both('Siapa pun yang menyimpan data pribadi Anda', 'Whoever keeps your personal data'),
      what: both(
        'Memberi tahu Anda secara tertulis kalau datanya bocor: apa, kapan, bagaimana, dan penanganannya',
        'Tell you in writing about a breach: what, when and how, and what is done about it',
      ),
      limit: both('3 × 24 jam[^pdp-breach-notice]', '3 × 24 hours[^pdp-breach-notice]'),
    },
    {
      who: both('Siapa pun yang menyimpan data pribadi Anda', 'Whoever keeps your personal data'),
      what: both(
        'Berhenti memproses setelah Anda menarik persetujuan',
        'Stop processing after you withdraw your consent',
      ),
      limit: both('3 × 24 jam[^pdp-withdrawn-consent]', '3 × 24 hours[^pdp-withdrawn-consent]'),
    },
    {
      who: both('Layanan dengan konten buatan pengguna', 'Services with user content'),
      what: both('Menyediakan sarana melaporkan konten', 'Offer a way to report content'),
      limit: both(
        'tenggatnya tidak disebut[^permenkominfo-5-2020-reporting]',
        'no limit stated[^permenkominfo-5-2020-reporting]',
      ),
    },
    {
      who: both('Layanan dengan konten buatan pengguna', 'Services with user content'),
      what: both('Memutus akses konten atas permintaan mendesak', 'Take content down on an urgent order'),
      limit: both('4 jam[^permenkominfo-5-2020-takedown]', '4 hours[^permenkominfo-5-2020-takedown]'),
    },
    {
      who: both('SP4N-LAPOR!', 'SP4N-LAPOR!'),
      what: both(
        'Memeriksa dan meneruskan laporan layanan pemerintah',
        'Check a report about a government service and pass it on',
      ),
      limit: both('3 hari kerja[^lapor-faq]', '3 working days[^lapor-faq]'),
    },
  ],
  order: {
    title: both('Urutan mengadu', 'In which order to complain'),
    first: both(
      'Mulai dari layanannya sendiri, dan minta nomor laporan. Bank Indonesia dan Kementerian Perdagangan pun menyuruh Anda mulai dari sana.[^bi-complaint-order][^kemendag-hubungi-penjual] Kalau tidak dijawab atau jawabannya tidak memuaskan, baru ke sini:',
      'Begin with the service itself and ask for a report number. Bank Indonesia and the Ministry of Trade send you there first, too.[^bi-complaint-order][^kemendag-hubungi-penjual] When nobody answers, or the answer does not satisfy you, go here:',
    ),
    urgent: both(
      'Uang sedang keluar atau baru saja ditipu? Jangan ikuti urutan ini.',
      'Money is leaving, or you have just been scammed? Do not follow this order.',
    ),
  },
  helpers: [
    {
      about: both('Bank, pinjaman, paylater, asuransi', 'Banks, loans, paylater, insurance'),
      services: ['ojk-kontak157', 'laps-sjk'],
      text: both(
        'OJK menerima pengaduan. LAPS SJK menengahi sengketa setelah penyelenggara menjawab.[^laps-sjk-seabank]',
        'OJK takes complaints. LAPS SJK settles disputes after the provider has answered.[^laps-sjk-seabank]',
      ),
    },
    {
      about: both('QRIS, BI-FAST, dompet digital, kartu', 'QRIS, BI-FAST, e-wallets, cards'),
      services: ['bi-bicara'],
      text: both(
        'Setelah Anda mengadu ke penyelenggaranya.[^bi-complaint-order]',
        'After you have complained to the provider.[^bi-complaint-order]',
      ),
    },
    {
      about: both('Belanja online', 'Online shopping'),
      services: ['kemendag-konsumen'],
      text: both(
        'Hubungi penjualnya dulu.[^kemendag-hubungi-penjual]',
        'Contact the seller first.[^kemendag-hubungi-penjual]',
      ),
    },
    {
      about: both('Layanan pemerintah', 'Government services'),
      services: ['sp4n-lapor', 'ombudsman'],
      text: both(
        'LAPOR! bukan untuk perkara pengadilan atau tindak pidana.[^lapor-faq] Ombudsman menerima setelah Anda mengadu ke instansinya, untuk perkara yang belum lewat 2 tahun.[^ombudsman-cara-melapor]',
        'LAPOR! is not for court cases or crimes.[^lapor-faq] The Ombudsman steps in after you have complained to the office, for matters no older than 2 years.[^ombudsman-cara-melapor]',
      ),
    },
    {
      about: both('Nomor penipu dan konten', 'Scam numbers and content'),
      services: ['komdigi-aduan'],
      text: both(
        'Butuh tangkapan layar atau rekaman sebagai bukti.[^aduannomor-kompas]',
        'A screenshot or recording is needed as proof.[^aduannomor-kompas]',
      ),
    },
  ],
  headings: {
    duties: both('Yang boleh Anda harapkan', 'What you may expect'),
    who: both('Siapa', 'Who'),
    what: both('Wajib', 'Owes you'),
    limit: both('Paling lambat', 'At the latest'),
  },
} as const satisfies {
  title: Bilingual;
  description: Bilingual;
  meaning: readonly { term: string; full: Bilingual; text: Bilingual }[];
  duties: readonly Duty[];
  order: { title: Bilingual; first: Bilingual; urgent: Bilingual };
  helpers: readonly Helper[];
  headings: Readonly<Record<'duties' | 'who' | 'what' | 'limit', Bilingual>>;
};
