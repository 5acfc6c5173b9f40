/** No vowels and no look-alikes: a code is read aloud and never spells a word. */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxz';
const LENGTH = 7;

/**
 * The short code of an id, for `/g/<code>`: 7 characters of its FNV-1a hash (64 bits; Fowler, Noll and Vo).
 * Among n ids the chance that two meet is about n² / (2 · 27⁷); the content check reports such a pair.
 */
export function permalinkCode(id: string): string {
  let rest = fnv1a64(id);
  let code = '';
  for (let i = 0; i < LENGTH; i++) {
    code += ALPHABET[Number(rest % BigInt(ALPHABET.length))] ?? '';
    rest /= BigInt(ALPHABET.length);
  }
  return code;
}

const OFFSET_BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

function fnv1a64(text: string): bigint {
  let hash = OFFSET_BASIS;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  }
  return hash;
}
