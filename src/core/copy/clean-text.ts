/** Letters that no reader sees but that reorder or hide text: controls, bidirectional marks, zero widths. */
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A text on one line, without unseen characters or blanks at its ends. */
export function tidyLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(UNSEEN, '').trim();
}

/** A text of several lines, each tidied, empty ones left out. */
export function tidyLines(text: string): string {
  return text
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map(tidyLine)
    .filter((line) => line !== '')
    .join('\n');
}
