import { render } from 'preact';
import { createGuideReader } from '../agent/browser.ts';
import { randomKey } from '../sending/browser.ts';
import { InboxApp } from './app.tsx';
import { openDeskApi } from './desk-api.ts';
import { followEvents } from './follow-events.ts';
import type { InboxSettings } from './inbox-settings.ts';
import { createInbox } from './inbox.ts';
import { openKept } from './kept.ts';

/** Starts the inbox in the `[data-inbox]` of the page; who is not signed in is led to where that is done. */
export async function startInbox(): Promise<void> {
  const host = document.querySelector<HTMLElement>('[data-inbox]');
  const written = host?.dataset['settings'];
  if (!host || !written) return;
  // The page wrote the attribute with JSON.stringify of such settings.
  const settings = JSON.parse(written) as InboxSettings;
  const kept = openKept(localStore());
  const asked = new URLSearchParams(location.search).get('lang');
  const startLang = asked === 'en' || asked === 'id' ? asked : (kept.lang() ?? 'id');
  const reader = createGuideReader(settings);
  const inbox = createInbox(
    {
      api: openDeskApi(),
      kept,
      now: Date.now,
      newKey: randomKey,
      readGuide: (id, lang) => reader.guide(id, lang),
    },
    location.hash,
  );
  host.replaceChildren();
  render(<InboxApp inbox={inbox} settings={settings} startLang={startLang} />, host);
  if (await inbox.begin()) {
    // Where nobody can be, nothing is to be heard.
    if (!inbox.state().barred) followEvents(inbox.events);
  } else {
    const back = location.pathname + location.search + location.hash;
    location.replace(`${settings.signIn}?next=${encodeURIComponent(back)}`);
  }
}

/** Asked for anew each time, since a browser may refuse even to name it. */
function localStore() {
  return {
    getItem: (key: string) => localStorage.getItem(key),
    setItem: (key: string, value: string) => {
      localStorage.setItem(key, value);
    },
    removeItem: (key: string) => {
      localStorage.removeItem(key);
    },
  };
}
