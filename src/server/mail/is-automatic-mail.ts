import type { ParsedMail } from 'mailparser';

/** Mailboxes that no person reads. */
const MACHINES = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+.-].*)?@/i;
const HEADERS_OF_MACHINES = ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'list-id', 'list-unsubscribe'];
const PRECEDENCE_OF_MACHINES = /^(bulk|junk|list|auto_reply)$/i;

/**
 * Tells mail of machines (RFC 3834 and what was usual before): absences, bounces, lists. Answering those goes round
 * in circles.
 */
export function isAutomaticMail({ headerLines }: ParsedMail, from: string): boolean {
  const line = (key: string) => {
    const found = headerLines.find((header) => header.key === key)?.line;
    return found?.slice(found.indexOf(':') + 1).trim();
  };
  const submitted = line('auto-submitted')
    ?.replace(/[;(].*$/s, '')
    .trim()
    .toLowerCase();
  if (submitted !== undefined && submitted !== 'no') return true;
  if (PRECEDENCE_OF_MACHINES.test(line('precedence') ?? '')) return true;
  if (line('return-path') === '<>') return true;
  if (HEADERS_OF_MACHINES.some((key) => line(key) !== undefined)) return true;
  if (/^multipart\/report\b/i.test(line('content-type') ?? '')) return true;
  return MACHINES.test(from);
}
