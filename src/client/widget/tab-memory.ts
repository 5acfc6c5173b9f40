/** The part of a `Storage` that is used. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The one name under which anything is kept on a page of another site. */
export const TAB_KEY = 'pandu';

/**
 * A memory that keeps everything under one name of another, so that it takes one entry of a page that is not
 * its own. What is there and cannot be read counts as nothing.
 */
export function oneKeyMemory(store: Store): Store {
  const read = (): Record<string, string> => {
    try {
      const kept: unknown = JSON.parse(store.getItem(TAB_KEY) ?? '{}');
      if (typeof kept !== 'object' || kept === null) return {};
      return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === 'string'));
    } catch {
      // Written by somebody else.
      return {};
    }
  };
  const write = (kept: Record<string, string>) => {
    if (Object.keys(kept).length === 0) store.removeItem(TAB_KEY);
    else store.setItem(TAB_KEY, JSON.stringify(kept));
  };
  return {
    getItem: (name) => read()[name] ?? null,
    setItem: (name, value) => {
      write({ ...read(), [name]: value });
    },
    removeItem: (name) => {
      const { [name]: gone, ...others } = read();
      if (gone !== undefined) write(others);
    },
  };
}
