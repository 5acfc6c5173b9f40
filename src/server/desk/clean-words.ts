import { mask } from '../../core/safety/browser.ts';
import type { Ticket } from '../ticket/index.ts';

/**
 * Words of a ticket on one line, without personal data as far as it can be found: forms of it, and what is known of
 * its reader and of agents (`names`). A name that nobody knows stays.
 */
export function cleanWords(
  text: string,
  { email, phone, reference }: Pick<Ticket, 'email' | 'phone' | 'reference'>,
  names: readonly string[],
): string {
  const personal = [email, phone, reference, ...names].filter((one) => one !== undefined);
  return mask(without(plain(text), personal)).text;
}

/** One line without what does not show: controls, and what turns the direction of reading. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\s]+/gu, ' ')
    .trim();
}

/** Whole words alone: a short name stands within other words too. */
function without(text: string, personal: readonly string[]): string {
  return personal
    .map((one) => one.trim().replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
    .filter((one) => one.length >= 2)
    .sort((a, b) => b.length - a.length)
    .reduce(
      (left, one) =>
        left.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${one}(?![\\p{L}\\p{N}])`, 'giu'), '[data]'),
      text,
    );
}
