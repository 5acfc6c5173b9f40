import type { Bilingual, Language } from '../core/article/browser.ts';
import { sayWait, type TicketFormRefusal } from '../core/ticket/browser.ts';
import type { DeskWords } from '../client/diagnosis/browser.ts';
import type { SendingWords } from '../client/sending/browser.ts';
import type { TicketWords } from '../client/ticket/browser.ts';

const both = (id: string, en: string): Bilingual => ({ id, en });

/** The page on which a reader writes to an agent. */
export const CONTACT = {
  title: both('Tulis ke petugas', 'Write to an agent'),
  description: both(
    'Ceritakan masalahnya sekali saja. Petugas membacanya, lalu menjawab di halaman Anda sendiri.',
    'Say it once. An agent reads it and answers on a page of your own.',
  ),
  maybeGuide: both('Mungkin sudah ada jalannya:', 'There may be a way already:'),
  about: both('Tentang panduan', 'About the guide'),
  subject: both('Judul singkat', 'Short title'),
  text: both('Apa yang terjadi?', 'What happened?'),
  textHint: both(
    'Sebutkan kapan, di mana, dan apa yang sudah dicoba. Jangan tulis PIN, OTP, atau kata sandi.',
    'Say when, where, and what you have tried. Leave out PINs, OTPs and passwords.',
  ),
  service: both('Di layanan apa? (boleh kosong)', 'On which service? (optional)'),
  serviceNone: both('Belum tahu, atau lainnya', 'Not sure, or another'),
  email: both('Email untuk jawabannya (boleh kosong)', 'Email for the answer (optional)'),
  emailHint: both(
    'Tanpa email pun bisa: simpan tautan yang muncul setelah terkirim.',
    'It works without one: keep the link that appears once this is sent.',
  ),
  noMail: both(
    'Jawabannya muncul di halaman Anda sendiri. Simpan tautannya setelah terkirim.',
    'The answer appears on a page of your own. Keep its link once this is sent.',
  ),
  send: both('Kirim ke petugas', 'Send to an agent'),
  fix: both(
    'Belum terkirim. Tulisan Anda masih ada; perbaiki yang ditandai, lalu kirim lagi.',
    'Not sent yet. What you wrote is still here; mend what is marked and send it again.',
  ),
  filesAgain: both(
    'Berkas perlu dipilih lagi sebelum dikirim.',
    'Files have to be chosen again before sending.',
  ),
  meanwhile: both('Kalau mendesak, hubungi layanannya langsung:', 'If it is urgent, ask the service itself:'),
  earlier: both('Sudah pernah menulis, tapi tautannya hilang?', 'Written before, but lost the link?'),
  closedTitle: both('Di sini belum ada petugas', 'There are no agents here'),
  closedText: both(
    'Di alamat ini Pandu tidak menerima kiriman. Yang bisa menangani adalah layanannya sendiri, lewat kontak resminya. Ringkasan untuk dibawa ke sana bisa disusun lebih dulu.',
    'At this address Pandu takes no letters. The service itself can help, through its official contacts. A summary to take there can be put together first.',
  ),
  /** The link on other pages. */
  link: both('Tulis ke petugas', 'Write to an agent'),
} as const satisfies Record<string, Bilingual>;

/** Said above a form that was not taken though nothing in it is wrong; with `{wait}`. */
const REFUSALS: Readonly<Record<TicketFormRefusal['reason'], Bilingual>> = {
  unreadable: both(
    'Belum terkirim: isi formulirnya tidak sampai dengan utuh. Periksa lagi di bawah, lalu kirim.',
    'Not sent: the form did not arrive in one piece. Check it below, then send it again.',
  ),
  busy: both(
    'Belum terkirim: server sedang menerima terlalu banyak berkas. Tulisan Anda masih ada. Tunggu beberapa detik, lalu kirim lagi.',
    'Not sent: the server is taking in too many files at this moment. What you wrote is still here. Wait a few seconds, then send it again.',
  ),
  'too-many': both(
    'Belum terkirim: dari jaringan ini terlalu banyak kiriman dalam waktu singkat. Tulisan Anda masih ada. Tunggu {wait}, lalu kirim lagi.',
    'Not sent: too much came from this network in a short time. What you wrote is still here. Wait {wait}, then send it again.',
  ),
  away: both(
    'Belum terkirim: penyimpanan di server sedang tidak menjawab. Tulisan Anda masih ada. Coba lagi beberapa menit lagi.',
    'Not sent: the storage of the server does not answer. What you wrote is still here. Try again in a few minutes.',
  ),
  'nothing-chosen': both(
    'Belum ada yang dipilih. Pilih salah satu, lalu kirim.',
    'Nothing was chosen. Choose one of them, then send it.',
  ),
};

