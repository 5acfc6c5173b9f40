/** A colour of a button with the colour of the words on it. */
export interface ButtonColour {
  readonly fill: string;
  readonly text: string;
}

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
const PAPER = '#ffffff';
const INK = '#1c2321';

/**
 * Reads `data-color`, six hexadecimal digits as brands give them ("#0055a4"), and chooses light or dark words,
 * whichever is easier to read on it. Anything else is undefined: the site's own green stays.
 */
export function readButtonColour(text: string | undefined): ButtonColour | undefined {
  const match = HEX.exec(text?.trim() ?? '');
  if (!match) return undefined;
  const fill = match[0].toLowerCase();
  return { fill, text: contrast(fill, PAPER) >= contrast(fill, INK) ? PAPER : INK };
}

/** The contrast of two colours, 1–21 (WCAG 2.2, 1.4.3). */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = (HEX.exec(hex)?.slice(1) ?? []).map((pair) => {
    const part = Number.parseInt(pair, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
