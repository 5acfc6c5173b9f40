import type { PersonalSpan } from './personal-data.ts';

/** Longest local part and domain (RFC 5321, section 4.5.3.1). */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;
const LOCAL = /[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63} ?$/u;
const DOMAIN = /^ ?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/u;
/** Places where a mailbox is known without ".com". */
const PROVIDER = 'gmail|yahoo|ymail|hotmail|outlook|icloud|proton|protonmail|rocketmail';
/** Ends of domains: with one of these, spelling may be loose. */
const END = 'com|org|net|id|co|io|me|info|biz|edu|gov|ac|go|sch|web|my|sg|au|uk|us';

const NAME = String.raw`[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63}`;
const SPELT_NAME = String.raw`${NAME}(?: (?:dot|titik) [\p{L}\p{N}_-]{1,30}){0,3}`;
const AT = String.raw` ?[([{<] ?(?:at|et|@) ?[)\]}>] ?| (?:at|et) | ?@ ?`;
const DOT = String.raw` ?[([{<] ?(?:dot|titik|\.) ?[)\]}>] ?| (?:dot|titik) `;
const LABEL = String.raw`[\p{L}\p{N}-]{1,63}`;
const LOOSE_END = String.raw`(?: ?[.,] ?(?:${END})(?![\p{L}\p{N}])){1,3}`;
const SPELT = [
  // "budi (at) example (dot) org", "budi titik uji at example titik org"
  String.raw`${SPELT_NAME}(?:${AT})${LABEL}(?:(?:${DOT}|\.)${LABEL}){1,4}`,
  // "budi@example,org", "budi @ example . org"
  String.raw`${NAME}(?: ?@ ?)${LABEL}(?:\.${LABEL}){0,2}${LOOSE_END}`,
  // "budi at gmail", "budi@gmail"
  String.raw`${NAME}(?: at | et |@)(?:${PROVIDER})(?![\p{L}\p{N}])`,
].map((pattern) => new RegExp(`(?<![\\p{L}\\p{N}._%+-])(?:${pattern})`, 'giu'));
/** Without one of these there is no spelt mail address. */
const MAY_BE_SPELT = /@|[ ([{<](?:at|et)[ )\]}>]/i;
/** "stuck at example.org" is no mailbox: after a plain "at" the name has a mark or digit, or mail is spoken of. */
const OF_MAIL =
  /(?<!\p{L})(?:e-?mail\p{L}{0,3}|mail|surel|gmail|akun|account|login|user\p{L}{0,4})(?!\p{L})/iu;
const PLAIN_AT = /^([^ ]+) at [^ ]+$/i;

/** Mail addresses of a folded text, spelt ones ("budi at example dot org") included. */
export function findEmails(text: string): PersonalSpan[] {
  return [...plainEmails(text), ...(MAY_BE_SPELT.test(text) ? speltEmails(text) : [])];
}

function plainEmails(text: string): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = LOCAL.exec(text.slice(Math.max(0, at - LONGEST_LOCAL - 1), at))?.[0];
    const domain = DOMAIN.exec(text.slice(at + 1, at + 2 + LONGEST_DOMAIN))?.[0];
    if (local === undefined || domain === undefined) continue;
    // A handle ("dm aku @toko.id") has a blank on one side only.
    if (local.endsWith(' ') !== domain.startsWith(' ')) continue;
    spans.push({ start: at - local.length, end: at + 1 + domain.length, kind: 'email' });
  }
  return spans;
}

function speltEmails(text: string): PersonalSpan[] {
  return SPELT.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
      const name = PLAIN_AT.exec(found)?.[1];
      const isSentence = name !== undefined && !/[\d._]/.test(name) && !OF_MAIL.test(text);
      const isHandle = / @[^ ]/.test(found);
      return isSentence || isHandle
        ? []
        : [{ start: index, end: index + found.length, kind: 'email' as const }];
    }),
  );
}
