import type { Bilingual } from '../core/article/browser.ts';
import type { LadderWords } from '../client/diagnosis/browser.ts';

const both = (id: string, en: string): Bilingual => ({ id, en });

/** What stands around a packet and a ladder; fetched with the ladders, once a reader needs them. */
export const LADDER_TEXT: LadderWords = {
  leave: both('Yang ikut dalam ringkasan', 'What the summary holds'),
  parts: {
    service: both('Nama layanan', 'Name of the service'),
    said: both('Yang saya tulis', 'What I wrote'),
    signs: both('Tanda yang terlihat', 'Signs'),
    tried: both('Yang sudah dicoba', 'What was tried'),
    device: both('Perangkat dan bahasa', 'Device and language'),
  },
  byHand: both(
    'Tanpa skrip, ubahan di kotak ini tidak ikut ke email dan naskah telepon. Salin dari kotaknya.',
    'Without scripts, what you change in this box does not reach the email and the phone script. Copy it from the box.',
  ),
  readOut: both('Lalu bacakan', 'Then read out'),
  print: both('Cetak naskah ini', 'Print this script'),
  title: both('Kapan harus dijawab, dan siapa berikutnya', 'When an answer is due, and who is next'),
  choose: both(
    'Pilih layanannya di atas supaya urutan mengadunya tampil.',
    'Choose the service above to see where to complain, in order.',
  ),
  dateLabel: both('Anda mengadu tanggal', 'You complained on'),
  today: both('Dihitung dari hari ini.', 'Counted from today.'),
  counting: both(
    'Hari kerja dihitung Senin sampai Jumat. Hari libur nasional belum diperhitungkan, jadi batasnya bisa lebih lambat.',
    'Working days are counted Monday to Friday. Public holidays are not counted in, so the limit may be later.',
  ),
  noDate: both('Isi tanggalnya dulu supaya batasnya terhitung.', 'Fill in the date to see the limits.'),
  by: both('paling lambat {date}', 'by {date}'),
  limit: both('{amount} {unit} {from}', '{amount} {unit} {from}'),
  units: {
    'working-days': both('hari kerja', 'working days'),
    'calendar-days': both('hari', 'days'),
    hours: both('jam', 'hours'),
  },
  from: {
    complaint: both('sejak Anda mengadu', 'from your complaint'),
    documents: both('sejak berkasnya lengkap', 'from when your papers are complete'),
    report: both('sejak laporannya masuk', 'from your report to them'),
    breach: both('sejak datanya bocor', 'from the breach'),
  },
  extension: both('Bisa diperpanjang {amount} {unit}, {if}:', 'It may take {amount} {unit} more, {if}:'),
  none: both('Kami tidak menemukan tenggat yang diumumkan.', 'We found no published deadline.'),
  bring: both('Siapkan:', 'Have ready:'),
  above: both('Kontak resminya ada di atas.', 'The official contacts are above.'),
  pick: both(
    'Pilih layanannya di atas supaya kontaknya tampil.',
    'Choose the service above to see its contacts.',
  ),
  source: both('Sumber', 'Source'),
  calendar: both('Simpan batasnya ke kalender', 'Save the limits to your calendar'),
  saved: both('Berkas kalendernya sudah dibuat: {file}', 'The calendar file is made: {file}'),
  eventTitle: both('{who}: batas jawaban ({what})', '{who}: answer due ({what})'),
  eventText: both(
    'Anda mengadu {date}. Batasnya {limit}. Hari libur nasional belum diperhitungkan.',
    'You complained on {date}. The limit is {limit}. Public holidays are not counted in.',
  ),
  eventNext: both('Kalau tidak dijawab, berikutnya: {who}', 'If there is no answer, next: {who}'),
};
