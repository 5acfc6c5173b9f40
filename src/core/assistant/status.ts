import type { Bilingual, Language } from '../article/browser.ts';

/** How a reader is spoken to: the way they write. English has one register. */
export type Register = 'formal' | 'casual';

interface Wording extends Bilingual {
  /** Indonesian for somebody who writes casually; absent where `id` suits both. */
  readonly casual?: string;
}

/**
 * Every reply that is not a question, a problem or a step, with its wording. Nothing is ever triggered by
 * these words: what the reader can do stands beside them.
 */
const WORDINGS = {
  greeting: {
    id: 'Ceritakan seperti ke teman. Saya tanya seperlunya, lalu kita coba langkahnya satu per satu. Percakapan ini hanya disimpan di perangkat Anda.',
    en: 'Tell it as you would to a friend. I ask only what is needed, then we try one step at a time. This conversation is kept on your device only.',
  },
  'from-guide': {
    id: 'Panduan tadi belum membantu. Mari pastikan dulu masalahnya.',
    en: 'That guide has not helped yet. Let us make sure which problem it is.',
  },
  'hello-back': {
    id: 'Halo. Apa yang terjadi? Sebutkan layanannya dan apa yang terlihat di layar.',
    casual: 'Halo. Ada apa? Sebut layanannya dan apa yang muncul di layar.',
    en: 'Hello. What happened? Name the service and what the screen shows.',
  },
  welcome: {
    id: 'Sama-sama. Kalau masih ada yang belum beres, tulis saja di sini.',
    casual: 'Sama-sama. Kalau masih ada yang belum beres, tulis aja di sini.',
    en: 'You are welcome. If something is still wrong, write it here.',
  },
  'bot-or-person': {
    id: 'Saya program komputer, bukan orang. Saya hanya memakai panduan yang ada di situs ini. Kalau Anda ingin bicara dengan orang, pilih “Bicara dengan orang”.',
    casual:
      'Ini program komputer, bukan orang, dan cuma pakai panduan di situs ini. Kalau mau ngomong sama orang, pilih “Bicara dengan orang”.',
    en: 'I am a computer program, not a person, and I use only the guides on this site. For a person, choose “Talk to a person”.',
  },
  insult: {
    id: 'Ini memang menjengkelkan. Ceritakan apa yang terjadi, atau langsung bicara dengan orang.',
    casual: 'Wajar kalau kesal. Cerita aja apa yang terjadi, atau langsung ngomong sama orang.',
    en: 'This is frustrating. Tell me what happened, or go straight to a person.',
  },
  'offer-person': {
    id: 'Kalau Anda ingin bicara dengan orang, pilih “Bicara dengan orang”. Kalau tidak, ceritakan masalahnya.',
    casual: 'Mau ngomong sama orang? Pilih “Bicara dengan orang”. Kalau nggak, cerita aja masalahnya.',
    en: 'If you want a person, choose “Talk to a person”. Otherwise tell me what is wrong.',
  },
  'said-again': {
    id: 'Anda sudah menulis hal yang sama beberapa kali, jadi jawaban saya belum kena. Jawab pertanyaan di bawah, atau bicara dengan orang.',
    casual:
      'Kamu sudah nulis hal yang sama beberapa kali, jadi jawabannya belum kena. Jawab pertanyaan di bawah, atau ngomong sama orang.',
    en: 'You have written the same thing several times, so my answers miss the point. Answer the question below, or talk to a person.',
  },
  empty: {
    id: 'Belum ada yang tertulis. Tiga kata sudah cukup, misalnya “otp tidak masuk”.',
    casual: 'Belum ada yang ditulis. Tiga kata aja cukup, misalnya “otp ga masuk”.',
    en: 'Nothing was written yet. Three words are enough, for example “code never arrives”.',
  },
  'too-short': {
    id: 'Itu terlalu singkat untuk ditebak. Tambahkan layanannya dan apa yang terjadi.',
    casual: 'Kependekan, belum bisa ditebak. Tambahin layanannya dan apa yang terjadi.',
    en: 'That is too short to go on. Add the service and what happened.',
  },
  'only-emoji': {
    id: 'Saya tidak bisa membaca masalahnya dari emoji. Tulis beberapa kata tentang apa yang terjadi.',
    casual: 'Dari emoji aja belum kebaca masalahnya. Tulis beberapa kata ya.',
    en: 'I cannot read a problem from emoji. Write a few words about what happened.',
  },
  'no-pictures': {
    id: 'Gambar tidak bisa dikirim di sini. Ketik tulisan yang ada di layar, dan simpan gambarnya untuk petugas.',
    casual: 'Di sini belum bisa kirim gambar. Ketik aja tulisan di layarnya, gambarnya simpan buat petugas.',
    en: 'Pictures cannot be sent here. Type what the screen says and keep the picture for the agent.',
  },
  'too-long': {
    id: 'Tulisannya panjang, jadi yang dipakai hanya 1.000 huruf pertama.',
    en: 'That is long: only the first 1,000 letters were used.',
  },
  'other-language': {
    id: 'Saya hanya bisa bahasa Indonesia dan Inggris. Tulis beberapa kata dalam salah satunya, atau bicara dengan orang.',
    en: 'I know only Indonesian and English. Write a few words in one of them, or talk to a person.',
  },
  'writes-english': {
    id: 'Anda menulis dalam bahasa Inggris. Percakapan ini bisa dilanjutkan dalam bahasa itu (You can continue in English).',
    en: 'You can continue in English.',
  },
  'writes-indonesian': {
    id: 'Percakapan ini bisa dilanjutkan dalam bahasa Indonesia.',
    en: 'You write in Indonesian. You can continue in that language (Bisa dilanjutkan dalam bahasa Indonesia).',
  },
  'blocked-secret': {
    id: 'Tulisan Anda tidak diteruskan dan tidak disimpan, karena tampaknya berisi kode, PIN, kata sandi, atau nomor kartu. Hapus bagian itu. Siapa pun yang memintanya bukan petugas.',
    casual:
      'Tulisanmu tidak diteruskan dan tidak disimpan, karena kayaknya ada kode, PIN, kata sandi, atau nomor kartu. Hapus bagian itu dulu. Siapa pun yang minta itu bukan petugas.',
    en: 'What you wrote was not passed on and not kept: it seems to hold a code, PIN, password or card number. Take that out. Whoever asks for it is not an agent.',
  },
  'out-of-scope': {
    id: 'Sepertinya belum ada panduan untuk ini. Coba kata lain: layanan apa, apa yang Anda lakukan, apa yang terlihat.',
    casual:
      'Kayaknya belum ada panduan buat ini. Coba kata lain: layanan apa, lagi ngapain, apa yang muncul di layar.',
    en: 'There seems to be no guide for this. Try other words: which service, what you did, what you see.',
  },
  'not-understood': {
    id: 'Kalimat itu belum bisa dicocokkan dengan panduan; dicatat untuk ringkasan. Pilih jawaban di bawah, atau coba kata lain.',
    casual:
      'Kalimat itu belum ketemu di panduan, tapi dicatat buat ringkasan. Pilih jawaban di bawah, atau coba kata lain.',
    en: 'That matches no guide yet; it is noted for the summary. Choose an answer below, or try other words.',
  },
  several: {
    id: 'Ada lebih dari satu masalah di sini. Mana yang lebih dulu?',
    en: 'There is more than one problem here. Which comes first?',
  },
  'second-problem': {
    id: 'Ini terdengar seperti masalah lain. Pindah ke sana, atau lanjutkan yang sekarang?',
    casual: 'Kayaknya ini masalah lain. Mau pindah ke sana, atau lanjut yang sekarang?',
    en: 'This sounds like another problem. Go to it, or stay with this one?',
  },
  noted: {
    id: 'Dicatat untuk ringkasan. Pilih bagaimana hasil langkah ini.',
    casual: 'Sudah dicatat buat ringkasan. Pilih hasil langkah ini.',
    en: 'Noted for the summary. Choose how this step went.',
  },
  'none-fit': {
    id: 'Baik, jawaban itu dilewati. Kalau keadaannya lain, ceritakan dengan kata-kata sendiri.',
    casual: 'Oke, dilewati. Kalau keadaannya beda, cerita aja pakai kata-kata sendiri.',
    en: 'Skipped. If your situation is different, describe it in your own words.',
  },
  'search-unavailable': {
    id: 'Pencarian belum bisa dijangkau. Tulisan Anda tetap ada di perangkat ini. Coba lagi saat tersambung, atau pilih bidangnya.',
    casual:
      'Pencarian belum kejangkau. Tulisanmu tetap ada di perangkat ini. Coba lagi pas tersambung, atau pilih bidangnya.',
    en: 'Search cannot be reached. Your words are still on this device. Try again when connected, or choose an area.',
  },
  urgent: {
    id: 'Hentikan dulu yang lain. Ini perlu ditangani sekarang.',
    en: 'Stop everything else. This needs action now.',
  },
  'no-guide': {
    id: 'Belum ada panduan yang cukup cocok. Ini ringkasan supaya Anda tidak perlu mengulang cerita kepada petugas.',
    casual: 'Belum ada panduan yang pas. Ini ringkasannya, biar nggak perlu cerita ulang ke petugas.',
    en: 'No guide fits well enough. Here is a summary, so that you need not tell it all again.',
  },
  'turned-down': {
    id: 'Yang saya tahu ternyata bukan masalah Anda. Ini ringkasan untuk petugas.',
    casual: 'Ternyata bukan yang itu. Ini ringkasannya buat petugas.',
    en: 'What I know is not your problem. Here is a summary for an agent.',
  },
  'steps-tried': {
    id: 'Semua langkah sudah dicoba dan belum beres. Sekarang giliran petugas layanannya, dan ini ringkasan untuk mereka.',
    casual: 'Semua langkah sudah dicoba dan belum beres. Sekarang giliran petugasnya, ini ringkasannya.',
    en: "All steps were tried and it still fails. Now it is the service's turn; here is a summary for them.",
  },
  'wants-person': {
    id: 'Pandu tidak punya petugas sendiri. Yang bisa menangani adalah layanannya, lewat kontak resmi di bawah. Bawa ringkasan ini.',
    casual:
      'Pandu nggak punya petugas sendiri. Yang bisa bantu itu layanannya, lewat kontak resmi di bawah. Bawa ringkasan ini.',
    en: 'Pandu has no agents of its own. The service itself can help, through the official contacts below. Take this summary along.',
  },
  solved: {
    id: 'Syukurlah sudah beres.',
    en: 'Good, it is solved.',
  },
  full: {
    id: 'Percakapan ini sudah terlalu panjang. Hapus untuk mulai lagi, atau bicara dengan orang.',
    en: 'This conversation has become too long. Delete it to start again, or talk to a person.',
  },
} as const satisfies Record<string, Wording>;

export type Status = keyof typeof WORDINGS;

/** The names of all statuses. */
export const STATUSES = Object.keys(WORDINGS) as readonly Status[];

/** The words of a status. */
export function wordingOf(status: Status, lang: Language, register: Register): string {
  const wording: Wording = WORDINGS[status];
  return lang === 'id' && register === 'casual' ? (wording.casual ?? wording.id) : wording[lang];
}
