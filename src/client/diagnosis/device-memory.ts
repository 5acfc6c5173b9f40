/** What is kept on a device; `localStorage` in a browser. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

let elsewhere: Memory | undefined;

/** Keeps everything elsewhere than in the `localStorage` of the page, from now on: the page is another site's. */
export function rememberIn(memory: Memory): void {
  elsewhere = memory;
}

/** The memory of this device; undefined where it is forbidden. */
export function deviceMemory(): Memory | undefined {
  try {
    return elsewhere ?? globalThis.localStorage;
  } catch {
    // Reading the property itself throws where storage is forbidden.
    return undefined;
  }
}
