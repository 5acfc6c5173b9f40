import type { Language } from '../../core/article/browser.ts';
import type { WordingMode } from '../../core/wording/browser.ts';
import type { DeskSettings } from './desk-settings.ts';
import type { DiagnosisWords } from './words.ts';

/** What the page tells the script, as JSON in an attribute. */
export interface DiagnosisSettings {
  readonly lang: Language;
  readonly words: DiagnosisWords;
  /** The origin of the site, on a page of another site; absent on its own pages. */
  readonly site?: string;
  /** The address of the server's search; absent where there is none. */
  readonly api?: string;
  /** Where the server leads conversations, and who words its replies; absent where there is no server. */
  readonly assistant?: { readonly api: string; readonly mode: WordingMode };
  /** The way to an agent; absent where the server has no desk. */
  readonly desk?: DeskSettings;
  /** How many files the guides of each language are spread over. */
  readonly shards: Readonly<Record<Language, number>>;
}
