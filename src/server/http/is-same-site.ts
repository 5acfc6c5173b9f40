/**
 * Whether a form was sent from a page of this site. Browsers say so themselves; of one too old to, the cookie's
 * SameSite keeps what matters.
 */
export function isSameSite(headers: Headers, siteUrl: string): boolean {
  const site = headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('Origin');
  if (origin === null) return true;
  if (origin === siteUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.get('Host');
}
