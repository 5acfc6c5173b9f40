/** What a reader hopes for. */
export type Wish = 'person' | 'money-back' | 'access-back' | 'cancel' | 'explanation' | 'solution';

/** What the reader's words ask for; the last message that asks for something counts, `solution` when none does. */
export function readWish(texts: readonly string[]): Wish {
  return (
    texts
      .map((text) => WISHES.find(([, pattern]) => pattern.test(text.toLowerCase()))?.[0])
      .findLast((wish) => wish !== undefined) ?? 'solution'
  );
}

const WISHES: readonly (readonly [Wish, RegExp])[] = [
  [
    'money-back',
    /\b(?:refund|(?:uang|duit|dana|saldo)\w*\s+(?:\w+\s+){0,3}(?:kembali|balik|dikembalikan|dibalikin)|(?:balikin|kembalikan|minta)\s+(?:uang|duit|dana|saldo)|money back|get my money|reimburse|ganti rugi)\b/,
  ],
  [
    'access-back',
    /\b(?:(?:ga|gak|nggak|tidak|gabisa|tdk)\s*(?:bisa)?\s*(?:masuk|login|log in|buka akun)|akun\w*\s+(?:\w+\s+){0,2}(?:dibuka|kembali|balik|pulih|dipulihkan)|locked out|(?:can['’]?t|cannot|unable to) (?:log|sign|get) ?in|(?:recover|restore|unlock|get back) my account|get my account back)\b/,
  ],
  [
    'cancel',
    /\b(?:batalkan|batalin|membatalkan|mau batal|berhenti langganan|stop langganan|hentikan|cancel|unsubscribe)\b/,
  ],
  ['explanation', /\b(?:kenapa|mengapa|knp|kok bisa|why|how come)\b/],
];
