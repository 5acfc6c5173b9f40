import type { Link } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Report } from './content-file.ts';
import { reportContact } from './check-contact.ts';
import type { GuideFile } from './guide-file.ts';
import { resolveGuideLink } from './link.ts';
import { nearest } from './nearest.ts';
import { SECTION_ANCHORS } from './section.ts';

/** Step keys of every guide, by id; undefined where problem.yaml could not be read. */
export type StepKeys = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** Reports a link that leads nowhere, or to somewhere that a reader of a guide must not be sent. */
export function checkLink(
  guide: GuideFile,
  link: Link,
  { id, stepKeys }: { readonly id: string; readonly stepKeys: StepKeys },
  report: Report,
): void {
  const place = link.position?.start;
  const contact = CONTACT_LINK.exec(link.url);
  if (contact) {
    reportContact(guide.file, place, contact[1] ?? link.url, report);
    return;
  }
  if (toString(link).trim() === '') {
    report(
      guide.file,
      place,
      'link',
      `The link to "${link.url}" has no words.`,
      'Write what it leads to between [ and ].',
    );
  }
  if (/\[\^[^\]]+\]/.test(toString(link))) {
    report(
      guide.file,
      place,
      'footnote',
      `There is a footnote inside the link "${toString(link)}".`,
      'Put the footnote behind the link: [words](address)[^name].',
    );
  }
  if (isWebPage(link.url)) return;
  const target = resolveGuideLink(id, link.url);
  if (!target) {
    report(
      guide.file,
      place,
      'link',
      `The link "${toString(link)}" goes to "${link.url}", which is neither a guide nor an https:// address.`,
      'Link a guide of the same sector as ../its-name/, of another as ../../sector/its-name/; other pages with https://.',
    );
    return;
  }
  if (!stepKeys.has(target.id)) {
    report(
      guide.file,
      place,
      'link',
      `The link "${toString(link)}" goes to the guide "${target.id}", which does not exist.`,
      `Did you mean "${nearest(target.id, [...stepKeys.keys()])}"? Otherwise remove the link.`,
    );
    return;
  }
  const keys = stepKeys.get(target.id);
  if (!keys || !target.anchor || keys.has(target.anchor) || SECTION_ANCHORS.includes(target.anchor)) return;
  report(
    guide.file,
    place,
    'anchor',
    `"${target.id}" has no place called "#${target.anchor}".`,
    `Use one of its steps (${[...keys].join(', ')}) or ${SECTION_ANCHORS.join(', ')}.`,
  );
}

/** Addresses that are a number or mailbox in disguise; the capture is what they lead to. */
const CONTACT_LINK =
  /^(?:mailto:|tel:|sms:|whatsapp:)(.*)$|^https?:\/\/(?:wa\.me|api\.whatsapp\.com|t\.me)\/.*$/i;

/** An https address without a user name: what stands before an @ only makes it look like another host. */
function isWebPage(url: string): boolean {
  return /^https:\/\/[^/\s@?#\\]+\.[^/\s@?#\\]+(?:[/?#]|$)/i.test(url);
}
