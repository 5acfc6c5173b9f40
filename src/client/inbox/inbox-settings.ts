import type { Language, Sector } from '../../core/article/browser.ts';
import type { InboxWords } from './inbox-words.ts';

/** What the markup tells the inbox, as JSON in `data-settings`. */
export interface InboxSettings {
  readonly words: Readonly<Record<Language, InboxWords>>;
  readonly sectorNames: Readonly<Record<Language, Readonly<Record<Sector, string>>>>;
  /** The services that a ticket can be about, by slug. */
  readonly services: readonly { readonly slug: string; readonly name: string }[];
  /** The number of files of guides in each language. */
  readonly shards: Readonly<Record<Language, number>>;
  /** The address of the search on the server. */
  readonly search: string;
  /** Where agents sign in, and look after their account. */
  readonly signIn: string;
  readonly account: string;
  /** The desk for copying guides, in each language. */
  readonly desk: Readonly<Record<Language, string>>;
  /** The public address of the site; absent, it is the one in the browser. No slash at its end. */
  readonly site?: string;
}
