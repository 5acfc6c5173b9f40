import { useEffect, useRef, useState } from 'preact/hooks';
import { readAddress } from './address.ts';
import { readInboxKey } from './inbox-key.ts';
import type { InboxState } from './inbox-state.ts';
import type { Inbox } from './inbox.ts';
import { IDS, obey } from './obey.ts';

/** How long `g` waits for the key after it. */
const AWAIT_MS = 1500;

/** The state of the inbox, drawn anew with each change. */
export function useInboxState(inbox: Inbox): InboxState {
  const [state, setState] = useState(inbox.state);
  useEffect(() => {
    setState(inbox.state());
    return inbox.subscribe(() => {
      setState(inbox.state());
    });
  }, [inbox]);
  return state;
}

/** The time, again every `everyMs`. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return now;
}

/** Follows the address of the page, so that going back works. */
export function useAddress(inbox: Inbox): void {
  useEffect(() => {
    const follow = () => {
      const place = readAddress(location.hash);
      inbox.go(place);
      // One that was open already is not drawn anew, and whoever came by a key goes on with keys.
      if (place.part === 'talk') {
        requestAnimationFrame(() => document.getElementById(IDS.talk)?.focus({ preventScroll: true }));
      }
    };
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('hashchange', follow);
    };
  }, [inbox]);
}

/** Lets keys work everywhere on the page. */
export function useKeys(inbox: Inbox): void {
  const awaits = useRef(0);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const { target } = event;
      const isTyping =
        target instanceof HTMLElement &&
        (target.matches('input, textarea, select') || target.isContentEditable);
      const command = readInboxKey(event, {
        isTyping,
        isInBox: target instanceof HTMLElement && target.id === IDS.box,
        isOnMessages: target instanceof HTMLElement && target.id === IDS.talk,
        hasDialog: document.querySelector('dialog[open], [role="menu"]') !== null,
        awaitsView: Date.now() < awaits.current,
      });
      awaits.current = command?.kind === 'await-view' ? Date.now() + AWAIT_MS : 0;
      if (command && obey(inbox, command)) event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => {
      removeEventListener('keydown', press);
    };
  }, [inbox]);
}
