import { fillIn } from '../markup/browser.ts';
import type { Answer } from './account-api.ts';
import type { RefusalWords } from './words.ts';

/**
 * Why something was not done, and what to do now. What depends on the deed (a wrong password, a mailbox that is taken)
 * is given as `own`, by code or status.
 */
export function explainRefusal(
  answer: Exclude<Answer, { readonly kind: 'done' }>,
  words: RefusalWords,
  own: Readonly<Record<string, string>> = {},
): string {
  if (answer.kind === 'away') return words.away;
  const { code, status, seconds } = answer;
  const said = own[code] ?? own[String(status)];
  if (said !== undefined) return said;
  if (code === 'locked') return words.locked;
  if (status === 429) return fillIn(words.wait, { seconds: Math.max(1, seconds) });
  const byCode = { expired: words.expired, void: words.void, unavailable: words.unavailable }[code];
  if (byCode !== undefined) return byCode;
  if (status === 403) return words.forbidden;
  if (status === 404) return words.absent;
  return status >= 500 ? words.away : words.invalid;
}
