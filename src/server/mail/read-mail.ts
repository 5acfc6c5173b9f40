import { createHash } from 'node:crypto';
import type { ParsedMail } from 'mailparser';
import { isMailbox, readMessageId, writeSubject } from './check-mail.ts';
import { isAutomaticMail } from './is-automatic-mail.ts';
import type { ReceivedMail } from './received-mail.ts';

/** Of a mail that is bigger, its beginning is read, and none of its attachments. */
export const LARGEST_MAIL_BYTES = 32 * 1024 * 1024;
export const BEGINNING_BYTES = 512 * 1024;

const MOST_ATTACHMENTS = 10;
const LONGEST_HTML = 1024 * 1024;
const MOST_REFERENCES = 50;
const SMALL_BYTES = 32 * 1024;

/** Reads a mail (RFC 5322, MIME) in any encoding; one that is broken gives what can be read of it. */
export async function readMail(source: Buffer, hasAll = true): Promise<ReceivedMail> {
  const { parsed, isWhole } = await parse(source, hasAll);
  const files = parsed.attachments.filter(({ related, content }) => !related && content.length > 0);
  const kept = isWhole ? files.slice(0, MOST_ATTACHMENTS) : [];
  const address = parsed.from?.value[0]?.address?.trim() ?? '';
  return {
    messageId: readMessageId(parsed.messageId) ?? idOf(source),
    from: isMailbox(address) ? address : undefined,
    subject: writeSubject(parsed.subject ?? ''),
    text: (parsed.text ?? '').replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed().trim(),
    references: referencesOf(parsed),
    isAutomatic: isAutomaticMail(parsed, address),
    attachments: kept.map(({ filename, content }, place) => ({
      name: filename ?? `${place + 1}`,
      bytes: content,
    })),
    dropped: files.length - kept.length,
  };
}

/** A mail that is made to break whoever reads it is read as far as it goes: its beginning, or its head alone. */
async function parse(
  source: Buffer,
  hasAll: boolean,
): Promise<{ readonly parsed: ParsedMail; readonly isWhole: boolean }> {
  const { simpleParser } = await import('mailparser');
  const options = { skipImageLinks: true, skipTextToHtml: true, maxHtmlLengthToParse: LONGEST_HTML };
  for (const [place, bytes] of [source.length, SMALL_BYTES].entries()) {
    try {
      const parsed = await simpleParser(source.subarray(0, bytes), options);
      return { parsed, isWhole: hasAll && place === 0 };
    } catch {
      // More parts, or longer lines, than the parser takes.
    }
  }
  const end = source.indexOf('\r\n\r\n');
  return {
    parsed: await simpleParser(source.subarray(0, end < 0 ? SMALL_BYTES : end), options),
    isWhole: false,
  };
}

/** The same mail gives the same id, also without one of its own. */
function idOf(source: Buffer): string {
  return `<${createHash('sha256').update(source).digest('hex').slice(0, 40)}@without-id.invalid>`;
}

function referencesOf({ references = [], inReplyTo }: ParsedMail): readonly string[] {
  const named = [references, inReplyTo ?? []].flat().flatMap((words) => words.match(/<[^<>\s]+>/g) ?? []);
  const safe = named.flatMap((id) => readMessageId(id) ?? []);
  return [...new Set(safe)].slice(-MOST_REFERENCES);
}
