import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../core/article/browser.ts';
import type { InboxSettings } from './inbox-settings.ts';
import type { InboxState } from './inbox-state.ts';
import type { InboxWords } from './inbox-words.ts';
import type { Inbox } from './inbox.ts';

/** What every part of the page draws from. */
export interface Scene {
  readonly inbox: Inbox;
  readonly state: InboxState;
  readonly words: InboxWords;
  /** The language of the page; that of a reader is the ticket's. */
  readonly lang: Language;
  readonly settings: InboxSettings;
  /** Milliseconds; moves on while the page is open. */
  readonly now: number;
  readonly changeLang: (lang: Language) => void;
}

export const SceneContext = createContext<Scene | undefined>(undefined);

/** The scene around a part. @throws {Error} when it is drawn outside of the inbox. */
export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (!scene) throw new Error('This part stands outside of the inbox: draw it within SceneContext.');
  return scene;
}
