import type { Bilingual } from '../core/article/browser.ts';

const both = (id: string, en: string): Bilingual => ({ id, en });

/** The page "Is this contact official?". `{…}` are filled in the browser. */
export const CHECK_CONTACT = {
  title: both('Apakah kontak ini resmi?', 'Is this contact official?'),
  description: both(
    'Tempel nomor, email, atau alamat situs yang menghubungi Anda, lalu bandingkan dengan kontak resmi yang bersumber.',
    'Paste the number, mailbox or web address that contacted you and compare it with official contacts that have a source.',
  ),
  intro: both(
    'Nomor yang tampil di layar bisa dipalsukan. Jadi kalau seseorang menelepon Anda dari nomor resmi pun, tutup, lalu telepon sendiri.',
    'The number on your screen can be faked. So even when the call comes from an official number: hang up, and call back yourself.',
  ),
  label: both('Nomor, email, atau alamat situs', 'Number, mailbox or web address'),
  placeholder: both('tempel di sini', 'paste it here'),
  submit: both('Cek', 'Check'),
  privacy: both(
    'Dibandingkan di perangkat Anda; tidak dikirim ke mana pun.',
    'Compared on your device; sent nowhere.',
  ),
  results: {
    official: both('Ada di direktori: {service}', 'Found in the directory: {service}'),
    officialText: both('Disebut di {source}, diperiksa {checked}.', 'Named on {source}, checked {checked}.'),
    site: both('Alamat ini milik {service}', 'This address belongs to {service}'),
    siteText: both(
      'Domain resminya {site}. Ini tidak membuktikan bahwa orang yang mengirimnya petugas.',
      'Its official domain is {site}. That does not prove that whoever sent it is staff.',
    ),
    platform: both(
      'Ini alamat di {service}, bukan bukti resmi',
      'This is an address on {service}, not proof of anything official',
    ),
    platformText: both(
      'Siapa pun bisa membuat akun atau halaman di sana. Yang perlu dicek adalah akunnya.',
      'Anybody can open an account or a page there. It is the account that needs checking.',
    ),
    lookAlike: both('Mirip, tetapi bukan alamat {service}', 'Looks like {service}, but is not'),
    lookAlikeText: both(
      'Alamat resminya {site}. Yang ini {text}. Jangan dibuka dan jangan isi apa pun di sana.',
      'The official address is {site}. This one is {text}. Do not open it and do not type anything there.',
    ),
    unknown: both('Tidak ada di direktori', 'Not in the directory'),
    unknownText: both(
      'Itu tidak berarti palsu: direktori ini belum lengkap. Tetapi jangan beri kode, PIN, atau uang sebelum Anda sendiri menghubungi layanannya lewat situs resmi.',
      'That does not mean it is false: the directory is not complete. But give no code, PIN or money before you have contacted the service yourself through its official site.',
    ),
    failed: both('Direktorinya belum bisa diambil', 'The directory could not be fetched'),
    failedText: both(
      'Sambungan terputus, dan isian Anda masih di atas. Coba lagi, atau cari layanannya di daftar di bawah.',
      'The connection broke, and what you pasted is still above. Try again, or look the service up in the list below.',
    ),
    nothing: both(
      'Tidak terbaca sebagai nomor, email, atau alamat',
      'This does not read as a number, a mailbox or an address',
    ),
    nothingText: both(
      'Tempel seluruhnya, misalnya nomor dengan kode negaranya.',
      'Paste all of it, for example the number with its country code.',
    ),
  },
  list: both('Semua kontak resmi yang diketahui', 'All official contacts that are known'),
  wrong: both('Terlanjur memberi kode atau uang?', 'Already gave a code or money?'),
} as const;
