import type { Suspicion } from '../../core/ticket/browser.ts';

/** What is known of somebody's request when it comes. */
export interface Suspect {
  readonly subject: string;
  readonly text: string;
  /** A browser worked for it. */
  readonly hasProof: boolean;
  /** A field was filled in that no person sees. */
  readonly isTrapped: boolean;
  /** The same text came often lately. */
  readonly isRepeated: boolean;
  /** Its form was filled in faster than a person can; false where there was no form. */
  readonly isHasty: boolean;
}

const LINK = /\b(?:https?:\/\/|www\.)\S+/giu;
/** Readers name one or two addresses of a fraud; advertisements have more. */
const MOST_LINKS = 3;
const MARKUP = /<a\s[^>]*href|\[url[=\]]/iu;
/** One weak sign alone proves nothing. */
const ENOUGH = 2;

/** The signs of spam in a request, by name; [] when they are not enough to hold it. */
export function findSuspicions(suspect: Suspect): readonly Suspicion[] {
  const { subject, text, hasProof, isTrapped, isRepeated, isHasty } = suspect;
  const links = (`${subject} ${text}`.match(LINK) ?? []).length;
  const signs: readonly (readonly [name: Suspicion, isThere: boolean, weight: number])[] = [
    ['trap', isTrapped, ENOUGH],
    ['markup', MARKUP.test(text), ENOUGH],
    ['links', links > MOST_LINKS, ENOUGH],
    ['repeated', isRepeated, ENOUGH],
    ['link-in-subject', (subject.match(LINK) ?? []).length > 0, 1],
    ['no-proof', !hasProof, 1],
    ['hasty', isHasty, 1],
  ];
  const found = signs.filter(([, isThere]) => isThere);
  const weight = found.reduce((sum, [, , one]) => sum + one, 0);
  return weight >= ENOUGH ? found.map(([name]) => name) : [];
}
