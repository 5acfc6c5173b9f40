/** Marks of what is something else as well: a page, a script, an archive, a program. */
const FOREIGN = [
  /<html/i,
  /<script/i,
  /<svg/i,
  /<!doctype/i,
  /<\?php/i,
  /^MZ/,
  /PK\x03\x04/,
  /Rar!/,
] as const;
/** Where a browser or a viewer looks for them. */
const HEAD_BYTES = 2048;
const TAIL_BYTES = 65_600;

/**
 * A PDF as it came, with all that it says of its maker: nothing here can rewrite one, and whoever sends it is told so
 * where they choose a file and on the page about privacy. Undefined when it has no end, or is another kind of file as
 * well.
 */
export function checkPdf(bytes: Uint8Array): Uint8Array | undefined {
  const text = (from: number, to?: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  const head = text(0, HEAD_BYTES);
  const tail = text(Math.max(0, bytes.length - TAIL_BYTES));
  if (!tail.includes('%%EOF')) return undefined;
  // The end of a zip archive: its directory is found from there, whatever stands before.
  if (tail.includes('PK\x05\x06')) return undefined;
  return FOREIGN.some((mark) => mark.test(head)) ? undefined : bytes;
}