/** What a page says above its form when it was refused. */
export function sayRefusal({ reason, seconds = 0 }: TicketFormRefusal, lang: Language): string {
  return REFUSALS[reason][lang].replace('{wait}', sayWait(seconds, lang));
}

/** The page of a ticket, around what is drawn. */
export const TICKET = {
  title: both('Permintaan {reference}', 'Request {reference}'),
  description: both(
    'Percakapan Anda dengan petugas. Hanya yang memegang tautannya yang bisa membukanya.',
    'Your conversation with an agent. Only whoever has its link can open it.',
  ),
  keep: both(
    'Simpan tautan halaman ini supaya bisa dibuka lagi. Jangan berikan ke orang lain: siapa pun yang memegangnya bisa membaca dan membalas.',
    'Keep the link of this page, so that you can open it again. Give it to nobody else: whoever has it can read and reply.',
  ),
  alsoByMail: both('Jawabannya juga dikirim ke email Anda.', 'Answers also come to your mailbox.'),
  notSent: both(
    'Balasan belum terkirim. Tulisan Anda masih ada; perbaiki yang ditandai, lalu kirim lagi.',
    'The reply is not sent. What you wrote is still here; mend what is marked and send it again.',
  ),
  toReply: both('Ke balasan Anda', 'To your reply'),
  copy: both('Salin tautan', 'Copy the link'),
  copied: both('Tautan tersalin.', 'The link is copied.'),
  copyRefused: both(
    'Peramban menolak menyalin. Salin dari bilah alamat.',
    'The browser refuses to copy. Copy it from the address bar.',
  ),
  print: both('Cetak', 'Print'),
  data: both('Salin atau hapus laporan ini', 'Copy or remove this report'),
  download: both('Unduh salinannya, termasuk lampiran', 'Download a copy, attachments included'),
  sure: both(
    'Hapus untuk selamanya: isi, lampiran, dan jawabannya. Petugas tidak bisa membantu lagi lewat laporan ini.',
    'Remove it for good: what was written, attached and answered. Agents cannot help through this report any more.',
  ),
  erase: both('Hapus laporan', 'Remove the report'),
  gone: both('Tautan ini tidak membuka apa pun', 'This link opens nothing'),
  goneText: both(
    'Mungkin terpotong waktu disalin, atau permintaannya sudah dihapus pada waktunya. Kalau waktu itu Anda mengisi email, tautannya bisa dikirim lagi.',
    'It may have been cut when it was copied, or the request was deleted when its time was over. If you had given a mailbox, the link can be sent again.',
  ),
} as const satisfies Record<string, Bilingual>;

/** The page for those who have lost the link of a ticket. */
export const LOST_LINK = {
  title: both('Cari tautan yang hilang', 'Find a lost link'),
  description: both(
    'Masukkan email yang Anda isi waktu menulis ke petugas. Kode untuk membukanya dikirim ke sana.',
    'Give the mailbox that you gave when you wrote to an agent. A code to open it is sent there.',
  ),
  email: both('Alamat email', 'Email address'),
  emailWrong: both(
    'Alamat emailnya belum lengkap. Contoh: nama@example.org',
    'The email address is not complete. For example: name@example.org',
  ),
  ask: both('Kirim kodenya', 'Send the code'),
  codeSent: both(
    'Kalau ada permintaan dengan email {email}, kodenya sedang dalam perjalanan. Lihat juga di folder spam.',
    'If there is a request with the mailbox {email}, a code is on its way. Look in the spam folder too.',
  ),
  code: both('Kode dari email', 'Code from the email'),
  open: both('Buka', 'Open'),
  wrong: both(
    'Kodenya tidak cocok atau sudah lewat waktunya. Periksa lagi, atau minta kode baru.',
    'The code does not fit or its time is over. Check it again, or ask for a new one.',
  ),
  again: both('Minta kode baru', 'Ask for a new code'),
  found: both('Permintaan Anda', 'Your requests'),
  none: both('Tidak ada permintaan dengan email itu.', 'There is no request with that mailbox.'),
  keep: both(
    'Buka, lalu simpan tautannya kali ini, misalnya di catatan HP.',
    'Open it, and keep the link this time, in the notes of your phone for example.',
  ),
  noMail: both(
    'Di alamat ini Pandu tidak mengirim email, jadi tautan yang hilang tidak bisa dikirim lagi. Tulis permintaan baru, dan sebutkan nomor yang lama kalau masih ada.',
    'At this address Pandu sends no email, so a lost link cannot be sent again. Write a new request, and name the number of the old one if you have it.',
  ),
} as const satisfies Record<string, Bilingual>;

/** The words of the page of a ticket that scripts need too. */
export function ticketWords(lang: Language): TicketWords {
  return { ...TICKET_WORDS[lang], sending: SENDING[lang] };
}

