import type { Bilingual, Language } from '../../core/article/browser.ts';
import { findSecrets } from '../../core/safety/index.ts';
import { newTextOf } from '../../core/ticket/index.ts';
import { LONGEST_TEXT } from '../ticket/index.ts';

/** Room for what is said below the words of a mail. */
const LONGEST_WORDS = LONGEST_TEXT - 500;
/** Masking changes the neighbourhood of what stays. */
const MOST_PASSES = 4;

const WORDS = {
  dropped: {
    id: '[{count} lampiran tidak ikut: hanya gambar dan PDF sampai 10 MB, paling banyak 10.]',
    en: '[{count} attachment(s) left out: only images and PDFs up to 10 MB, 10 at the most.]',
  },
  cut: {
    id: '[Email ini lebih panjang; sisanya ada di kotak surat.]',
    en: '[This mail is longer; the rest is in the mailbox.]',
  },
  empty: { id: '[Email tanpa tulisan.]', en: '[A mail without words.]' },
} as const satisfies Record<string, Bilingual>;

/** A mail as it stands in a ticket: in a reply what is new, without secrets, and with what was left out said. */
export function wordMail(
  text: string,
  {
    lang,
    dropped,
    isReply,
  }: { readonly lang: Language; readonly dropped: number; readonly isReply: boolean },
): string {
  const words = hideSecrets((isReply ? newTextOf(text) : text).slice(0, LONGEST_TEXT)).trim();
  const isCut = words.length > LONGEST_WORDS || text.length > LONGEST_TEXT;
  return [
    words === '' ? WORDS.empty[lang] : words.slice(0, LONGEST_WORDS).toWellFormed(),
    isCut && WORDS.cut[lang],
    dropped > 0 && WORDS.dropped[lang].replace('{count}', String(dropped)),
  ]
    .filter((part) => part !== false)
    .join('\n\n');
}

function hideSecrets(text: string): string {
  let hidden = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const spans = findSecrets(hidden);
    if (spans.length === 0) break;
    for (const { start, end, kind } of spans.toReversed()) {
      hidden = `${hidden.slice(0, start)}[${kind}]${hidden.slice(end)}`;
    }
  }
  return hidden;
}
