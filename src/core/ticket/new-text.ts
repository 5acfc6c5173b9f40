/** So many lines a heading such as "On … wrote:" is broken into. */
const HEADING_LINES = 4;
const LONGEST_HEADING = 600;
/** So long a signature is at most, in lines. */
const SIGNATURE_LINES = 12;

/**
 * What is new in a mail that answers another one: without the quoted mail, its heading, and the signature. Knows the
 * forms of Gmail, Outlook, Yahoo and Apple Mail in Indonesian and English. Answers between quoted lines keep these,
 * because they mean nothing alone. When nothing would be left, all is kept.
 */
export function newTextOf(mail: string): string {
  const lines = mail.replaceAll(/\r\n?/g, '\n').split('\n');
  const text = withoutSignature(withoutQuote(lines)).join('\n').trim();
  return text === '' ? mail.trim() : text;
}

function withoutQuote(lines: readonly string[]): readonly string[] {
  const heading = findHeading(lines);
  const before = lines.slice(0, heading?.start ?? lines.length);
  const after = heading ? lines.slice(heading.end) : [];
  if (!heading) return withoutQuotedEnd(lines);
  // Without marks nobody can tell what is quoted, so it is all that follows.
  if (!after.some(isQuoted)) return before;
  const trimmed = withoutQuotedEnd(after);
  const first = trimmed.findIndex((line) => !isQuoted(line) && line.trim() !== '');
  if (first === -1) return before;
  const rest = trimmed.slice(first);
  // An answer below the whole quotation needs it no more than one above.
  return [...before, ...(rest.some(isQuoted) ? trimmed : rest)];
}

function withoutQuotedEnd(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '' && !isQuoted(line));
  return lines.slice(0, last + 1);
}

function isQuoted(line: string): boolean {
  return line.startsWith('>');
}

interface Heading {
  readonly start: number;
  readonly end: number;
}

/** Where the heading of a quoted mail stands; its first line, and the one after it. */
function findHeading(lines: readonly string[]): Heading | undefined {
  for (let start = 0; start < lines.length; start++) {
    const line = lines[start]?.trim() ?? '';
    if (DIVIDER.test(line)) return { start, end: start + 1 };
    const count = countFields(lines, start);
    if (count > 0) return { start: isRule(lines[start - 1]) ? start - 1 : start, end: start + count };
    if (!WROTE_BEGINS.test(line)) continue;
    for (let size = 1; size <= HEADING_LINES; size++) {
      const heading = lines
        .slice(start, start + size)
        .join(' ')
        .trim();
      if (heading.length > LONGEST_HEADING) break;
      if (WROTE_ENDS.test(heading) && NAMES_SENDER_OR_TIME.test(heading)) return { start, end: start + size };
    }
  }
  return undefined;
}

/** "-----Original Message-----"; a forwarded mail is what its sender wants to show, so it stays. */
const DIVIDER = /^[-_]{2,}\s*(?:original message|pesan asli|pesan sebelumnya)\s*[-_]{2,}$/i;
const WROTE_BEGINS = /^(?:on|pada|tanggal|el|le)\s/i;
const WROTE_ENDS = /\s(?:wrote|menulis|menuliskan)\s?:$/i;
/** Who really writes "di SMS itu bank menulis:" names neither a mailbox nor a year and a time. */
const NAMES_SENDER_OR_TIME = /\S@\S|\b\d{4}\b.*\d{1,2}[.:]\d{2}/;

/** The fields with which Outlook begins a quoted mail. */
const FIELDS = [
  /^\*?(?:from|dari)\s?:\*?\s*\S/i,
  /^\*?(?:sent|date|dikirim|tanggal|terkirim)\s?:\*?\s*\S/i,
  /^\*?(?:to|cc|kepada|ke|tembusan)\s?:\*?\s*\S/i,
  /^\*?(?:subject|subjek|perihal|judul)\s?:\*?/i,
];

/** How many lines in a row are fields of a quoted mail; 0 when they are not enough to be sure. */
function countFields(lines: readonly string[], start: number): number {
  if (!FIELDS[0]?.test(lines[start]?.trim() ?? '')) return 0;
  let count = 0;
  const seen = new Set<RegExp>();
  for (; count < FIELDS.length + 1; count++) {
    const field = FIELDS.find((one) => one.test(lines[start + count]?.trim() ?? ''));
    if (!field) break;
    seen.add(field);
  }
  return seen.size >= 3 ? count : 0;
}

function isRule(line: string | undefined): boolean {
  return /^_{8,}$/.test(line?.trim() ?? '');
}

function withoutSignature(lines: readonly string[]): readonly string[] {
  const mark = lines.findLastIndex((line) => line === '-- ' || line === '--');
  const signed = mark > 0 && lines.length - mark <= SIGNATURE_LINES + 1 ? lines.slice(0, mark) : lines;
  const last = signed.findLastIndex((line) => line.trim() !== '' && !DEVICE.test(line.trim()));
  return last === -1 ? signed : signed.slice(0, last + 1);
}

/** The line that phones put below each mail. */
const DEVICE =
  /^(?:sent from (?:my |yahoo |outlook|mail for)|get outlook for |dikirim dari |dapatkan outlook untuk |terkirim dari |diposting dari )[^.!?]{0,80}$/i;
