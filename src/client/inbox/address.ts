import { INBOX_VIEWS, type InboxView } from '../../core/ticket/browser.ts';

/** Where in the inbox somebody is. On a phone, one part is seen at a time. */
export type Place =
  | { readonly part: 'list'; readonly view?: InboxView }
  | { readonly part: 'talk' | 'story'; readonly ticket: string };

/** Reads what stands after `#`; anything unknown is the list. */
export function readAddress(hash: string): Place {
  const [, kind, name, part] = hash.replace(/^#/, '').split('/');
  if (kind === 't' && name) {
    const ticket = decode(name);
    if (ticket !== undefined) return { part: part === 'story' ? 'story' : 'talk', ticket };
  }
  const view = kind === 'v' ? INBOX_VIEWS.find((known) => known === name) : undefined;
  return view ? { part: 'list', view } : { part: 'list' };
}

/** What stands after `#` for a place, with the `#`. */
export function writeAddress(place: Place): string {
  if (place.part === 'list') return place.view ? `#/v/${place.view}` : '#/';
  return `#/t/${encodeURIComponent(place.ticket)}${place.part === 'story' ? '/story' : ''}`;
}

function decode(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    // A `%` that begins nothing: no address of ours.
    return undefined;
  }
}
