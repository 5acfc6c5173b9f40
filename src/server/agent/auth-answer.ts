import { STATUS_CODES } from 'node:http';

/** Why something was not done, for pages to say in their own words. */
export type RefusalCode =
  'invalid' | 'wrong' | 'wait' | 'locked' | 'expired' | 'void' | 'signed-out' | 'unavailable' | 'not-found';

/** An answer in JSON that no cache keeps, with the cookies of another. */
export function answerJson(body: unknown, from?: Response): Response {
  const headers = new Headers({ 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  for (const cookie of from?.headers.getSetCookie() ?? []) headers.append('Set-Cookie', cookie);
  return new Response(JSON.stringify(body), { headers });
}

/** A problem (RFC 9457) with a `code` for the page; `detail` is a sentence for a person. */
export function refuse(
  status: number,
  code: RefusalCode,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, code, detail };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Cache-Control': 'no-store', ...headers, 'Content-Type': 'application/problem+json' },
  });
}

/** For those who try too often. */
export function refuseForNow(seconds: number): Response {
  const detail = `Too many attempts. Wait ${seconds} second${seconds === 1 ? '' : 's'}, then try again.`;
  return refuse(429, 'wait', detail, { 'Retry-After': String(seconds) });
}
