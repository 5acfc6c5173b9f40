import type { Language } from '../core/article/browser.ts';

/** The page that shows the widget and tells an operator how to put it on a site. */
export interface WidgetDemoText {
  readonly title: string;
  readonly lead: string;
  readonly tryIt: string;
  readonly tagTitle: string;
  readonly tag: string;
  readonly optionsTitle: string;
  readonly options: readonly (readonly [name: string, meaning: string])[];
  readonly policyTitle: string;
  readonly policy: string;
  readonly policyWithout: string;
  readonly keepsTitle: string;
  readonly keeps: readonly string[];
  readonly hostingTitle: string;
  readonly hosting: string;
}

/** The words in a language. */
export function widgetDemoText(lang: Language): WidgetDemoText {
  return TEXT[lang];
}

const TEXT: Readonly<Record<Language, WidgetDemoText>> = {
  id: {
    title: 'Tanya Pandu di situs Anda',
    lead: 'Satu baris di halaman bantuan Anda, dan pengguna bisa mencari tahu masalahnya tanpa pindah situs.',
    tryIt: 'Tombol di kanan bawah halaman ini dipasang persis seperti di situs lain. Silakan dicoba.',
    tagTitle: 'Pasang',
    tag: 'Taruh baris ini di halaman mana pun, cukup sekali:',
    optionsTitle: 'Pilihan',
    options: [
      ['data-sector', 'bidang layanan Anda: banking, e-commerce, social-media, education, atau government'],
      ['data-service', 'layanan Anda, seperti tertulis di alamat halamannya di direktori'],
      ['data-lang', 'id atau en; tanpa ini, bahasa halaman Anda'],
      ['data-position', 'left untuk kiri bawah; tanpa ini, kanan bawah'],
      ['data-color', 'warna tombol, enam digit, misalnya #0055a4; warna tulisannya menyesuaikan'],
    ],
    policyTitle: 'Kalau situs Anda memakai Content-Security-Policy',
    policy: 'Yang diperlukan hanya dua ini. Tidak ada skrip atau gaya di dalam halaman, dan tidak ada eval.',
    policyWithout:
      'Kalau yang kedua belum ada, tombolnya tetap ada dan membuka Pandu di tab baru. Kalau yang pertama belum ada, tidak muncul apa-apa. Halaman Anda tidak pernah ikut bermasalah.',
    keepsTitle: 'Yang disimpan dan yang tidak',
    keeps: [
      'Sebelum tombolnya disentuh, hanya satu berkas kecil yang diambil.',
      'Tidak ada cookie. Percakapan disimpan dalam sessionStorage, di bawah satu nama, “pandu”, supaya tidak hilang saat pengguna membuka halaman lain di situs Anda. Isinya terhapus saat tab ditutup.',
      'PIN, OTP, kata sandi, dan nomor kartu dicegat sebelum dikirim.',
      'Gaya dan skrip halaman Anda tidak sampai ke dalamnya, dan sebaliknya.',
    ],
    hostingTitle: 'Kalau Pandu disajikan dari hosting statis',
    hosting:
      'Kirim Access-Control-Allow-Origin: * untuk berkas .js dan .json, dan untuk semua yang ada di /search-data/. Server Pandu sendiri sudah melakukannya.',
  },
  en: {
    title: 'Ask Pandu on your own site',
    lead: 'One line on your help page, and people can find out what is wrong without leaving your site.',
    tryIt:
      'The button at the bottom right of this page is put there just as another site would do it. Try it.',
    tagTitle: 'Put it in',
    tag: 'Put this line on any page, once:',
    optionsTitle: 'Options',
    options: [
      ['data-sector', 'what your service is: banking, e-commerce, social-media, education or government'],
      ['data-service', 'your service, as its address in the directory names it'],
      ['data-lang', 'id or en; without it, the language of your page'],
      ['data-position', 'left for bottom left; without it, bottom right'],
      ['data-color', 'the colour of the button, six digits such as #0055a4; its words adapt to it'],
    ],
    policyTitle: 'If your site has a Content-Security-Policy',
    policy: 'These two are all it needs. There is no script or style inside the page, and no eval.',
    policyWithout:
      'Without the second, the button is there and opens Pandu in a new tab. Without the first, there is nothing. Your page never has a fault because of it.',
    keepsTitle: 'What is kept, and what is not',
    keeps: [
      'Before the button is touched, one small file is fetched and nothing else.',
      'There are no cookies. The conversation is in sessionStorage under one name, “pandu”, so that it is still there when people open another page of your site. It goes when the tab is closed.',
      'A PIN, one-time code, password or card number is stopped before it is sent.',
      'The styles and scripts of your page do not reach into it, nor it into them.',
    ],
    hostingTitle: 'If Pandu is served by a static host',
    hosting:
      "Send Access-Control-Allow-Origin: * with files that end in .js and .json, and with everything in /search-data/. Pandu's own server does so already.",
  },
};
