/** The part of `localStorage` that is used. */
export type ForgettingStore = Pick<Storage, 'key' | 'length' | 'removeItem'>;

/** What the inbox keeps of readers: what agents were writing to them, and which tickets they had read. */
const OF_READERS = /^pandu\.inbox\.(?:draft\.|seen$)/;

/** Removes from a device what the inbox keeps there of readers; language and view stay. */
export function forgetInbox(store: () => ForgettingStore): void {
  try {
    const kept = store();
    const keys = Array.from({ length: kept.length }, (_, place) => kept.key(place));
    for (const key of keys) if (key !== null && OF_READERS.test(key)) kept.removeItem(key);
  } catch {
    // Storage is forbidden: nothing was kept.
  }
}
