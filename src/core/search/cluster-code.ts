/** A vector as one scale and a whole number, 0 to 2^bits − 1, for each of its numbers. */
export interface Code {
  readonly scale: number;
  readonly levels: Uint8Array;
}

/** Bits of a level. */
export type Bits = 2 | 4 | 8;

/** How many standard deviations 2 bits reach: the least error for numbers that scatter normally. */
const REACH_OF_TWO_BITS = 1.99;

/**
 * Codes what a vector has beyond `base`. Its number `n` is about `base[n] + scale × (levels[n] − middle)`,
 * where `middle` is that of {@link middleOf}; the scale is such that its inner product with itself is exact
 * on average (as in RaBitQ, Gao and Long 2024).
 */
export function encode(vector: Float32Array, base: Float32Array, bits: Bits): Code {
  const rest = vector.map((value, index) => value - (base[index] ?? 0));
  const squares = rest.reduce((sum, value) => sum + value * value, 0);
  // Fine levels must reach every number: one that is cut off would cost more than they gain.
  const reach =
    bits === 2
      ? REACH_OF_TWO_BITS * Math.sqrt(squares / rest.length)
      : rest.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const top = 2 ** bits - 1;
  const step = (2 * reach) / 2 ** bits || 1;
  const levels = Uint8Array.from(rest, (value) =>
    Math.min(top, Math.max(0, Math.floor(value / step + 2 ** bits / 2))),
  );
  const product = rest.reduce((sum, value, index) => sum + value * ((levels[index] ?? 0) - top / 2), 0);
  return { scale: product > 0 ? squares / product : 0, levels };
}

/** The level that stands for nothing beyond the base. */
export function middleOf(bits: number): number {
  return (2 ** bits - 1) / 2;
}

/** Adds to `base` what a code has beyond it. */
export function decode({ scale, levels }: Code, base: Float32Array, bits: Bits): Float32Array {
  return base.map((value, index) => value + scale * ((levels[index] ?? 0) - middleOf(bits)));
}

/** Puts levels of 2 or 4 bits into bytes, the first in the highest bits. */
export function pack(levels: Code['levels'], bits: 2 | 4): Uint8Array {
  const perByte = 8 / bits;
  const bytes = new Uint8Array(Math.ceil(levels.length / perByte));
  for (const [index, level] of levels.entries()) {
    const byte = Math.floor(index / perByte);
    bytes[byte] = (bytes[byte] ?? 0) | (level << shiftOf(index, bits));
  }
  return bytes;
}

/** Takes `count` levels of 2 or 4 bits out of bytes. */
export function unpack(bytes: Uint8Array, count: number, bits: 2 | 4): Uint8Array {
  const perByte = 8 / bits;
  return Uint8Array.from(
    { length: count },
    (_, index) => ((bytes[Math.floor(index / perByte)] ?? 0) >> shiftOf(index, bits)) & (2 ** bits - 1),
  );
}

function shiftOf(index: number, bits: number): number {
  return 8 - bits * (1 + (index % (8 / bits)));
}
