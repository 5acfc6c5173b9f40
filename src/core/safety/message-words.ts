import { readWords, stemIndonesian } from '../text/browser.ts';

/** How people write, from `content/lexicon`: formal → informal, and the roots that stemming may reach. */
export interface Spelling {
  readonly informal: Readonly<Record<string, readonly string[]>>;
  readonly roots: readonly string[];
  /** Ordinary words, which are never taken for typos of others. */
  readonly ordinary: readonly string[];
}

/** A word of a message with every form under which an idea may list it. */
export interface MessageWord {
  /** As written and as guides write it. */
  readonly exact: readonly string[];
  /** Those and their roots. */
  readonly loose: readonly string[];
  /** As guides write it, in one word; "#" for a number. */
  readonly formal: string;
  /** The root of that. */
  readonly root: string;
  readonly start: number;
  readonly end: number;
  /** Place in the message, counted in words; a sentence's end counts as several. */
  readonly place: number;
  /** The number of the sentence. */
  readonly sentence: number;
}

export type WordReader = (text: string) => MessageWord[];

/** Words to which a message is cut: what is urgent stands before. */
const MOST_WORDS = 4_000;
/** Shorter ones are found inside English words. */
const SHORTEST_ROOT = 5;
const SENTENCE_END = /[.!?\n\u2026;]/;
const SENTENCE_GAP = 2;
const CLITIC = /(?:nya|ku|mu|lah|kah|pun)$/;
const ENGLISH_ENDING = /(?:ing|ed|es|s)$/;

/** English contractions, whose apostrophe the normaliser takes away, and what they stand for here. */
const CONTRACTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cant: ['cannot', 'couldnt', 'unable'],
    didnt: ['havent', 'hasnt', 'hadnt'],
    dont: ['doesnt', 'wouldnt', 'wont'],
    he: ['hes', 'hed', 'hell'],
    she: ['shes', 'shed'],
    they: ['theyre', 'theyd', 'theyll', 'theyve'],
    i: ['im', 'ive', 'id'],
    someone: ['someones', 'somebodys'],
  }).flatMap(([plain, forms]) => forms.map((form) => [form, plain] as const)),
);

type Forms = Pick<MessageWord, 'exact' | 'loose' | 'formal' | 'root'>;

/** Makes what reads words; `roots` are reached by stemming on top of the spelling's own. */
export function createWordReader({ informal, roots }: Spelling, more: readonly string[]): WordReader {
  const formalOf = new Map(
    Object.entries(informal).flatMap(([formal, words]) => words.map((word) => [word, formal] as const)),
  );
  const known: readonly ReadonlySet<string>[] = [
    new Set(roots),
    new Set(more.filter((word) => word.length >= SHORTEST_ROOT)),
  ];
  const cache = new Map<string, Forms>();
  const formsOf = (word: string): Forms => {
    let forms = cache.get(word);
    if (forms === undefined) {
      forms = findForms(word, formalOf, known);
      // Strangers' texts must not fill the memory.
      if (cache.size < 20_000) cache.set(word, forms);
    }
    return forms;
  };
  return (text) => {
    let place = 0;
    let sentence = 0;
    let last = 0;
    return readWords(text)
      .slice(0, MOST_WORDS)
      .map(({ text: word, start, end }) => {
        if (SENTENCE_END.test(text.slice(last, start))) {
          sentence++;
          place += SENTENCE_GAP;
        }
        last = end;
        return { ...formsOf(word), start, end, place: place++, sentence };
      });
  };
}

function findForms(
  word: string,
  formalOf: ReadonlyMap<string, string>,
  roots: readonly ReadonlySet<string>[],
): Forms {
  const bare = word.replace(CLITIC, '');
  const given = formalOf.get(word) ?? formalOf.get(bare);
  // A formal phrase ("kartu tanda penduduk") says more than its words alone would.
  const formal = given === undefined || given.includes(' ') ? [] : [given];
  const plain = CONTRACTIONS.get(word);
  const forms = [word, ...(bare.length >= 3 ? [bare] : []), ...formal, ...(plain ? [plain] : [])];
  const exact = [...new Set(forms)];
  const stems = roots.flatMap((known) => exact.map((form) => stemIndonesian(form, known)));
  const english = word.length >= 5 ? [word.replace(ENGLISH_ENDING, '')] : [];
  const plainly = /^\d+$/.test(word) ? '#' : (formal[0] ?? word);
  return {
    exact,
    loose: [...new Set([...exact, ...stems, ...english])],
    formal: plainly,
    root: stemIndonesian(plainly, roots[0] ?? new Set()),
  };
}
