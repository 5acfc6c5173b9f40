/** Gives the next number in [0, 1) at each call. */
export type Random = () => number;

/**
 * A seeded source of numbers (mulberry32), so that the same inputs give the same results on every
 * machine: one seed, one sequence. It is no source of secrets.
 */
export function openRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
