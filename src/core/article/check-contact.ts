import type { Place, Report } from './content-file.ts';
import { placeInNode, type TextNode } from './text-node.ts';

/** Indonesian numbers as people print them: +62 or 08… mobiles, (021)… lines, 1500xxx call centres. */
const PHONE =
  /(?:\+62|\b62|\b0)[\s.-]?8\d{1,2}[\s.-]?\d{3,4}[\s.-]?\d{3,5}|\(0\d{2,3}\)\s?\d{6,8}|\b1[-\s]?500[-\s]?\d{3}\b/;
const MAILBOX = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/;

/** Reports a phone number or mailbox. Text that the parser has made a mail link of is reported as a link. */
export function checkContact(file: string, node: TextNode, report: Report): void {
  const contact = PHONE.exec(node.value) ?? MAILBOX.exec(node.value);
  if (contact) reportContact(file, placeInNode(node, contact.index), contact[0], report);
}

/** Reports a contact: a guide that carries one is a place where a robber can plant another. */
export function reportContact(file: string, place: Place | undefined, contact: string, report: Report): void {
  report(
    file,
    place,
    'contact',
    `"${contact}" is a contact. Guides carry none, so that nobody can plant a false one.`,
    'Put it into content/service/<name>.yaml with the page that shows it, and name the service in problem.yaml.',
  );
}
