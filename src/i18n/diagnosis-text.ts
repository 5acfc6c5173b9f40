import type { DiagnosisWords } from '../client/diagnosis/browser.ts';
import type { Language } from '../core/article/browser.ts';
import { messages, otherLanguage, pathOf } from './index.ts';
import { URGENT } from './urgent-text.ts';

/** The words of the page that finds out what is wrong. */
export interface DiagnosisText {
  readonly title: string;
  readonly description: string;
  /** Where it can run only with scripts. */
  readonly needsScript: string;
  /** On pages that lead here. */
  readonly helpMe: string;
  readonly words: DiagnosisWords;
}

/** The words in a language. */
export function diagnosisText(lang: Language): DiagnosisText {
  const { words, ...own } = OWN[lang];
  const other = otherLanguage(lang);
  const { sectors, channelKinds, guide, servicesPage } = messages(lang);
  return {
    ...own,
    words: {
      ...words,
      paths: {
        diagnosis: pathOf('diagnosis', lang),
        urgent: pathOf('urgent', lang),
        service: pathOf('service', lang, { slug: '{slug}' }),
        services: pathOf('services', lang),
      },
      otherLanguage: {
        text: words.continueIn,
        lang: other,
        path: pathOf('diagnosis', other),
      },
      sectors: {
        'e-commerce': sectors['e-commerce'].name,
        banking: sectors.banking.name,
        'social-media': sectors['social-media'].name,
        education: sectors.education.name,
        government: sectors.government.name,
      },
      danger: guide.danger,
      urgentAction: URGENT.now.action[lang],
      urgentDetail: URGENT.now.detail[lang],
      urgentSteps: URGENT.steps.map(({ action, services }) => ({ action: action[lang], services })),
      channelKinds,
      servicePage: servicesPage.title,
      official: guide.official,
      press: guide.press,
      checked: guide.checked('{date}'),
    },
  };
}

type OwnWords = Omit<
  DiagnosisWords,
  | 'paths'
  | 'otherLanguage'
  | 'sectors'
  | 'danger'
  | 'urgentAction'
  | 'urgentDetail'
  | 'urgentSteps'
  | 'channelKinds'
  | 'servicePage'
  | 'official'
  | 'press'
  | 'checked'
> & { readonly continueIn: string };

