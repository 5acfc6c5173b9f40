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
  'greeting-on-server': {
    id: 'Ceritakan seperti ke teman. Saya tanya seperlunya, lalu kita coba langkahnya satu per satu. Percakapan ini disimpan di server situs ini, dengan data pribadi disamarkan lebih dulu, dan bisa Anda hapus kapan saja.',
    en: 'Tell it as you would to a friend. I ask only what is needed, then we try one step at a time. This conversation is kept on the server of this site, with personal data masked first, and you can delete it at any time.',
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
  goodbye: {
    id: 'Sampai jumpa. Kalau nanti ada yang belum beres, kembali saja ke sini.',
    casual: 'Sampai jumpa. Kalau nanti ada yang belum beres, balik aja ke sini.',
    en: 'Goodbye. If something is wrong later, just come back.',
  },
  'never-mind': {
    id: 'Baik. Yang sudah Anda ceritakan tetap ada, jadi bisa dilanjutkan kapan saja.',
    casual: 'Oke. Ceritamu tetap ada, bisa dilanjut kapan aja.',
    en: 'All right. What you have told is still here, so you can go on at any time.',
  },
  'small-talk': {
    id: 'Saya kurang pandai mengobrol. Yang bisa saya bantu: akun, pembayaran, pesanan, atau layanan yang bermasalah.',
    casual:
      'Kurang jago ngobrol nih. Yang bisa dibantu: akun, pembayaran, pesanan, atau layanan yang bermasalah.',
    en: 'I am not much good at chatting. I can help with an account, a payment, an order or a service that fails.',
  },
  gibberish: {
    id: 'Itu belum terbaca sebagai kata. Tulis beberapa kata tentang apa yang terjadi.',
    casual: 'Itu belum kebaca. Tulis beberapa kata soal apa yang terjadi.',
    en: 'I cannot read words in that. Write a few words about what happened.',
  },
  'bot-or-person': {
    id: 'Saya program komputer, bukan orang. Saya hanya memakai panduan yang ada di situs ini. Kalau Anda ingin bicara dengan orang, pilih “Bicara dengan orang”.',
    casual:
      'Ini program komputer, bukan orang, dan cuma pakai panduan di situs ini. Kalau mau ngomong sama orang, pilih “Bicara dengan orang”.',
    en: 'I am a computer program, not a person, and I use only the guides on this site. For a person, choose “Talk to a person”.',
  },
  insult: {
    id: 'Saya paham ini menjengkelkan. Ceritakan apa yang terjadi, supaya bisa segera dicari jalan keluarnya.',
    casual: 'Wajar kalau kesal. Cerita aja apa yang terjadi, biar cepat ketemu jalan keluarnya.',
    en: 'I see that this is frustrating. Tell me what happened, so that we find a way out soon.',
  },
  'offer-for-anger': {
    id: 'Ini memang menjengkelkan. Ceritakan apa yang terjadi, atau langsung bicara dengan orang.',
    casual: 'Wajar kalau kesal. Cerita aja apa yang terjadi, atau langsung ngomong sama orang.',
    en: 'This is frustrating. Tell me what happened, or go straight to a person.',
  },
  'offer-for-distress': {
    id: 'Ini berat, dan Anda tidak harus menghadapinya sendiri. Kita bisa lanjut pelan-pelan, atau Anda bicara dengan orang.',
    casual:
      'Ini berat, dan kamu nggak harus menghadapinya sendiri. Bisa lanjut pelan-pelan, atau ngomong sama orang.',
    en: 'This is hard, and you need not face it alone. We can go on slowly, or you can talk to a person.',
  },
  'offer-for-help': {
    id: 'Kalau langkah-langkahnya sulit dijalankan, orang bisa membantu. Pilih “Bicara dengan orang” kapan saja.',
    casual:
      'Kalau langkahnya susah dijalankan, ada orang yang bisa bantu. Pilih “Bicara dengan orang” kapan aja.',
    en: 'If the steps are hard to do, a person can help. Choose “Talk to a person” at any time.',
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
  'not-enough-evidence': {
    id: 'Ceritanya belum cukup untuk memastikan masalahnya, jadi saya tidak mau menebak. Tambahkan layanannya dan apa yang terlihat, pilih yang paling dekat, atau bicara dengan orang.',
    casual:
      'Ceritanya belum cukup buat memastikan masalahnya, jadi nggak ditebak dulu. Tambahin layanannya dan apa yang muncul di layar, pilih yang paling dekat, atau ngomong sama orang.',
    en: 'That is not enough to be sure what is wrong, so I will not guess. Add the service and what you see, choose what comes nearest, or talk to a person.',
  },
  'needs-clarification': {
    id: 'Dua jawaban Anda tidak cocok satu sama lain. Mana yang benar?',
    casual: 'Dua jawabanmu beda. Yang benar yang mana?',
    en: 'Two of your answers do not fit together. Which one is right?',
  },
  'model-unavailable': {
    id: 'Penyusun kalimatnya sedang tidak bisa dipakai, jadi jawaban ini diambil langsung dari panduan.',
    casual: 'Penyusun kalimatnya lagi nggak bisa dipakai, jadi jawaban ini langsung dari panduan.',
    en: 'The language model is not available, so this answer is taken straight from the guide.',
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
  'noted-for-person': {
    id: 'Dicatat di ringkasan untuk petugas.',
    casual: 'Sudah dicatat di ringkasan buat petugas.',
    en: 'Noted in the summary for the agent.',
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
  'urgent-violence': {
    id: 'Keselamatan dulu. Pergi ke tempat yang ramai atau bisa dikunci, minta tolong orang di dekat Anda, lalu hubungi polisi. Jangan temui orang itu sendirian. Bukti bisa dikumpulkan sesudahnya.',
    en: 'Safety first. Go where there are people or a door that locks, ask somebody near you for help, then call the police. Do not meet that person alone. Proof can be gathered afterwards.',
  },
  'urgent-self-harm': {
    id: 'Terima kasih sudah menceritakannya. Anda lebih penting daripada masalah ini. Jangan sendirian sekarang: minta orang terdekat menemani, atau datang ke IGD rumah sakit terdekat. Urusan uang atau akun bisa menyusul; ceritanya tetap ada di sini.',
    en: 'Thank you for saying so. You matter more than this problem. Do not stay alone now: ask somebody close to be with you, or go to the emergency department of the nearest hospital. Money or an account can wait; your story stays here.',
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
  'wants-desk': {
    id: 'Di sini ada petugas yang membaca dan menjawab. Ringkasannya sudah siap, jadi Anda tidak perlu mengulang cerita.',
    casual:
      'Di sini ada petugas yang baca dan jawab. Ringkasannya sudah siap, jadi nggak perlu cerita ulang.',
    en: 'There are agents here who read and answer. The summary is ready, so you need not tell it all again.',
  },
  'person-for-risk': {
    id: 'Masalah ini sebaiknya langsung ditangani orang, jangan menunggu. Hubungi layanannya lewat kontak resmi di bawah dan bawa ringkasan ini. Langkah di panduan bisa dijalankan sambil menunggu.',
    casual:
      'Yang ini sebaiknya langsung ditangani orang, jangan ditunda. Hubungi layanannya lewat kontak resmi di bawah, bawa ringkasan ini. Langkah di panduan bisa jalan sambil nunggu.',
    en: 'A person should see this at once. Contact the service through the official contacts below and take this summary along. You can follow the steps of the guide while you wait.',
  },
  'person-for-amount': {
    id: 'Uang yang Anda sebut besar, jadi sebaiknya langsung ditangani orang. Hubungi layanannya lewat kontak resmi di bawah dan bawa ringkasan ini.',
    casual:
      'Uangnya besar, jadi sebaiknya langsung ditangani orang. Hubungi layanannya lewat kontak resmi di bawah, bawa ringkasan ini.',
    en: 'That is a lot of money, so a person should handle it at once. Contact the service through the official contacts below and take this summary along.',
  },
  'person-for-service': {
    id: 'Untuk layanan ini, masalah langsung ditangani petugasnya. Hubungi lewat kontak resmi di bawah dan bawa ringkasan ini.',
    casual:
      'Buat layanan ini, masalahnya langsung ke petugas. Hubungi lewat kontak resmi di bawah, bawa ringkasan ini.',
    en: 'For this service, agents handle problems directly. Use the official contacts below and take this summary along.',
  },
  'person-for-incident': {
    id: 'Ada gangguan yang sudah diketahui, jadi langkah di perangkat Anda tidak akan membantu. Kalau mendesak, bawa ringkasan ini ke petugas layanannya.',
    casual:
      'Lagi ada gangguan yang sudah diketahui, jadi langkah di HP-mu nggak akan membantu. Kalau mendesak, bawa ringkasan ini ke petugasnya.',
    en: 'There is a known disturbance, so steps on your side will not help. If it cannot wait, take this summary to an agent of the service.',
  },
  'handover-failed': {
    id: 'Belum ada yang bisa dihubungi lewat cara itu. Tidak ada yang hilang: cerita Anda ada di ringkasan. Coba cara berikutnya di bawah.',
    casual:
      'Lewat cara itu belum ada yang bisa dihubungi. Nggak ada yang hilang, ceritamu ada di ringkasan. Coba cara berikutnya di bawah.',
    en: 'Nobody could be reached that way. Nothing is lost: your story is in the summary. Try the next way below.',
  },
  'with-person': {
    id: 'Petugas sudah bergabung. Mulai sekarang yang menjawab adalah orang.',
    en: 'An agent has joined. From now on a person answers.',
  },
  solved: {
    id: 'Syukurlah sudah beres.',
    en: 'Good, it is solved.',
  },
  rate: {
    id: 'Apakah percakapan ini membantu? Boleh dilewati.',
    en: 'Did this conversation help? You may skip this.',
  },
  rated: {
    id: 'Terima kasih, penilaian Anda dicatat. Kalau ada masalah lain, tulis saja di sini.',
    casual: 'Makasih, penilaianmu dicatat. Kalau ada masalah lain, tulis aja di sini.',
    en: 'Thank you, your rating is noted. If something else is wrong, write it here.',
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
