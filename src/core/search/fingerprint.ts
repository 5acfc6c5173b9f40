/** A short name for a text that changes with it (FNV-1a over two lanes, 64 bits in all). */
export function fingerprint(text: string): string {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + index), 0x85ebca6b);
  }
  return name(low, high);
}

/** The same for bytes: a name that changes with any of them or their order. */
export function fingerprintBytes(parts: readonly Uint8Array[]): string {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (const part of parts) {
    for (let index = 0; index < part.length; index++) {
      const byte = part[index] ?? 0;
      low = Math.imul(low ^ byte, 0x01000193);
      high = Math.imul(high ^ (byte + index), 0x85ebca6b);
    }
  }
  return name(low, high);
}

function name(...lanes: readonly number[]): string {
  return lanes.map((lane) => (lane >>> 0).toString(36).padStart(7, '0')).join('');
}
