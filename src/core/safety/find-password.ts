import {
  isOrdinaryNearPassword,
  looksLikePassword,
  stopsPassword,
  type PasswordForm,
} from './password-form.ts';
import type { PersonalSpan } from './personal-data.ts';

/** The word and its common misspellings ("psswrd", "paswod", "pasword"); "pass" and "sandi" by themselves too. */
const NAME = String.raw`(?:kata ?sandi|kata ?kunci|sandi|p[ae]?s{1,3}(?:[uwv][oa]?r?|[oa]?r)[oa]?[dt]{1,2}|passphrase|paswot|pass|pwd|pw|psw|pswd|psswd|pswrd)(?:nya|ny|ne|ku|mu|x|q)?`;
const AFTER_NAME = new RegExp(String.raw`(?<![\p{L}\p{N}])${NAME}(?![\p{L}\p{N}])`, 'giu');
/** "budi@example.org / rahasia77": what follows a mailbox and a mark. */
const AFTER_MAILBOX = /@[\p{L}\p{N}-]{1,40}(?:\.[\p{L}\p{N}-]{1,20}){1,3} ?[|/:;] ?/giu;
/** "rahasia77 itu password saya". */
const BEFORE_NAME = new RegExp(
  String.raw`(?<!\S)(\S{5,40}) (?:itu|adalah|ini|is|as|sebagai|jadi|buat|=|->) (?:\p{L}{1,10} )?${NAME}(?![\p{L}\p{N}])`,
  'giu',
);
/** "the login is Rahasia*77": only what can be nothing but a password counts. */
const AFTER_LOGIN = /(?<![\p{L}\p{N}])log ?in(?:nya)? ?(?:is|adalah|pakai|pake|with|[:=]) ?/giu;
/** The password comes within so many words of its name. */
const REACH_OF_WORDS = { strong: 10, weak: 6, digits: 3 } as const;
const REACH = 200;
const WORD = /\S{1,120}/gu;
/** What masking puts in the place of something. */
const MASKED = /\[[a-z]+(?:-[a-z]+)*\]/;
const QUOTED = /["“”'‘’«»`]([^"“”'‘’«»`\n]{3,60})["“”'‘’«»`]/u;
const FARTHEST_QUOTE = 25;
/** Marks and words after which any word is the password. */
const QUESTION = /^(?:apa|berapa|pak|bu|kak|mas|mbak|ya)\?$/i;
const SAYS = /^(?:[:=]|->)$/;
/** Words that say so only right after "password saya", "my password". */
const SAYS_OF_MINE = /^(?:is|was|adalah|yaitu|ialah|jadi|to)$/i;
const MINE = /(?:nya|ku)$|^(?:saya|sy|aku|gue|gua|gw|ku|nya)$/i;

/** Passwords of a folded text: what is quoted after the word, what follows "is" or ":", or what looks like one. */
export function findPasswords(text: string): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  let last = 0;
  for (const { 0: label, index } of text.matchAll(AFTER_NAME)) {
    const from = index + label.length;
    if (index < last) continue;
    const rest = text.slice(from, from + REACH);
    const isMine =
      MINE.test(label) || /\b(?:my|the) (?:\p{L}+ )?$/iu.test(text.slice(Math.max(0, index - 20), index));
    const span = quotedAfter(rest, from) ?? passwordAfter(rest, from, isMine);
    if (!span) continue;
    spans.push(span);
    last = span.end;
  }
  return [
    ...spans,
    ...wordAfter(AFTER_LOGIN, ['strong'], text),
    ...wordAfter(AFTER_MAILBOX, ['strong', 'weak'], text),
    ...namedAfterwards(text),
  ];
}

/** A quoted text right after the name. */
function quotedAfter(rest: string, offset: number): PersonalSpan | undefined {
  const quoted = QUOTED.exec(rest.slice(0, 90));
  if (quoted?.[1] === undefined || quoted.index >= FARTHEST_QUOTE || MASKED.test(quoted[1])) return undefined;
  const between = rest.slice(0, quoted.index);
  if (/[.,;?!\n]/.test(between) || between.split(/\s+/).some(stopsPassword)) return undefined;
  const start = offset + quoted.index + 1;
  return { start, end: start + quoted[1].length, kind: 'password' };
}

function passwordAfter(rest: string, offset: number, isOfMine: boolean): PersonalSpan | undefined {
  let isMine = isOfMine;
  let isSaid = false;
  let isStopped = false;
  let words = 0;
  for (const { 0: written, index } of rest.matchAll(WORD)) {
    if (words++ >= REACH_OF_WORDS.strong || MASKED.test(written) || rest.slice(0, index).includes('\n'))
      return undefined;
    const opened = written.replace(/^[:=("'*/>-]+/, '');
    const word = opened.replace(/[.,;?)"'*]+$/, '');
    isSaid ||= /[:=]/.test(written.slice(0, written.length - opened.length));
    const form = looksLikePassword(word);
    const isNear = form !== undefined && words <= REACH_OF_WORDS[form] && (form === 'strong' || !isStopped);
    if (isNear || (isSaid && word.length >= 4 && !isOrdinaryNearPassword(word))) {
      const start = offset + index + (written.length - opened.length);
      return { start, end: start + word.length, kind: 'password' };
    }
    // "sandinya apa? Rahasia77": a question is answered.
    if (/[.;?!]$/.test(written) && !QUESTION.test(written)) return undefined;
    isStopped ||= stopsPassword(word) || written.endsWith(',');
    isMine ||= words === 1 && MINE.test(word);
    isSaid = SAYS.test(written) || /[:=]$/.test(written) || (isMine && words <= 2 && SAYS_OF_MINE.test(word));
  }
  return undefined;
}

function wordAfter(name: RegExp, forms: readonly PasswordForm[], text: string): PersonalSpan[] {
  return [...text.matchAll(name)].flatMap(({ 0: label, index }) => {
    const start = index + label.length;
    const word = /^[^\s,;]{1,60}/.exec(text.slice(start, start + 60))?.[0].replace(/[.?)]+$/, '') ?? '';
    const form = looksLikePassword(word);
    return form === undefined || !forms.includes(form) || MASKED.test(word)
      ? []
      : [{ start, end: start + word.length, kind: 'password' as const }];
  });
}

function namedAfterwards(text: string): PersonalSpan[] {
  return [...text.matchAll(BEFORE_NAME)].flatMap(({ 1: word = '', index }) =>
    looksLikePassword(word) === undefined || MASKED.test(word)
      ? []
      : [{ start: index, end: index + word.length, kind: 'password' as const }],
  );
}
