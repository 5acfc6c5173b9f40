import type { Bilingual } from '../../core/article/browser.ts';
import type { Priority } from '../../core/ticket/index.ts';

const both = (id: string, en: string): Bilingual => ({ id, en });

const NEVER_TELL = both(
  'Petugas tidak pernah meminta PIN, OTP, atau kata sandi. Jangan menuliskannya.',
  'Agents never ask for a PIN, an OTP or a password. Please leave them out.',
);
const OWN_LINK = both(
  'Tautan ini untuk Anda sendiri: siapa pun yang memegangnya bisa membaca dan membalas.',
  'This link is yours alone: whoever has it can read and reply.',
);

/** The words of each letter; `{…}` are filled in. Paragraphs are divided by an empty line. */
export const LETTER_WORDS = {
  answer: {
    guides: both('Panduan untuk Anda:', 'Guides for you:'),
    files: both(
      'Petugas menyertakan {count} berkas. Bukanya di halaman percakapan.',
      'The agent has added {count} file(s). Open them on the page of the conversation.',
    ),
    end: both(
      `Ingin membalas? Jawab email ini, atau buka percakapannya:\n{url}\n\n${OWN_LINK.id} ${NEVER_TELL.id}`,
      `Would you like to reply? Answer this mail, or open the conversation:\n{url}\n\n${OWN_LINK.en} ${NEVER_TELL.en}`,
    ),
  },
  receipt: {
    subject: both('Pesan Anda sudah kami terima', 'We have received your message'),
    text: both(
      'Terima kasih sudah menulis. Pesan Anda sudah ada di petugas, dengan nomor {reference}. Sebutkan nomor itu kalau menghubungi kami lagi.',
      'Thank you for writing. Your message is with our agents, under the number {reference}. Mention it whenever you contact us again.',
    ),
    due: both(
      'Jawabannya Anda terima paling lambat {due}.',
      'You will have an answer by {due} at the latest.',
    ),
    end: both(
      `Percakapannya bisa dibuka di sini:\n{url}\n\n${OWN_LINK.id} Ada yang ingin ditambahkan? Balas saja email ini.\n\n${NEVER_TELL.id}`,
      `Here is the conversation:\n{url}\n\n${OWN_LINK.en} Anything to add? Just reply to this mail.\n\n${NEVER_TELL.en}`,
    ),
  },
  code: {
    subject: both('Kode untuk membuka percakapan Anda', 'The code for opening your conversation'),
    text: both(
      'Kode Anda: {code}\n\nMasukkan di halaman tempat Anda memintanya. Kode ini berlaku sebentar dan hanya sekali.\n\nTidak merasa memintanya? Abaikan email ini, tidak ada yang berubah. Jangan berikan kode ini kepada siapa pun, termasuk yang mengaku petugas.',
      'Your code: {code}\n\nEnter it on the page where you asked for it. It is good for a short time and once only.\n\nYou did not ask for it? Then ignore this mail; nothing has changed. Give the code to nobody, not even to someone who claims to be an agent.',
    ),
  },
  invitation: {
    subject: both('Undangan menjadi petugas', 'An invitation to be an agent'),
    text: both(
      'Anda diundang untuk menjawab pembaca di {site}. Buka tautan ini untuk membuat kata sandi:\n{url}\n\nTautannya hanya bisa dipakai sekali. Kalau Anda tidak mengenal undangan ini, abaikan saja.',
      'You are invited to answer readers at {site}. Open this link to set a password:\n{url}\n\nThe link works once. If you do not know what this is about, ignore it.',
    ),
  },
  password: {
    subject: both('Tautan kata sandi baru', 'A link for a new password'),
    text: both(
      'Seorang admin di {site} membuat tautan ini supaya Anda bisa memilih kata sandi baru:\n{url}\n\nTautannya berlaku satu hari dan hanya sekali. Tidak memintanya? Abaikan saja, kata sandi lama tetap berlaku, lalu beri tahu admin.',
      'An admin at {site} made this link so that you can choose a new password:\n{url}\n\nIt is good for a day and works once. You did not ask for it? Ignore it, your old password still works, and tell an admin.',
    ),
  },
  deadline: {
    subjectPassed: both('Tenggat terlewat: {count}', 'Deadlines passed: {count}'),
    subjectSoon: both('Tenggat mendekat: {count}', 'Deadlines coming near: {count}'),
    passed: both('Sudah lewat tenggat:', 'Past their deadline:'),
    soon: both('Tenggatnya mendekat:', 'Their deadline is near:'),
    names: { firstReply: both('jawaban pertama', 'first reply'), solve: both('penyelesaian', 'solution') },
    line: both(
      '{reference} · {priority} · {name} paling lambat {due}',
      '{reference} · {priority} · {name} by {due}',
    ),
    unassigned: both('belum ada petugasnya', 'nobody has it'),
    more: both('{count} lagi ada di kotak masuk:\n{url}', '{count} more are in the inbox:\n{url}'),
    end: both(
      'Jawab pembaca lewat kotak masuk. Balasan ke email ini tidak sampai ke mereka.\n\nTidak ingin email seperti ini? Matikan di akun Anda:\n{url}',
      'Please answer readers in the inbox. A reply to this mail does not reach them.\n\nRather not get mails like this? Switch them off in your account:\n{url}',
    ),
  },
} as const;

/** How pressing a ticket is, in the words of the inbox. */
export const PRIORITY_WORDS: Readonly<Record<Priority, Bilingual>> = {
  urgent: both('Darurat', 'Urgent'),
  high: both('Tinggi', 'High'),
  normal: both('Biasa', 'Normal'),
  low: both('Rendah', 'Low'),
};
