/** The words of a text, in small letters, "masuuuk" as "masuuk". */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll(/(\p{L})\1{2,}/gu, '$1$1')
      .match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
  );
}

export type WordSet = ReadonlySet<string>;

/** A set of words from a list with blanks between. */
export function wordSet(words: string): WordSet {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

/** A word as it stands, and without a clitic or a doubled letter: "orangnya", "fotonya", "dongg". */
export function formsOf(word: string): string[] {
  const bare = word.replace(/(?:nya|lah|kah)$/, '');
  const single = word.replaceAll(/(\p{L})\1/gu, '$1');
  return [word, ...(bare === word ? [] : [bare]), ...(single === word ? [] : [single])];
}

/** One of the forms of a word is in a set. */
export function isIn(set: WordSet, word: string): boolean {
  return set.has(word) || formsOf(word).some((form) => set.has(form));
}

/** True when every word is of `core`, `around` or {@link FILLERS}, and at least one of `core`. */
export function onlySays(words: readonly string[], core: WordSet, around: WordSet = FILLERS): boolean {
  return (
    words.some((word) => isIn(core, word)) &&
    words.every((word) => isIn(core, word) || isIn(around, word) || isIn(FILLERS, word))
  );
}

/** Forms of address and words that carry nothing. */
export const FILLERS: WordSet = wordSet(`
  kak kakak ka min admin gan sis bro mas mbak pak bu bang bapak ibu bos boss dik dek ya yah yaa iya dong donk deh
  sih nih nah kok kan lah loh lho ah eh oh ok oke okay okey sip hmm please pls plis tolong minta mau ini itu tuh ada
  there sir madam maam mate dear a an the to dan and so well just sini semua all team tim juga aja saja
`);
