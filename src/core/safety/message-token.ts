/** A piece of a folded text: a word, digits, one mark, or a placeholder of something masked before. */
export interface Token {
  readonly kind: 'word' | 'digits' | 'mark' | 'masked';
  /** As written. */
  readonly raw: string;
  /** In lower case; a number word ("satu", "nol") keeps its letters. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands between this token and the one before: '' when they touch. */
  readonly gap: '' | ' ' | '\n';
}

const TOKEN =
  /(?<masked>\[[a-z]{2,6}(?:-[a-z]{2,6}){0,2}\])|(?<word>\p{L}+)|(?<digits>\d+)|(?<mark>[^\p{L}\d\s])/gu;

/** The tokens of a folded text, in order. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [raw] = match;
    const between = text.slice(last, match.index);
    const gap = between.includes('\n') ? '\n' : between === '' ? '' : ' ';
    const { masked, word, digits } = match.groups ?? {};
    const kind =
      masked !== undefined
        ? 'masked'
        : word !== undefined
          ? 'word'
          : digits !== undefined
            ? 'digits'
            : 'mark';
    last = match.index + raw.length;
    tokens.push({ kind, raw, text: raw.toLowerCase(), start: match.index, end: last, gap });
  }
  return tokens;
}

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  [
    ['nol', 'kosong', 'zero', 'kosng'],
    ['satu', 'one', 'stu'],
    ['dua', 'two'],
    ['tiga', 'three', 'tga'],
    ['empat', 'four', 'ampat', 'empt'],
    ['lima', 'five', 'lma'],
    ['enam', 'six', 'anam'],
    ['tujuh', 'seven', 'tuju', 'tjuh'],
    ['delapan', 'eight', 'lapan', 'dlapan'],
    ['sembilan', 'nine', 'smbilan'],
  ].flatMap((words, digit) => words.map((word) => [word, String(digit)] as const)),
);

/** The digits that a token stands for: its own, or those of a number word; undefined for anything else. */
export function digitsOf(token: Token | undefined): string | undefined {
  if (token?.kind === 'digits') return token.raw;
  return token?.kind === 'word' ? NUMBER_WORDS.get(token.text) : undefined;
}

/** True where a sentence ends before the token at `at`: a full stop, question or exclamation mark and a blank, or a new line. */
export function beginsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || !before) return true;
  return token.gap === '\n' || (token.gap === ' ' && /^[.?!]$/.test(before.text));
}
