import { ID_FORM, SECRET_FORM, type Credentials } from '../conversation/index.ts';

const DAY_S = 86_400;

/** The conversation of a reader without scripts, as their browser names it; undefined when it names none. */
export function readReaderCookie(header: string | null, siteUrl: string): Credentials | undefined {
  const prefix = `${nameFor(siteUrl)}=`;
  const pair = header?.split(';').find((part) => part.trim().startsWith(prefix));
  const [id = '', secret = '', ...rest] = pair?.trim().slice(prefix.length).split('.') ?? [];
  return rest.length === 0 && ID_FORM.test(id) && SECRET_FORM.test(secret) ? { id, secret } : undefined;
}

/** Lets the browser remember a conversation for some days; scripts never see it, and other sites never send it. */
export function writeReaderCookie({ id, secret }: Credentials, siteUrl: string, days: number): string {
  return cookie(`${id}.${secret}`, siteUrl, days * DAY_S);
}

/** Lets the browser forget it. */
export function removeReaderCookie(siteUrl: string): string {
  return cookie('', siteUrl, 0);
}

function cookie(value: string, siteUrl: string, seconds: number): string {
  const secure = isSecure(siteUrl) ? '; Secure' : '';
  // Both languages share it, and the prefix of the name allows no narrower path.
  return `${nameFor(siteUrl)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** With the prefix, no other host of the domain can plant a conversation of its own (RFC 6265bis, 4.1.3). */
function nameFor(siteUrl: string): string {
  return isSecure(siteUrl) ? '__Host-pandu-conversation' : 'pandu-conversation';
}

function isSecure(siteUrl: string): boolean {
  return siteUrl.startsWith('https://');
}
