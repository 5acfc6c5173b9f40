/** How one format writes the parts of a copied guide; every function takes plain words. */
export interface Markup {
  readonly text: (words: string) => string;
  readonly strong: (words: string) => string;
  readonly link: (address: string) => string;
  readonly list: (items: readonly string[], firstNumber: number) => string;
  readonly join: (parts: { readonly title: string; readonly steps: string; readonly link: string }) => string;
}

const paragraphs: Markup['join'] = ({ title, steps, link }) =>
  [title, steps, link].filter((part) => part !== '').join('\n\n');

/** Numbered lines; a step that has lines of its own keeps them below its number. */
function numbered(indent: string, between: string): Markup['list'] {
  return (items, firstNumber) =>
    items
      .map((item, index) => `${firstNumber + index}. ${item.replaceAll('\n', `\n${indent}`)}`)
      .join(between);
}

export const PLAIN: Markup = {
  text: (words) => words,
  strong: (words) => words,
  link: (address) => address,
  list: numbered('   ', '\n\n'),
  join: paragraphs,
};

/** WhatsApp shows a bold text between two asterisks; it has no way to write an asterisk that is none. */
export const WHATSAPP: Markup = {
  text: quietPairs,
  // A bold text with an asterisk of its own (a *123# code) would end too early: it stays plain.
  strong: (words) => (words === '' || words.includes('*') ? quietPairs(words) : `*${quietPairs(words)}*`),
  link: (address) => address,
  list: numbered('', '\n\n'),
  join: paragraphs,
};

const LOOK_ALIKE: Readonly<Record<string, string>> = { '*': '∗', _: '＿', '~': '∼', '`': '’' };
const WHATSAPP_PAIR = /(?<![\p{L}\p{N}])([*_~`])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/gu;
const WHATSAPP_LINE = /^([-*>]|\d+[.)])(?= )/gm;

/**
 * Replaces only the signs that WhatsApp would read as a pair or as the start of a list or quotation;
 * a lone one, as in a dial code, must stay what it is because people type it in.
 */
function quietPairs(words: string): string {
  let quiet = words.replaceAll(WHATSAPP_LINE, (sign) =>
    sign === '>' ? '›' : sign === '*' ? '•' : sign === '-' ? '–' : sign,
  );
  // A pair inside a pair needs another look, and each look takes at least two signs away.
  for (let before = ''; before !== quiet;) {
    before = quiet;
    quiet = quiet.replaceAll(WHATSAPP_PAIR, (_, sign: string, inner: string) => {
      const instead = LOOK_ALIKE[sign] ?? '';
      return instead + inner + instead;
    });
  }
  return quiet;
}

export const MARKDOWN: Markup = {
  text: escapeMarkdown,
  strong: (words) => (words === '' ? '' : `**${escapeMarkdown(words)}**`),
  link: (address) => `<${address}>`,
  list: numbered('   ', '\n'),
  join: paragraphs,
};

const MARKDOWN_SIGNS = /[\\`*_{}[\]<>&~|#]/g;
const MARKDOWN_LINE = /^(\s*)([-+=]|\d+(?=[.)]))/gm;

function escapeMarkdown(words: string): string {
  return words
    .replaceAll(MARKDOWN_SIGNS, String.raw`\$&`)
    .replaceAll(MARKDOWN_LINE, (whole, blank: string, sign: string) =>
      /\d/.test(sign) ? `${whole}\\` : `${blank}\\${sign}`,
    );
}

export const HTML: Markup = {
  text: escapeHtml,
  strong: (words) => (words === '' ? '' : `<strong>${escapeHtml(words)}</strong>`),
  link: (address) => `<p><a href="${escapeHtml(address)}">${escapeHtml(address)}</a></p>`,
  list: (items, firstNumber) => {
    const start = firstNumber === 1 ? '' : ` start="${firstNumber}"`;
    return items.length === 0 ? '' : `<ol${start}>${items.map((item) => `<li>${item}</li>`).join('')}</ol>`;
  },
  join: ({ title, steps, link }) => `<p>${title}</p>${steps}${link}`,
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '<br>',
};

function escapeHtml(words: string): string {
  return words.replaceAll(/[&<>"'\n]/g, (sign) => ENTITIES[sign] ?? '');
}
