const SHORTEST = 5;
const LONGEST = 16;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const WORD = /^\p{L}+$/u;

/**
 * All that is one typing error away from a word: a letter missing, added, changed, or two swapped. [] for words of
 * less than 5 letters or more than 16, and for those with digits, where one more or less is another number.
 */
export function misspellingsOf(word: string): string[] {
  const letters = Array.from(word);
  if (letters.length < SHORTEST || letters.length > LONGEST || !WORD.test(word)) return [];
  const found = new Set<string>();
  for (let place = 0; place <= letters.length; place++) {
    const [before, after] = [letters.slice(0, place).join(''), letters.slice(place).join('')];
    const [one, two = '', ...rest] = letters.slice(place);
    for (const letter of LETTERS) found.add(before + letter + after);
    if (one === undefined) continue;
    const others = [two, ...rest].join('');
    found.add(before + others);
    found.add(before + two + one + rest.join(''));
    for (const letter of LETTERS) found.add(before + letter + others);
  }
  found.delete(word);
  return [...found];
}
