import type { Language } from '../article/browser.ts';
import { PACKET_WORDS } from './packet-words.ts';

/** What a reader may leave out of a packet, in the order in which it stands there. */
export const LEAVABLE = ['service', 'said', 'signs', 'tried', 'device'] as const;
export type LeavablePart = (typeof LEAVABLE)[number];

/** How much of the reader's own words stands for a problem that is not known, in characters. */
const SHORT = 80;

const ORDER = ['problem', 'service', 'said', 'signs', 'tried', 'possible', 'device'] as const;
type Part = (typeof ORDER)[number];

/** A part of a packet as it stands there now, with its label; undefined when it is left out. */
export function findPart(packet: string, lang: Language, part: LeavablePart): string | undefined {
  return find(packet, lang, part) || undefined;
}

/**
 * The packet with `block` as that part, in its place; without one, the part is left out. What the reader changed in
 * the other parts stays.
 */
export function changePart(packet: string, lang: Language, part: LeavablePart, block?: string): string {
  const others = split(packet).filter((one) => partOf(one, lang) !== part);
  if (block === undefined) return others.join(GAP);
  const later = ORDER.slice(ORDER.indexOf(part) + 1);
  const place = others.findIndex((one) => later.some((name) => partOf(one, lang) === name));
  return others.toSpliced(place < 0 ? others.length : place, 0, block).join(GAP);
}

/** One line for the subject of a mail, from a packet as the reader has changed it. */
export function writeSubject(packet: string, lang: Language): string {
  const service = valueOf(packet, lang, 'service');
  const problem = nameProblem(packet, lang);
  return service === '' ? problem : `${service}: ${problem}`;
}

/** What to say first on the phone, from a packet as the reader has changed it. */
export function writeOpening(packet: string, lang: Language): string {
  const tried = find(packet, lang, 'tried')
    .split('\n')
    .filter((line) => line.startsWith('- ')).length;
  return PACKET_WORDS[lang].opening(nameProblem(packet, lang).replace(/[.!?]+$/, ''), tried);
}

function nameProblem(packet: string, lang: Language): string {
  const words = PACKET_WORDS[lang];
  const named = valueOf(packet, lang, 'problem');
  if (named !== '' && named !== words.notKnown) return named;
  const said = /^- “?(.+?)”?$/m.exec(find(packet, lang, 'said'))?.[1] ?? '';
  return said.slice(0, SHORT) || words.someProblem;
}

/** What follows the label in its line; '' without such a part. */
function valueOf(packet: string, lang: Language, part: Part): string {
  const [line = ''] = find(packet, lang, part).split('\n');
  return line.slice(PACKET_WORDS[lang][part].length + 1).trim();
}

function find(packet: string, lang: Language, part: Part): string {
  return split(packet).find((block) => partOf(block, lang) === part) ?? '';
}

/** The part about the device: what it is, and its language. */
export function writeDevice(lang: Language, device: readonly string[]): string {
  return `${PACKET_WORDS[lang].device}: ${device.join(', ')}`;
}

const GAP = '\n\n';

function split(packet: string): string[] {
  return packet.split(/\n{2,}/).filter((block) => block.trim() !== '');
}

function partOf(block: string, lang: Language): Part | undefined {
  return ORDER.find((part) => block.startsWith(`${PACKET_WORDS[lang][part]}:`));
}
