import type { Channel, Service } from './article.ts';

/** What the directory says about a contact that somebody pasted. */
export type ContactMatch =
  /** The very contact stands in the directory. */
  | { readonly outcome: 'official'; readonly service: Service; readonly channel: Channel }
  /** A page or mailbox under the official domain of a service. */
  | { readonly outcome: 'site'; readonly service: Service }
  /** A page on a network where anybody can open an account. */
  | { readonly outcome: 'platform'; readonly service: Service }
  /** An address made to be taken for that of a service. */
  | { readonly outcome: 'lookAlike'; readonly service: Service; readonly host: string }
  | { readonly outcome: 'unknown' }
  /** Neither a number, nor a mailbox, nor an address, nor an account name. */
  | { readonly outcome: 'nothing' };

const EMAIL = /([a-z0-9._%+-]+)@((?:[a-z0-9-]+\.)+[a-z]{2,})/i;
const ADDRESS = /(?:https?:\/\/)?(?:[^\s/@]+@)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?::\d+)?(\/\S*)?/iu;
const HANDLE = /^@([\w.]{2,30})$/;
/** Digits with what people put between them; at least 3, so that 131 and 157 count. */
const NUMBER = /\+?\d[\d\s().-]{1,22}\d/g;
/** Links that carry a number: the number is what counts. */
const NUMBER_LINK = /(?:wa\.me\/|[?&]phone=)\+?(\d{6,15})/i;
/** The name of a service this short stands in too many honest addresses. */
const LEAST_NAME = 5;

/**
 * Compares what somebody pasted with the official contacts. Numbers count alike however they are
 * written (+62, 62, 0, spaces); an address counts by its whole host, so that `bca.co.id.example.org`
 * is not BCA; a mailbox counts as official only when it stands in the directory itself.
 */
export function matchContact(pasted: string, services: readonly Service[]): ContactMatch {
  const text = pasted.trim().normalize('NFKC');
  const linked = NUMBER_LINK.exec(text)?.[1];
  if (linked) return matchNumber(linked, services);
  const email = EMAIL.exec(text);
  const isAddress = /^https?:\/\//i.test(text);
  if (email && !isAddress) return matchEmail(email[0], email[2] ?? '', services);
  const handle = HANDLE.exec(text)?.[1];
  if (handle) return matchHandle(handle, services);
  const host = hostOf(text);
  if (host) return matchHost(host, text, services);
  const number = text.match(NUMBER)?.[0];
  return number ? matchNumber(number, services) : { outcome: 'nothing' };
}

function matchNumber(number: string, services: readonly Service[]): ContactMatch {
  const wanted = normaliseNumber(number);
  return findChannel(services, ['phone', 'whatsapp', 'chat'], (value) =>
    (value.match(NUMBER) ?? []).some((candidate) => normaliseNumber(candidate) === wanted),
  );
}

function matchEmail(email: string, domain: string, services: readonly Service[]): ContactMatch {
  const listed = findChannel(services, ['email'], (value) => value.toLowerCase() === email.toLowerCase());
  return listed.outcome === 'official' ? listed : matchHost(domain.toLowerCase(), '', services);
}

function matchHandle(handle: string, services: readonly Service[]): ContactMatch {
  const wanted = handle.toLowerCase();
  return findChannel(services, ['social'], (value) => words(value).includes(wanted));
}

function matchHost(host: string, address: string, services: readonly Service[]): ContactMatch {
  const listed = services.flatMap((service) =>
    service.channels
      .filter(({ value }) => /^https?:/.test(value.id) && bareHost(value.id) === host)
      .map((channel) => ({ outcome: 'official' as const, service, channel })),
  );
  const owner = services.find(({ officialSite }) => isWithin(host, officialSite));
  if (owner?.sector === 'social-media') {
    const account = /^\/@?([\w.]{2,30})\/?$/.exec(pathOf(address))?.[1];
    const known = account ? matchHandle(account, services) : undefined;
    const page = listed.find(({ channel }) => address.startsWith(channel.value.id));
    return page ?? (known?.outcome === 'official' ? known : { outcome: 'platform', service: owner });
  }
  if (listed[0]) return listed[0];
  if (owner) return { outcome: 'site', service: owner };
  const imitated = services.find((service) => imitates(host, service.officialSite));
  return imitated ? { outcome: 'lookAlike', service: imitated, host } : { outcome: 'unknown' };
}

/** True for the official host itself and what lies below it. */
function isWithin(host: string, officialSite: string): boolean {
  return host === officialSite || host.endsWith(`.${officialSite}`);
}

/** The official host inside another one, its name inside another name, or one letter exchanged. */
function imitates(host: string, officialSite: string): boolean {
  const flat = (name: string) => name.replaceAll(/[.-]/g, '');
  const name = officialSite.split('.')[0] ?? '';
  if (flat(host).includes(flat(officialSite))) return true;
  if (host.split(/[.-]/).includes(name)) return true;
  if (name.length < LEAST_NAME) return false;
  return flat(host).includes(name) || host.split('.').some((label) => isOneLetterOff(label, name));
}

function isOneLetterOff(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

function findChannel(
  services: readonly Service[],
  kinds: readonly Channel['kind'][],
  fits: (value: string) => boolean,
): ContactMatch {
  for (const service of services) {
    for (const channel of service.channels) {
      if (kinds.includes(channel.kind) && fits(channel.value.id))
        return { outcome: 'official', service, channel };
    }
  }
  return { outcome: 'unknown' };
}

/** A number as it is dialled in Indonesia: digits only, +62 and 62 become 0. */
function normaliseNumber(number: string): string {
  const digits = number.replaceAll(/\D/g, '');
  const isAbroad = number.trim().startsWith('+62') || (digits.startsWith('62') && digits.length >= 10);
  return isAbroad ? `0${digits.slice(2).replace(/^0/, '')}` : digits;
}

/** The host of the first address in a text, in ASCII; the part before an @ is bait and does not count. */
function hostOf(text: string): string | undefined {
  const match = ADDRESS.exec(text);
  if (!match) return undefined;
  try {
    return bareHost(/^https?:\/\//i.test(match[0]) ? match[0] : `https://${match[0]}`);
  } catch {
    // Letters that no address can hold: it is not an address.
    return undefined;
  }
}

function bareHost(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}

function pathOf(address: string): string {
  return /^(?:https?:\/\/)?[^/]+(\/[^?#]*)/i.exec(address)?.[1] ?? '';
}

function words(value: string): readonly string[] {
  return value
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^@/, ''));
}
