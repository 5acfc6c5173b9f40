/**
 * Plain words as simple HTML: paragraphs, lines, and addresses as links, with everything escaped. No image, no
 * script, no style from elsewhere.
 */
export function writeHtml(text: string, lang: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${link(paragraph)}</p>`);
  return [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"></head>`,
    '<body style="font-family:sans-serif;font-size:16px;line-height:1.5">',
    ...paragraphs,
    '</body></html>',
  ].join('\n');
}

const ADDRESS = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:)\]]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '<br>',
};

function link(words: string): string {
  let html = '';
  let from = 0;
  for (const { 0: address, index } of words.matchAll(ADDRESS)) {
    html += `${escape(words.slice(from, index))}<a href="${escape(address)}">${escape(address)}</a>`;
    from = index + address.length;
  }
  return html + escape(words.slice(from));
}

function escape(words: string): string {
  return words.replaceAll(/[&<>"'\n]/g, (sign) => ENTITIES[sign] ?? '');
}
