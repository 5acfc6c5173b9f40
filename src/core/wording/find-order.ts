/** A text without characters that nobody sees: they can hide words from people and show them to a model. */
export function stripInvisible(text: string): string {
  return text.replaceAll(INVISIBLE, '');
}

/** True when a text holds characters that nobody sees. */
export function hidesSomething(text: string): boolean {
  return text.search(INVISIBLE) >= 0;
}

const INVISIBLE =
  /[\p{Cf}\p{Co}\p{Cs}\p{Cn}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}]|(?![\n\t])\p{Cc}/gu;

/** True when a sentence speaks to a language model, which no guide has a reason to do. */
export function isOrder(sentence: string): boolean {
  const plain = stripInvisible(sentence).normalize('NFKC');
  return ORDERS.some((order) => order.test(plain));
}

const ORDERS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|rules?|prompts?|above|previous|guidelines?)\b/i,
  /\b(?:abaikan|lupakan|hiraukan|langgar)\b.{0,40}\b(?:instruksi|perintah|aturan|arahan|petunjuk|prompt|di atas|sebelumnya)\b/i,
  /\b(?:system|developer)\s*(?:prompt|message|override|mode)\b/i,
  /\b(?:prompt|instruksi|pesan)\s+sistem\b/i,
  /^\s*(?:system|assistant|user|developer|sistem|asisten)\s*:/i,
  /\b(?:you are now|act as|pretend to be|from now on you|as an ai|language model)\b/i,
  /\b(?:kamu sekarang adalah|anda sekarang adalah|berperanlah|bertindaklah sebagai|berpura-pura(?:lah)? (?:jadi|menjadi)|model bahasa)\b/i,
  /<\/?(?:system|instructions?|reader|pembaca|im_start|im_end)|\[\/?INST\]|<\|/i,
];
