const PREFIX = 'pandu:ticks:';

/** Where the ticks are kept; `localStorage` in a browser. */
type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The keys of the steps that were ticked on this device; [] when nothing is kept or it cannot be read. */
export function readTicks(guide: string, memory: Memory | undefined = deviceMemory()): readonly string[] {
  return (
    memory
      ?.getItem(PREFIX + guide)
      ?.split(' ')
      .filter(Boolean) ?? []
  );
}

/** Keeps the ticked steps of a guide. A device that keeps nothing is no fault: the ticks then last as long as the page. */
export function writeTicks(
  guide: string,
  steps: readonly string[],
  memory: Memory | undefined = deviceMemory(),
): void {
  if (steps.length === 0) {
    forgetTicks(guide, memory);
    return;
  }
  try {
    memory?.setItem(PREFIX + guide, steps.join(' '));
  } catch {
    // Full or forbidden storage (private windows): the page works on without memory.
  }
}

/** Forgets the ticks of a guide. */
export function forgetTicks(guide: string, memory: Memory | undefined = deviceMemory()): void {
  memory?.removeItem(PREFIX + guide);
}

function deviceMemory(): Memory | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    // Reading the property itself throws where storage is forbidden.
    return undefined;
  }
}
