const INBOX = '/agent/';

/** Where to go after signing in: the page of this desk that was asked for, never one elsewhere. */
export function safeNext(search: string, origin: string): string {
  const asked = new URLSearchParams(search).get('next');
  if (asked === null || !URL.canParse(asked, origin)) return INBOX;
  const url = new URL(asked, origin);
  const isOurs = url.origin === origin && url.pathname.startsWith(INBOX);
  return isOurs && !url.pathname.startsWith('/agent/api/')
    ? `${url.pathname}${url.search}${url.hash}`
    : INBOX;
}
