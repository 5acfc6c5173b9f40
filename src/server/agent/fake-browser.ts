import type { Agents } from './agents.ts';

/** What came of asking. */
export interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

/** A browser of an agent, with a jar for cookies, in front of `agents.handle`; what its server's guard does is left out. */
export interface FakeBrowser {
  /** The jar, by name; what a test puts there is sent. */
  readonly cookies: Map<string, string>;
  readonly headers: () => Headers;
  get(path: string): Promise<Answered>;
  post(path: string, body: unknown): Promise<Answered>;
}

/** One that has never been here, at a network address of its own. */
export function openFakeBrowser(
  agents: Pick<Agents, 'handle'>,
  siteUrl: string,
  client = '192.0.2.1',
): FakeBrowser {
  const cookies = new Map<string, string>();
  const headers = () =>
    new Headers({
      Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'User-Agent': 'FakeBrowser/1',
    });
  async function ask(path: string, body?: unknown): Promise<Answered> {
    const sent = headers();
    if (body !== undefined) sent.set('Content-Type', 'application/json');
    const request = new Request(`${siteUrl}/agent/api/auth${path}`, {
      headers: sent,
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    const response = await agents.handle(request, client);
    for (const line of response.headers.getSetCookie()) keep(line);
    const text = await response.text();
    const answer: unknown = text === '' ? {} : JSON.parse(text);
    if (typeof answer !== 'object' || answer === null) throw new TypeError('The answer is no object.');
    return {
      status: response.status,
      body: Object.fromEntries(Object.entries(answer)),
      headers: response.headers,
    };
  }
  function keep(line: string): void {
    const [pair = ''] = line.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    if (/max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, pair.slice(name.length + 1));
  }
  return { cookies, headers, get: (path) => ask(path), post: ask };
}
