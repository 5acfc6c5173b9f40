import { createHash } from 'node:crypto';
import type { Bilingual, Language } from '../../core/article/browser.ts';
import type { FormEntries } from './read-partial-form.ts';

/** A page that is answered where the site's own cannot be drawn: in both languages, the reader's own first. */
export interface PlainPage {
  readonly status: number;
  readonly lang: Language;
  readonly title: Bilingual;
  readonly text: Bilingual;
  /** Seconds to wait. */
  readonly seconds?: number;
  /** The path of the page that it stands for. */
  readonly path: string;
  /** What was filled into the form there, to be sent once more from here; absent: only the way back is shown. */
  readonly entries?: FormEntries;
}

/** Draws it without anything that would have to be fetched. */
export function plainPage({ status, lang, title, text, seconds, path, entries }: PlainPage): Response {
  const other = lang === 'id' ? 'en' : 'id';
  const body = `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title[lang]} · Pandu</title>
<style>${STYLE}</style>
<h1>${title[lang]}</h1>
<p>${text[lang]}</p>
${entries ? drawForm(entries, path, lang) : ''}<p><a href="${escape(path)}">${BACK[lang]}</a></p>
<hr>
<div lang="${other}"><p><b>${title[other]}.</b> ${text[other]}</p>
<p><a href="${escape(path)}">${BACK[other]}</a></p></div>
</html>
`;
  return new Response(body, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'Content-Security-Policy': POLICY,
      ...(seconds !== undefined && { 'Retry-After': String(seconds) }),
    },
  });
}

const BACK: Bilingual = { id: 'Kembali ke halamannya', en: 'Back to the page' };
const AGAIN: Bilingual = { id: 'Kirim lagi', en: 'Send again' };
const WRITTEN: Bilingual = { id: 'Tulisan Anda', en: 'What you wrote' };
const FILES: Bilingual = { id: 'Lampiran perlu dipilih lagi', en: 'Attachments have to be chosen again' };

/** What readers write themselves; the rest was filled in by the page. */
const WRITTEN_FIELDS: ReadonlySet<string> = new Set(['text', 'q', 'comment', 'email', 'code']);
/** The forms that may have files name what they do so. */
const WITH_FILES: ReadonlySet<string> = new Set(['send', 'reply']);

function drawForm(entries: FormEntries, path: string, lang: Language): string {
  const fields = entries.map(([name, value]) => {
    const attributes = `name="${escape(name)}"`;
    if (!WRITTEN_FIELDS.has(name) || value.trim() === '') {
      return `<input type="hidden" ${attributes} value="${escape(value)}">`;
    }
    // A line break after the tag is not part of the value.
    return `<label>${WRITTEN[lang]}<textarea ${attributes} rows="${value.includes('\n') ? 8 : 3}">\n${escape(value)}</textarea></label>`;
  });
  const hasFiles = entries.some(([name]) => name === 'text') && WITH_FILES.has(deedOf(entries));
  const files = hasFiles ? `<label>${FILES[lang]}<input type="file" name="file" multiple></label>` : '';
  return `<form method="post" action="${escape(path)}"${hasFiles ? ' enctype="multipart/form-data"' : ''}>
${[...fields, files].join('\n')}
<button>${AGAIN[lang]}</button>
</form>
`;
}

function deedOf(entries: FormEntries): string {
  return entries.find(([name]) => name === 'do')?.[1] ?? '';
}

const STYLE = `:root{color-scheme:light dark;font:1.0625rem/1.6 system-ui,sans-serif;color:#1c2321;background:#fbf8f2}
body{max-width:38rem;margin:0 auto;padding:1.5rem 1rem 4rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25}
hr{margin:2rem 0;border:0;border-top:1px solid #8a8a80}
a{display:inline-block;padding:.6rem 0;color:#0f6b4f}
label{display:block;margin:1rem 0;font-weight:700}
textarea,[type=file]{box-sizing:border-box;display:block;width:100%;min-height:2.75rem;margin-top:.4rem;padding:.6rem;font:inherit;font-weight:400;color:inherit;background:transparent;border:1.5px solid #8a8a80;border-radius:10px}
button{min-height:2.75rem;padding:.5rem 1.2rem;font:inherit;font-weight:700;color:#fbf8f2;background:#0f6b4f;border:0;border-radius:10px}
:focus-visible{outline:3px solid #e3a23b;outline-offset:2px}
@media (prefers-color-scheme:dark){:root{color:#ece7dc;background:#161a18}a{color:#7cc9a8}button{color:#161a18;background:#7cc9a8}}`;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
