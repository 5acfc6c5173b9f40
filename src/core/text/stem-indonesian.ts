/** Endings in the order in which they stand, outermost first. */
const ENDINGS = [
  ['lah', 'kah', 'tah', 'pun', 'dong', 'sih'],
  ['nya', 'ku', 'mu'],
  ['kan', 'an', 'in', 'i'],
] as const;

/**
 * Beginnings with the letters that they may have swallowed: "menerima" is me- + terima.
 * The spoken forms ("ngirim", "nyetor", "ngeblokir") stand beside the written ones.
 */
const BEGINNINGS: readonly (readonly [beginning: string, swallowed: readonly string[]])[] = [
  ['menge', ['']],
  ['penge', ['']],
  ['nge', ['', 'ke']],
  ['meny', ['s']],
  ['peny', ['s']],
  ['ny', ['s', 'c']],
  ['meng', ['', 'k']],
  ['peng', ['', 'k']],
  ['ng', ['', 'k']],
  ['mem', ['', 'p']],
  ['pem', ['', 'p']],
  ['men', ['', 't']],
  ['pen', ['', 't']],
  ['ber', ['']],
  ['bel', ['']],
  ['be', ['']],
  ['ter', ['']],
  ['te', ['r']],
  ['per', ['']],
  ['pel', ['']],
  ['di', ['']],
  ['ke', ['']],
  ['se', ['']],
  ['me', ['']],
  ['pe', ['']],
  ['m', ['', 'p']],
  ['n', ['', 't']],
];

const FEWEST_LETTERS = 3;
const MOST_BEGINNINGS = 3;

/**
 * The root of an Indonesian word, formal or spoken, by confix stripping where every result must be
 * one of `roots` (after Nazief and Adriani's idea, with the swallowed first letter restored). Of
 * several roots the longest wins, then the one found with the fewest cuts. A word that reaches no
 * root only loses a clitic (-nya, -ku, -mu, -lah …) when four letters stay.
 * @example stemIndonesian('penerimaan', new Set(['terima'])) // 'terima'
 */
export function stemIndonesian(word: string, roots: ReadonlySet<string>): string {
  if (roots.has(word) || word.length <= FEWEST_LETTERS) return word;
  let best: string | undefined;
  for (const body of withoutEndings(word)) {
    for (const root of withoutBeginnings(body)) {
      if (roots.has(root) && root.length > (best?.length ?? 0)) best = root;
    }
  }
  return best ?? withoutClitic(word);
}

/** The word itself, then with ever more endings cut. */
function withoutEndings(word: string): string[] {
  const bodies = [word];
  for (const layer of ENDINGS) {
    for (const body of [...bodies]) {
      for (const ending of layer) {
        if (body.endsWith(ending) && body.length - ending.length >= FEWEST_LETTERS) {
          bodies.push(body.slice(0, -ending.length));
        }
      }
    }
  }
  return bodies;
}

/** The body itself, then with ever more beginnings cut and swallowed letters restored. */
function withoutBeginnings(body: string): string[] {
  const found = [body];
  let last = [body];
  for (let depth = 0; depth < MOST_BEGINNINGS; depth++) {
    last = last.flatMap(cutBeginning);
    found.push(...last);
  }
  return found;
}

function cutBeginning(body: string): string[] {
  return BEGINNINGS.flatMap(([beginning, swallowed]) => {
    if (!body.startsWith(beginning)) return [];
    const rest = body.slice(beginning.length);
    return swallowed.map((letter) => letter + rest).filter((root) => root.length >= FEWEST_LETTERS);
  });
}

function withoutClitic(word: string): string {
  const clitic = /(?:nya|ku|mu|lah|kah|pun)$/.exec(word)?.[0] ?? '';
  return word.length - clitic.length >= 4 ? word.slice(0, word.length - clitic.length) : word;
}