/** The words of the way to an agent at the end of a conversation. */
export function deskWords(lang: Language): DeskWords {
  return { ...DESK_WORDS[lang], sending: SENDING[lang] };
}

const SENDING: Readonly<Record<Language, SendingWords>> = {
  id: {
    sending: 'Mengirim…',
    refused:
      'Belum terkirim: ada isi yang belum bisa diterima. Tulisan Anda masih ada. Periksa lagi, lalu kirim ulang.',
    tooMany:
      'Belum terkirim: terlalu banyak kiriman dalam waktu singkat. Tulisan Anda masih ada. Tunggu beberapa menit, lalu kirim lagi.',
    away: 'Belum terkirim: server belum terjangkau. Tulisan Anda masih ada. Coba lagi saat tersambung.',
    secret:
      'Di sini ada PIN, OTP, kata sandi, atau nomor kartu. Hapus dulu: petugas yang asli tidak memerlukannya.',
  },
  en: {
    sending: 'Sending…',
    refused:
      'Not sent: something in it cannot be taken. What you wrote is still here. Check it and send it again.',
    tooMany:
      'Not sent: too much was sent in a short time. What you wrote is still here. Wait a few minutes and send it again.',
    away: 'Not sent: the server cannot be reached. What you wrote is still here. Try again when connected.',
    secret:
      'There is a PIN, an OTP, a password or a card number in this. Take it out first: a real agent does not need it.',
  },
};

const TICKET_WORDS: Readonly<Record<Language, Omit<TicketWords, 'sending'>>> = {
  id: {
    standing: {
      new: 'Sudah sampai, menunggu petugas',
      open: 'Giliran petugas',
      waiting: 'Petugas sudah menjawab',
      solved: 'Selesai',
    },
    due: 'Petugas akan menjawab sebelum {time}.',
    late: 'Jawabannya seharusnya sudah ada sebelum {time}. Petugas terlambat; permintaan Anda tidak hilang.',
    awaited: 'Jawabannya muncul di halaman ini.',
    readerTurn: 'Sekarang giliran Anda: coba sarannya, lalu ceritakan hasilnya di bawah.',
    solvedText: 'Kalau masalahnya muncul lagi, balas saja di sini.',
    reference: 'Nomor {reference}',
    thread: 'Percakapan',
    you: 'Anda',
    agent: 'petugas',
    pandu: 'Pandu',
    guideSolved: 'Ini menyelesaikan masalah saya',
    guideFailed: 'Belum',
    saidSolved: 'Anda menandai: menyelesaikan masalah.',
    saidFailed: 'Anda menandai: belum menyelesaikan masalah.',
    files: 'Lampiran',
    replyFirst: 'Ada yang ingin ditambahkan?',
    replyTitle: 'Balas petugas',
    replyAgain: 'Masih ada masalah?',
    replyLabel: 'Tulisan Anda',
    send: 'Kirim pesan',
    sent: 'Pesan terkirim.',
    solvedNow: 'Masalah saya sudah beres',
    newAnswer: 'Ada kabar baru di percakapan ini.',
    ratingTitle: 'Bagaimana bantuan di sini?',
    ratings: { good: 'Baik', fair: 'Cukup', bad: 'Kurang' },
    commentLabel: 'Apa yang sebaiknya lebih baik? (boleh kosong)',
    rate: 'Kirim penilaian',
    rated: 'Penilaian Anda: {rating}. Terima kasih.',
    file: {
      label: 'Lampiran (boleh kosong)',
      hint: 'Gambar atau PDF, paling banyak 5 berkas, masing-masing sampai 10 MB. Tutupi dulu nomor kartu, PIN, dan kata sandi. PDF tetap memuat keterangannya, misalnya nama pembuat dan tanggal.',
      remove: 'Hapus {name}',
      progress: '{percent}% terkirim',
      wrongType: '{name} bukan gambar atau PDF, jadi tidak ikut.',
      tooLarge: '{name} lebih dari 10 MB, jadi tidak ikut.',
      tooMany: 'Paling banyak 5 berkas. Sisanya tidak ikut.',
      notTaken: '{name} belum bisa diterima. Hapus dari daftar, atau coba lagi.',
    },
    problems: {
      missing: 'Ini belum diisi.',
      'too-long': 'Ini terlalu panjang. Ringkas dulu, atau lampirkan sisanya sebagai PDF.',
      'not-an-address': 'Alamat emailnya belum lengkap. Contoh: nama@example.org',
      secret: 'PIN, OTP, kata sandi, atau nomor kartu di sini sudah ditutup. Periksa lagi, lalu kirim.',
      'file-type': 'Hanya gambar atau PDF yang bisa dilampirkan.',
      'file-size': 'Berkas paling besar 10 MB, paling banyak 5.',
      'no-room': 'Tempat untuk lampiran sudah penuh. Kirim tanpa lampiran.',
    },
  },
  en: {
    standing: {
      new: 'Received, waiting for an agent',
      open: 'It is the agent’s turn',
      waiting: 'An agent has answered',
      solved: 'Solved',
    },
    due: 'An agent will answer before {time}.',
    late: 'An answer was due before {time}. It is late; your request is not lost.',
    awaited: 'The answer appears on this page.',
    readerTurn: 'Now it is your turn: try what was suggested, then say below how it went.',
    solvedText: 'If the problem comes back, just reply here.',
    reference: 'Number {reference}',
    thread: 'Conversation',
    you: 'You',
    agent: 'agent',
    pandu: 'Pandu',
    guideSolved: 'This solves my problem',
    guideFailed: 'Not yet',
    saidSolved: 'You said: this solves the problem.',
    saidFailed: 'You said: this does not solve the problem yet.',
    files: 'Attachments',
    replyFirst: 'Anything to add?',
    replyTitle: 'Reply to the agent',
    replyAgain: 'Is something still wrong?',
    replyLabel: 'Your message',
    send: 'Send the message',
    sent: 'The message is sent.',
    solvedNow: 'My problem is solved',
    newAnswer: 'There is something new in this conversation.',
    ratingTitle: 'How was the help here?',
    ratings: { good: 'Good', fair: 'All right', bad: 'Bad' },
    commentLabel: 'What should be better? (optional)',
    rate: 'Send the rating',
    rated: 'Your rating: {rating}. Thank you.',
    file: {
      label: 'Attachments (optional)',
      hint: 'Images or PDF, at most 5 files of up to 10 MB each. Cover card numbers, PINs and passwords first. A PDF keeps its properties, such as who made it and when.',
      remove: 'Remove {name}',
      progress: '{percent}% sent',
      wrongType: '{name} is neither an image nor a PDF, so it is left out.',
      tooLarge: '{name} is larger than 10 MB, so it is left out.',
      tooMany: 'At most 5 files. The others are left out.',
      notTaken: '{name} could not be taken. Remove it from the list, or try again.',
    },
    problems: {
      missing: 'This is still empty.',
      'too-long': 'This is too long. Shorten it, or attach the rest as a PDF.',
      'not-an-address': 'The email address is not complete. For example: name@example.org',
      secret: 'A PIN, an OTP, a password or a card number in this is covered now. Check it, then send it.',
      'file-type': 'Only images and PDF can be attached.',
      'file-size': 'A file may have up to 10 MB, and there may be 5 of them.',
      'no-room': 'There is no more room for attachments. Send it without them.',
    },
  },
};

