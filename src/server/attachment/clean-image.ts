import type { Sharp, SharpOptions } from 'sharp';
import type { ImageType } from './read-type.ts';

/** More than any phone's picture without tricks; a decoded pixel takes up to four bytes. */
const MOST_PIXELS = 50_000_000;
/** A photograph beyond it is halved while it is decoded, which takes a quarter of the memory. */
const LARGE_PIXELS = 25_000_000;
const PATIENCE_S = 15;
const QUALITY = 88;

let last: Promise<unknown> = Promise.resolve();

/**
 * The picture of a file and nothing else: turned as its camera says, then written anew, without place, device,
 * comments, colour profile and whatever stands behind it. Undefined when it cannot be decoded, is too large in
 * pixels or takes too long. One at a time, because each holds its pixels in memory.
 */
export function cleanImage(bytes: Uint8Array, type: ImageType): Promise<Uint8Array | undefined> {
  const cleaned = last.then(() => rewrite(bytes, type));
  last = cleaned;
  return cleaned;
}

async function rewrite(bytes: Uint8Array, type: ImageType): Promise<Uint8Array | undefined> {
  const sharp = await loadSharp();
  const options: SharpOptions = {
    limitInputPixels: MOST_PIXELS,
    failOn: 'error',
    animated: type === 'image/gif' || type === 'image/webp',
  };
  try {
    const image = sharp(bytes, options).autoOrient().timeout({ seconds: PATIENCE_S });
    const { width, height } = await image.metadata();
    const half = Math.ceil(Math.max(width, height) / 2);
    if (type === 'image/jpeg' && width * height > LARGE_PIXELS) image.resize(half, half, { fit: 'inside' });
    return await WRITERS[type](image).toBuffer();
  } catch {
    // What the decoder says of a hostile file helps nobody.
    return undefined;
  }
}

const WRITERS: Readonly<Record<ImageType, (image: Sharp) => Sharp>> = {
  'image/png': (image) => image.png(),
  'image/jpeg': (image) => image.jpeg({ quality: QUALITY }),
  'image/webp': (image) => image.webp({ quality: QUALITY }),
  'image/gif': (image) => image.gif(),
};

/** Loaded with the first picture: it takes memory that a server without attachments does not need. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}
