/**
 * The sentences of a text, trimmed, without empty ones; a line end ends a sentence. Closing quotes and numbers of
 * citations stay with the sentence that they follow, before or after its full stop ("… ends. [1]"); a quotation is never
 * parted.
 */
export function splitSentences(text: string): string[] {
  return text.split('\n').flatMap(splitLine);
}

/** The sentences of `text` that cannot change any more when more of it comes, and what is left of it. */
export function takeSentences(text: string): { readonly whole: readonly string[]; readonly rest: string } {
  const lineEnd = text.lastIndexOf('\n');
  const last = text.slice(lineEnd + 1);
  const before = lineEnd < 0 ? [] : splitSentences(text.slice(0, lineEnd));
  const sentences = splitLine(last);
  const rest = sentences.pop() ?? '';
  // "… ends. [" may become the number of a citation of the sentence before.
  const held = rest.startsWith('[') ? (sentences.pop() ?? '') : '';
  return {
    whole: [...before, ...sentences],
    rest: held === '' ? keepBlank(rest, last) : `${held} ${rest}`,
  };
}

const END = /[.!?…]+["'”’»)]*(?:\s*\[\d{1,3}\])*[.!?…]*(?=\s|$)/gu;
const ABBREVIATION = /(?:^|[\s(])(?:dll|dsb|dst|mis|misal|no|jl|tgl|dr|mr|mrs|vs|etc|e\.g|i\.e)\.$/iu;

function splitLine(line: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { 0: end, index } of line.matchAll(END)) {
    const after = index + end.length;
    const next = line.slice(after).trimStart();
    const sentence = line.slice(start, after);
    if (/^\p{Ll}/u.test(next) || ABBREVIATION.test(sentence) || isQuoteOpen(sentence)) continue;
    sentences.push(sentence);
    start = after;
  }
  sentences.push(line.slice(start));
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

/** What somebody else says stays with who says it: "A fraud writes: “Send it. Now.”" is one sentence. */
function isQuoteOpen(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1;
  return count('"') % 2 === 1 || count('“') > count('”');
}

/** The blank at the end parts this word from the next that comes. */
function keepBlank(rest: string, line: string): string {
  return /\s$/u.test(line) ? `${rest} ` : rest;
}
