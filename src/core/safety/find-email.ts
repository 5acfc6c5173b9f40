import type { PersonalSpan } from './personal-data.ts';

/** Longest local part and domain (RFC 5321, section 4.5.3.1). */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;
const LOCAL = /[\p{L}\p{N}._%+-]{1,64} ?$/u;
const DOMAIN = /^ ?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/u;
const SPELT =
  /\b([\p{L}\p{N}._%+-]{1,64}) (?:at|et|\(at\)|\[at\]) ([\p{L}\p{N}-]{1,63})(?: (?:dot|titik|\(dot\)) [\p{L}\p{N}-]{1,63}){1,4}/giu;

/** Mail addresses of a folded text, spelt ones ("budi at example dot org") included. */
export function findEmails(text: string): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = LOCAL.exec(text.slice(Math.max(0, at - LONGEST_LOCAL - 1), at))?.[0];
    const domain = DOMAIN.exec(text.slice(at + 1, at + 2 + LONGEST_DOMAIN))?.[0];
    if (local === undefined || domain === undefined) continue;
    // A handle ("dm aku @toko.id") has a blank on one side only.
    if (local.endsWith(' ') !== domain.startsWith(' ')) continue;
    spans.push({ start: at - local.length, end: at + 1 + domain.length, kind: 'email' });
  }
  if (/ (?:dot|titik|\(dot\)) /i.test(text)) {
    for (const { 0: found, index } of text.matchAll(SPELT)) {
      spans.push({ start: index, end: index + found.length, kind: 'email' });
    }
  }
  return spans;
}