const DESK_WORDS: Readonly<Record<Language, Omit<DeskWords, 'sending'>>> = {
  id: {
    exactly: 'Yang terkirim hanya isi kotak ringkasan di atas, persis seperti tertulis.',
    withConversation:
      'Yang terkirim isi kotak ringkasan di atas, persis seperti tertulis, dan percakapan tadi.',
    emailLabel: CONTACT.email.id,
    emailHint: CONTACT.emailHint.id,
    noMail: CONTACT.noMail.id,
    wrongEmail: 'Alamat emailnya belum lengkap. Contoh: nama@example.org',
    send: CONTACT.send.id,
    sentTitle: 'Sudah terkirim ke petugas',
    reference: 'Nomor permintaan Anda, kalau perlu dibacakan:',
    due: 'Petugas akan menjawab sebelum {time}.',
    awaited: 'Jawabannya muncul di halaman permintaan Anda.',
    open: 'Buka permintaan saya',
    copyLink: TICKET.copy.id,
    linkCopied: TICKET.copied.id,
    linkRefused: 'Peramban menolak menyalin. Buka halamannya, lalu salin dari bilah alamat.',
    keep: 'Simpan tautannya: di situ jawabannya. Siapa pun yang memegangnya bisa membaca dan membalas.',
  },
  en: {
    exactly: 'Only what stands in the summary above is sent, exactly as written.',
    withConversation:
      'What stands in the summary above is sent, exactly as written, and the conversation before it.',
    emailLabel: CONTACT.email.en,
    emailHint: CONTACT.emailHint.en,
    noMail: CONTACT.noMail.en,
    wrongEmail: 'The email address is not complete. For example: name@example.org',
    send: CONTACT.send.en,
    sentTitle: 'Sent to an agent',
    reference: 'The number of your request, to read aloud if needed:',
    due: 'An agent will answer before {time}.',
    awaited: 'The answer appears on the page of your request.',
    open: 'Open my request',
    copyLink: TICKET.copy.en,
    linkCopied: TICKET.copied.en,
    linkRefused: 'The browser refuses to copy. Open the page and copy its address there.',
    keep: 'Keep the link: the answer is there. Whoever has it can read and reply.',
  },
};
