import type { Language } from '../core/article/browser.ts';

/** What people type when they search well: shown while the results page has nothing to answer. */
export const SEARCH_EXAMPLES: Readonly<
  Record<Language, { readonly label: string; readonly queries: readonly string[] }>
> = {
  id: {
    label: 'Misalnya:',
    queries: [
      'kode otp bank tidak masuk',
      'sudah transfer tapi belum diterima',
      'paket ditulis sampai, padahal belum saya terima',
      'akun dibajak, email diganti orang',
      'ujian online terputus di tengah jalan',
    ],
  },
  en: {
    label: 'For example:',
    queries: [
      'bank code does not arrive',
      'I sent money but it was not received',
      'parcel marked as delivered, but I do not have it',
      'somebody took over my account and changed the email',
      'online exam stopped halfway',
    ],
  },
};
