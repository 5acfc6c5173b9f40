/** A short name for a text that changes with it (FNV-1a over two lanes, 64 bits in all). */
export function fingerprint(text: string): string {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + index), 0x85ebca6b);
  }
  return [low, high].map((lane) => (lane >>> 0).toString(36).padStart(7, '0')).join('');
}