const OWN: Readonly<Record<Language, Omit<DiagnosisText, 'words'> & { readonly words: OwnWords }>> = {
  id: {
    title: 'Cari tahu masalahnya',
    description:
      'Ceritakan masalahnya, jawab satu dua pertanyaan, lalu coba langkahnya satu per satu. Kalau belum beres, ringkasannya siap dibawa ke petugas.',
    needsScript:
      'Di alamat ini, mencari tahu lewat tanya jawab perlu JavaScript. Tanpa itu, mulai dari bidangnya, atau cari di semua panduan:',
    helpMe: 'Bantu saya mencari tahu',
    words: {
      urgentMoneyToo: 'Uang atau akun juga dalam bahaya?',
      continueIn: 'Continue in English',
      told: 'Yang sudah diketahui',
      you: 'Anda menulis',
      fromGuide: 'Belum beres dengan panduan',
      change: 'Ubah',
      unknownAnswer: 'Tidak tahu',
      question: 'Ada masalah apa?',
      fieldLabel: 'Ceritakan masalahnya',
      fieldAgain: 'Atau tulis dengan kata-kata sendiri',
      fieldAnother: 'Masih ada masalah lain? Tulis di sini',
      placeholder: 'misalnya: transfer sudah berhasil tapi belum sampai',
      send: 'Lanjut',
      searching: 'Mencocokkan dengan panduan…',
      notStarted: 'Tanya jawabnya belum bisa dimuat. Tulisan Anda tetap ada; coba lagi saat tersambung.',
      sectorsLabel: 'Sulit menjelaskannya? Mulai dari bidangnya',
      left: 'kira-kira {n} pertanyaan lagi',
      leftOne: 'kira-kira 1 pertanyaan lagi',
      whyAsked: 'Kenapa ini ditanyakan?',
      dontKnow: 'Tidak tahu',
      noneOfThese: 'Bukan semua ini',
      confirmTitle: 'Apakah ini masalah Anda?',
      confirmYes: 'Ya, ini masalah saya',
      confirmOther: 'Atau yang ini?',
      stay: 'Lanjutkan yang sekarang',
      moveTo: 'Pindah ke: {title}',
      stepNow: 'Langkah {n} dari {total}',
      minutes: 'sekitar {n} menit',
      lessThanMinute: 'kurang dari 1 menit',
      stepInGuide: 'Baca langkah ini di panduan',
      stepMissing: 'Isi langkah ini belum bisa diambil. Buka di panduannya, lalu kembali ke sini.',
      worked: 'Berhasil, sudah beres',
      failed: 'Sudah dicoba, belum beres',
      cannot: 'Tidak bisa saya lakukan',
      results: { solved: 'beres', failed: 'belum beres', skipped: 'tidak bisa dilakukan' },
      urgentOpen: 'Buka lima menit pertama',
      urgentDone: 'Sudah saya lakukan, lanjutkan',
      evidenceTitle: 'Kumpulkan buktinya sekarang, sebelum hilang',
      evidence: [
        'Tangkapan layar percakapan, lengkap dengan nomor atau nama akunnya',
        'Bukti transfer atau pemberitahuan transaksi',
        'Nomor rekening, dompet, atau kartu yang menerima uang',
        'Tautan yang dibuka atau aplikasi yang dipasang',
        'Jam setiap kejadian',
      ],
      chronologyLabel: 'Kronologi untuk laporan',
      chronologyCopy: 'Salin kronologi',
      chronology: [
        'Mulai kapan (tanggal, jam)',
        'Urutan kejadian',
        'Uang atau data yang keluar',
        'Rekening, nomor, atau akun pelaku',
        'Yang sudah saya lakukan',
        'Nomor laporan',
      ],
      possible: 'Yang mungkin sejauh ini',
      alsoSaid: 'Tadi Anda juga menulis ini. Lanjut ke sana?',
      prevention: 'Supaya tidak terulang',
      another: 'Mulai percakapan baru',
      ratings: { helped: 'Membantu', partly: 'Sebagian', not: 'Tidak' },
      triedThere: 'Langkah yang sudah dicoba:',
      handoffTitle: 'Bawa ringkasan ini ke petugas',
      summaryLabel: 'Ringkasan, boleh diubah dulu',
      copy: 'Salin ringkasan',
      copied: 'Ringkasan tersalin.',
      copyRefused: 'Peramban menolak menyalin. Teksnya sudah dipilih: salin dari sana.',
      mail: 'Tulis emailnya',
      mailNobody: 'Ringkasannya sudah terisi. Alamatnya ambil dari kontak resmi layanannya.',
      mailTo: 'Ringkasannya sudah terisi, ditujukan ke {address}.',
      phoneNobody: 'Pilih layanannya di atas supaya nomornya tampil.',
      phoneMissing: 'Belum ada nomor telepon yang bisa dipastikan sumbernya.',
      ways: {
        desk: 'Langsung ke petugas',
        mail: 'Lewat email',
        phone: 'Lewat telepon',
        contacts: 'Lewat kontak resmi lainnya',
      },
      wayFailed: {
        desk: 'Belum ada yang menjawab',
        mail: 'Emailnya belum dijawab',
        phone: 'Teleponnya tidak tersambung',
        contacts: 'Cara ini juga belum berhasil',
      },
      sayFirst: 'Katakan lebih dulu',
      haveReady: 'Siapkan',
      ready: [
        'nama lengkap dan nomor HP atau email yang terdaftar',
        'waktu kejadian, jumlah, dan nomor transaksi atau pesanan',
        'tangkapan layar, dan alat tulis untuk nomor laporannya',
      ],
      neverTell: 'Jangan pernah sebutkan',
      never:
        'PIN, OTP, kata sandi, atau tiga angka di belakang kartu (CVV). Petugas yang asli tidak memintanya.',
      serviceLabel: 'Masalahnya di layanan apa?',
      serviceNone: 'Pilih layanan',
      serviceShow: 'Tampilkan kontak',
      serviceMissing: 'Belum ada kontak yang bisa dipastikan sumbernya. Mulai dari situs resminya:',
      directoryFailed: 'Daftar kontak belum bisa diambil. Coba lagi saat tersambung, atau buka halamannya:',
      nearest: 'Panduan yang paling dekat',
      resume: 'Kembali mencari tahu',
      back: 'Kembali',
      person: 'Bicara dengan orang',
      clear: 'Hapus percakapan',
      keptOnServer:
        'Tanpa JavaScript, percakapan ini disimpan di server. Data pribadi disamarkan dulu, dan Anda bisa menghapusnya kapan saja.',
      cleared: 'Percakapan dihapus dari perangkat ini.',
      clearedBoth: 'Percakapan dihapus dari perangkat ini dan dari server.',
      clearedHere:
        'Percakapan dihapus dari perangkat ini. Server belum terjangkau; salinan di sana terhapus sendiri pada waktunya.',
      byGuide: 'Dijawab dari panduan',
      byModel: 'Disusun model bahasa dari panduan; periksa sumbernya:',
      sentToModel:
        'Kalimat jawabannya disusun model bahasa. Yang dikirim ke sana hanya tulisan yang sudah disamarkan.',
      composing: 'Menyusun jawaban…',
      away: 'Server belum terjangkau, jadi dilanjutkan di perangkat ini.',
    },
  },
  en: {
    title: 'Find out what is wrong',
    description:
      'Say what is wrong, answer one or two questions, then try one step at a time. If it still fails, a summary is ready to take to an agent.',
    needsScript:
      'At this address, finding out by questions needs JavaScript. Without it, begin with the area, or search all guides:',
    helpMe: 'Help me find out',
    words: {
      urgentMoneyToo: 'Is money or an account in danger too?',
      continueIn: 'Lanjutkan dalam bahasa Indonesia',
      told: 'What is known so far',
      you: 'You wrote',
      fromGuide: 'Not solved by the guide',
      change: 'Change',
      unknownAnswer: 'Not known',
      question: 'What is wrong?',
      fieldLabel: 'Say what is wrong',
      fieldAgain: 'Or write it in your own words',
      fieldAnother: 'Is something else wrong? Write it here',
      placeholder: 'for example: the transfer succeeded but never arrived',
      send: 'Go on',
      searching: 'Comparing with the guides…',
      notStarted: 'The questions cannot be loaded yet. Your words are still here; try again when connected.',
      sectorsLabel: 'Hard to explain? Begin with the area',
      left: 'about {n} more questions',
      leftOne: 'about 1 more question',
      whyAsked: 'Why is this asked?',
      dontKnow: "I don't know",
      noneOfThese: 'None of these',
      confirmTitle: 'Is this your problem?',
      confirmYes: 'Yes, this is it',
      confirmOther: 'Or is it this?',
      stay: 'Stay with this one',
      moveTo: 'Go to: {title}',
      stepNow: 'Step {n} of {total}',
      minutes: 'about {n} min',
      lessThanMinute: 'less than 1 minute',
      stepInGuide: 'Read this step in the guide',
      stepMissing: 'The text of this step cannot be fetched. Open it in the guide, then come back here.',
      worked: 'It worked, solved',
      failed: 'Tried, still not solved',
      cannot: 'I cannot do this',
      results: { solved: 'solved', failed: 'not solved', skipped: 'could not be done' },
      urgentOpen: 'Open the first five minutes',
      urgentDone: 'I have done this, go on',
      evidenceTitle: 'Gather the proof now, before it is gone',
      evidence: [
        'Screenshots of the conversation, with the number or name of the account',
        'Proof of transfer, or the notice of the transaction',
        'The account, wallet or card number that received the money',
        'The link that was opened or the app that was installed',
        'The time of each event',
      ],
      chronologyLabel: 'Chronology for the report',
      chronologyCopy: 'Copy the chronology',
      chronology: [
        'When it began (date, time)',
        'The events in order',
        'Money or data that is gone',
        'Account, number or profile of the other side',
        'What I have done',
        'Case number',
      ],
      possible: 'Possible so far',
      alsoSaid: 'You also wrote this. Go on with it?',
      prevention: 'So that it does not happen again',
      another: 'Start a new conversation',
      ratings: { helped: 'It helped', partly: 'In part', not: 'No' },
      triedThere: 'Steps already tried:',
      handoffTitle: 'Take this summary to an agent',
      summaryLabel: 'Summary; change it if you like',
      copy: 'Copy the summary',
      copied: 'The summary is copied.',
      copyRefused: 'The browser refuses to copy. The text is selected: copy it from there.',
      mail: 'Write the email',
      mailNobody: 'The summary is filled in. Take the address from the official contacts of the service.',
      mailTo: 'The summary is filled in, addressed to {address}.',
      phoneNobody: 'Choose the service above to see its number.',
      phoneMissing: 'There is no phone number yet whose source is certain.',
      ways: {
        desk: 'Straight to an agent',
        mail: 'By email',
        phone: 'By phone',
        contacts: 'Other official contacts',
      },
      wayFailed: {
        desk: 'Nobody has answered',
        mail: 'No answer to the email',
        phone: 'Nobody picks up',
        contacts: 'This did not work either',
      },
      sayFirst: 'Say first',
      haveReady: 'Have ready',
      ready: [
        'your full name and the phone number or email that is registered',
        'when it happened, the amount, and the transaction or order number',
        'screenshots, and a pen for the case number',
      ],
      neverTell: 'Never tell anyone',
      never:
        'Your PIN, OTP, password, or the three digits on the back of the card (CVV). A real agent does not ask.',
      serviceLabel: 'Which service is it?',
      serviceNone: 'Choose a service',
      serviceShow: 'Show contacts',
      serviceMissing: 'There is no contact yet whose source is certain. Begin with the official site:',
      directoryFailed: 'The contacts cannot be fetched. Try again when connected, or open the page:',
      nearest: 'The nearest guides',
      resume: 'Back to finding out',
      back: 'Back',
      person: 'Talk to a person',
      clear: 'Delete this conversation',
      keptOnServer:
        'Without JavaScript, this conversation is kept on the server. Personal data is masked first, and you can delete it at any time.',
      cleared: 'The conversation is deleted from this device.',
      clearedBoth: 'The conversation is deleted from this device and from the server.',
      clearedHere:
        'The conversation is deleted from this device. The server cannot be reached; its copy expires there by itself.',
      byGuide: 'Answered from the guides',
      byModel: 'Worded by a language model from the guides; check the sources:',
      sentToModel: 'A language model words the answers. Only what was masked is sent to it.',
      composing: 'Writing the answer…',
      away: 'The server cannot be reached, so this goes on here on your device.',
    },
  },
};
