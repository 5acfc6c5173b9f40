import { wordSet, wordsOf, type WordSet } from './words-of.ts';

/**
 * True when a message says that a child, an elderly person or somebody with a disability has to manage this. Only
 * what is said outright counts: an age, a school year, living alone, a disability that is named.
 */
export function isVulnerable(text: string): boolean {
  const words = wordsOf(text);
  return (
    words.some((word, place) => DISABILITIES.has(word) && isPerson(words, place)) ||
    DISABLED.test(text.toLowerCase()) ||
    agesIn(text.toLowerCase()).some((age) => age >= OLD || age <= YOUNG) ||
    SCHOOLCHILD.test(text.toLowerCase()) ||
    (words.some((word) => ELDERS.has(word)) && words.some((word) => ALONE.has(word)))
  );
}

const OLD = 65;
const YOUNG = 15;

/** Ages that stand as such, not years of waiting: "umur 72", "usia saya 70 tahun", "I'm 12", "82 years old". */
function agesIn(text: string): number[] {
  return [...text.matchAll(AGES)].flatMap(({ groups }) => {
    const age = Number(groups?.['after'] ?? groups?.['i'] ?? groups?.['before']);
    return age >= YOUNGEST && age <= OLDEST ? [age] : [];
  });
}

const YOUNGEST = 6;
const OLDEST = 105;
const AGES =
  /\b(?:umur|usia|berumur|berusia|aged|age)(?:\s+(?:saya|aku|gw|gue|beliau|ibu|bapak|dia|nya|sudah|udah|baru|masih|is|of)|nya)*\s+(?<after>\d{1,3})\b|\bi(?:'m|’m| am)(?: only| just)? (?<i>\d{1,2})(?: years? old|\s*[.,!?]|$)|\b(?<before>\d{1,3})[\s-]?years?[\s-]olds?\b/g;
const SCHOOLCHILD =
  /\b(?:(?:saya|aku|gue|gw)\s+(?:masih|baru|anak|murid|siswa|siswi)\s+(?:kelas\s+\d+\s+|di\s+)?(?:sd|smp|mts)|(?:saya|aku|gue|gw)\s+(?:masih\s+)?kelas\s+[1-9]\s+(?:sd|smp|mts)|i(?:'m|’m| am) (?:still )?in (?:elementary|primary|middle) school)\b/;

/** "Saya tunanetra" and "for the blind" tell of people; "double blind" does not. */
const DISABLED =
  /\b(?:penyandang|disabilitas|difabel|wheelchair|kursi roda|visually impaired|hearing impaired|screen reader user|pembaca layar)\b/;
const DISABILITIES = wordSet(
  'tunanetra tunarungu tunadaksa tuna-netra tuli blind deaf disabled dyslexic disleksia',
);
const PEOPLE = wordSet(
  "saya aku gw gue ibu bapak ayah mama papa adik kakak anak suami istri nenek kakek i i'm am my is he she dad mom mum father mother son daughter",
);

function isPerson(words: readonly string[], place: number): boolean {
  return words.slice(Math.max(0, place - 3), place).some((word) => PEOPLE.has(word));
}

const ELDERS: WordSet = wordSet(
  'nenek kakek lansia manula eyang mbah oma opa elderly grandmother grandma grandfather grandpa',
);
const ALONE: WordSet = wordSet('sendirian sendiri alone');
