import type { ContentProblem } from './article.ts';

/** One file below `content/`, as bytes: whether it is text at all is for this folder to find out. */
export interface ContentFile {
  /** Path from the top of the repository, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A place in a file, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export const TOP: Place = { line: 1, column: 1 };

/** Collects what is wrong, so that everything is reported together. */
export type Report = (
  file: string,
  place: Place | undefined,
  rule: string,
  problem: string,
  remedy: string,
) => void;

/** A `Report` that appends to `problems`. */
export function reportInto(problems: ContentProblem[]): Report {
  return (file, place = TOP, rule, problem, remedy) => {
    problems.push({ file, line: place.line, column: place.column, rule, problem, remedy });
  };
}

/** Eight times the longest guide. More is a picture or a log by mistake, and some markdown costs the square of its length. */
const MAX_BYTES = 40_000;

/** The file's text with `\n` line ends and no byte-order mark, or undefined after reporting why not. */
export function readText(file: ContentFile, report: Report): string | undefined {
  if (file.bytes.length > MAX_BYTES) {
    const kilobytes = Math.round(file.bytes.length / 1000);
    report(
      file.path,
      TOP,
      'file-size',
      `This file is ${kilobytes.toLocaleString('en')} kB; content files are text of at most ${MAX_BYTES / 1000} kB.`,
      'Keep only the text of the guide; remove pasted pictures, logs or other documents.',
    );
    return undefined;
  }
  const decoded = decodeUtf8(file.bytes);
  if (decoded.text === undefined) {
    report(
      file.path,
      decoded.place,
      'encoding',
      'This file is not UTF-8 text: the character here cannot be read.',
      'Open it in your editor and choose "Save with encoding: UTF-8". From Word or Excel, copy the text into a new file.',
    );
    return undefined;
  }
  const text = decoded.text.replaceAll(/\r\n?/g, '\n');
  if (text.trim() === '') {
    report(
      file.path,
      TOP,
      'empty-file',
      'This file is empty.',
      'Write its content, or delete the folder if the problem should not exist. `npm run kb -- new <id>` makes a fresh start.',
    );
    return undefined;
  }
  const hidden = HIDDEN.exec(text);
  if (hidden) {
    const code = hidden[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    report(
      file.path,
      placeAt(text, hidden.index),
      'hidden-character',
      `There is an invisible control character here (U+${code}), as text copied from elsewhere can carry.`,
      'Delete this line and type it again by hand.',
    );
    return undefined;
  }
  return text;
}

/** Control characters, and those that turn the direction of reading: with them a text shows something else than it says. */
const HIDDEN = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;

interface Decoded {
  readonly text?: string;
  readonly place?: Place;
}

function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const nul = text.indexOf('\0');
    return nul < 0 ? { text } : { place: placeAt(text, nul) };
  } catch {
    // The decoder does not say where; the first replacement character of a lenient reading does.
    const lenient = new TextDecoder('utf-8').decode(bytes);
    return { place: placeAt(lenient, Math.max(0, lenient.indexOf('\uFFFD'))) };
  }
}

/** Line and column of a character offset. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
