import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskList } from '../core/ticket/browser.ts';
import { ADMIN } from './desk-agent.ts';
import { join, joinFirst, nobody, signInAs, type DeskSession } from './desk-session.ts';
import { openTicket, sendPictures, viewTicket, type OwnTicket } from './desk-tickets.ts';
import { startDesk, type DeskSite } from './fake-desk-site.ts';

const AGENT = { name: 'Budi', email: 'budi@example.org', password: 'panjang sekali dan aman' };
const ELSEWHERE = 'https://example.org';

let desk: DeskSite;
let admin: DeskSession;
let agent: DeskSession;
/** Two readers, each with a picture. */
let own: OwnTicket;
let other: OwnTicket;
const ids = new Map<OwnTicket, string>();

beforeAll(async () => {
  desk = await startDesk();
  admin = await joinFirst(desk);
  // Whoever is invited cannot choose what they may do.
  await join(desk, await invite(AGENT.email), AGENT, { role: 'admin', kind: 'first' });
  agent = await signInAs(desk, AGENT);
  [own, other] = [await openTicket(desk), await openTicket(desk)];
  for (const ticket of [own, other]) {
    await sendPictures(desk, ticket, ['bukti.png']);
    ids.set(ticket, await idOf(ticket));
  }
});
afterAll(() => desk.stop());

async function invite(email: string): Promise<string> {
  const { link } = (await (await admin.ask('/agents/invite', { email, role: 'agent' })).json()) as {
    link: string;
  };
  // The site may be reached under another name than its own.
  return link.replace(/^https?:\/\/[^/]+/, '');
}

async function idOf({ reference }: OwnTicket): Promise<string> {
  const { tickets } = (await (await admin.ask('/tickets?view=all')).json()) as DeskList;
  return tickets.find((ticket) => ticket.reference === reference)?.id ?? '';
}

async function fileOf(ticket: OwnTicket): Promise<string> {
  const { messages } = await viewTicket(desk, ticket);
  return messages.flatMap(({ attachments }) => attachments)[0]?.id ?? '';
}

const statusOf = async (path: string) => (await fetch(desk.readerUrl + path)).status;
const versionOf = async (ticket: OwnTicket) =>
  ((await (await admin.ask(`/tickets/${ids.get(ticket) ?? ''}`)).json()) as { ticket: { version: number } })
    .ticket.version;

describe("another's ticket", () => {
  test('is opened by its token alone', async () => {
    const { token, reference } = own;
    const changed = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
    const wrong = [ids.get(own) ?? '', reference, changed, token.slice(0, -1), '%27%20OR%201%3D1--', '*'];
    expect(await statusOf(`/api/v1/tickets/${token}`)).toBe(200);
    for (const one of wrong) {
      const api = `/api/v1/tickets/${one}`;
      for (const path of [api, `${api}/events`, `${api}/copy`, `/tiket/${one}/`]) {
        expect([path, await statusOf(path)]).toEqual([path, 404]);
      }
    }
  });

  test('gives its files to nobody else', async () => {
    const file = await fileOf(own);
    const path = `/attachments/${file}`;
    const given = await fetch(`${desk.readerUrl}/api/v1/tickets/${own.token}${path}`);
    expect(given.status).toBe(200);
    expect(given.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(given.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(given.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    expect(await statusOf(`/api/v1/tickets/${other.token}${path}`)).toBe(404);
    expect(await statusOf(`/api/v1/tickets/${ids.get(own) ?? ''}${path}`)).toBe(404);
    expect((await agent.ask(`/tickets/${ids.get(own) ?? ''}${path}`)).status).toBe(200);
    expect((await agent.ask(`/tickets/${ids.get(other) ?? ''}${path}`)).status).toBe(404);
    expect((await nobody(desk).ask(`/tickets/${ids.get(own) ?? ''}${path}`)).status).toBe(401);
  });
});

const READING = [
  '/me',
  '/agents',
  '/roster',
  '/audit',
  '/tickets',
  '/events',
  '/macros',
  '/tickets/1',
  '/auth/account',
];
const DOING = [
  ...[
    'reply',
    'note',
    'assign',
    'priority',
    'classify',
    'close',
    'reopen',
    'hold',
    'release',
    'presence',
  ].map((verb) => `/tickets/1/${verb}`),
  ...[
    '/tickets/1/draft',
    '/tickets/1/macro',
    '/tickets/1/guide-draft',
    '/messages/1/withdraw',
    '/attachments',
  ],
  ...['/subject/export', '/subject/erase'],
  ...['/agents/invite', '/agents/1/role', '/agents/1/dismiss', '/agents/1/reset', '/agents/1/end-sessions'],
];

describe("the agents' API", () => {
  test('says nothing to whoever is not signed in', async () => {
    for (const headers of [{}, { Cookie: 'pandu-agent.session_token=x' }]) {
      const ask = async (path: string, body?: object) => (await nobody(desk).ask(path, body, headers)).status;
      for (const path of READING) expect([path, await ask(path)]).toEqual([path, 401]);
      for (const path of DOING) expect([path, await ask(path, {})]).toEqual([path, 401]);
    }
    const forged = { Cookie: agent.cookie.replace(/=.{4}/, '=AAAA') };
    expect((await nobody(desk).ask('/me', undefined, forged)).status).toBe(401);
    const bearer = { Authorization: `Bearer ${agent.cookie.split('=', 2)[1] ?? ''}` };
    expect((await nobody(desk).ask('/me', undefined, bearer)).status).toBe(401);
  });

  test.for([
    ['from another site', { Origin: ELSEWHERE }],
    ['from nowhere that can be named', { Origin: 'null' }],
    ['from another site, as its browser says', { 'Sec-Fetch-Site': 'cross-site' }],
    ['from another host of the domain', { 'Sec-Fetch-Site': 'same-site' }],
    ['as a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['as text that is JSON all the same', { 'Content-Type': 'text/plain' }],
  ] as const)('does nothing that is sent %s', async ([, headers]) => {
    const id = ids.get(own) ?? '';
    const before = await versionOf(own);
    for (const path of [`/tickets/${id}/hold`, `/tickets/${id}/note`, '/auth/sign-out', '/agents/invite']) {
      const body = { text: 'x', email: 'x@example.org', role: 'admin' };
      expect([path, (await admin.ask(path, body, headers)).status]).toEqual([path, 403]);
    }
    expect(await versionOf(own)).toBe(before);
    expect((await admin.ask('/me')).status).toBe(200);
  });

  test('is open to no page of another site', async () => {
    for (const path of ['/me', '/tickets']) {
      const { headers } = await admin.ask(path, undefined, { Origin: ELSEWHERE });
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
      expect(headers.get('Cache-Control')).toContain('no-store');
    }
    const asked = await fetch(`${desk.agentUrl}/agent/api/tickets`, {
      method: 'OPTIONS',
      headers: { Origin: ELSEWHERE, 'Access-Control-Request-Method': 'POST' },
    });
    expect(asked.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});

describe('a role', () => {
  const wish = { role: 'admin', name: 'Budi', email: 'lain@example.org', password: AGENT.password };

  test('is not gained by signing up, nor by changing oneself', async () => {
    for (const session of [nobody(desk), agent]) {
      for (const path of [
        '/auth/sign-up/email',
        '/auth/update-user',
        '/auth/change-email',
        '/auth/admin/set-role',
      ]) {
        expect([path, (await session.ask(path, wish)).status]).toEqual([path, 404]);
      }
    }
    const { agents } = (await (await admin.ask('/agents')).json()) as {
      agents: { email: string; role: string }[];
    };
    expect(agents.map(({ email, role }) => [email, role]).toSorted()).toEqual([
      [AGENT.email, 'agent'],
      [ADMIN.email, 'admin'],
    ]);
  });

  test('of an agent does not do what an admin does', async () => {
    const { agent: me } = (await (await agent.ask('/me')).json()) as { agent: { id: string; role: string } };
    expect(me.role).toBe('agent');
    const asked = [
      await agent.ask('/audit'),
      await agent.ask('/roster'),
      await agent.ask('/agents/invite', wish),
      await agent.ask(`/agents/${me.id}/role`, wish),
      await agent.ask(`/agents/${me.id}/reset`, {}),
      await agent.ask('/subject/export', wish),
      await agent.ask('/subject/erase', wish),
    ];
    expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 403));
  });

  test('of the first admin is given once', async () => {
    await expect(join(desk, desk.firstAdminPath, { ...wish, name: 'Lain' })).rejects.toThrow(/used/);
    expect((await nobody(desk).ask('/auth/join', { ...wish, token: 'x'.repeat(43) })).status).toBe(410);
  });
});

describe('a session', () => {
  test('is a cookie that no script reads and no other site sends', async () => {
    const { headers } = await nobody(desk).ask('/auth/sign-in', AGENT);
    for (const line of headers.getSetCookie()) {
      expect(line).toMatch(/; HttpOnly/i);
      expect(line).toMatch(/; SameSite=Lax/i);
      expect(line).toMatch(/; Path=\//i);
      expect(line).not.toMatch(/; Domain=/i);
    }
  });

  test('that was planted before is not the one that begins', async () => {
    const [name = '', planted = ''] = agent.cookie.split('=', 2);
    const second = await nobody(desk).ask('/auth/sign-in', ADMIN, { Cookie: `${name}=${planted}` });
    expect(second.status).toBe(200);
    expect(second.headers.getSetCookie().join()).toContain(`${name}=`);
    expect(second.headers.getSetCookie().join()).not.toContain(planted);
    // Whoever signs in on a device ends the session that it had.
    expect((await agent.ask('/me')).status).toBe(401);
    agent = await signInAs(desk, AGENT);
  });

  test('is over when its agent goes, and when they are sent away', async () => {
    const session = await signInAs(desk, AGENT);
    expect((await session.ask('/auth/sign-out', {})).status).toBe(200);
    expect((await session.ask('/me')).status).toBe(401);
    const { agent: me } = (await (await agent.ask('/me')).json()) as { agent: { id: string } };
    expect((await admin.ask(`/agents/${me.id}/dismiss`, {})).status).toBe(200);
    expect((await agent.ask('/me')).status).toBe(401);
    await expect(signInAs(desk, AGENT)).rejects.toThrow();
  });

  test('leaves nothing in what the server prints', () => {
    const sessions = [admin, agent].map(({ cookie }) => cookie.split('=', 2)[1] ?? '');
    const people = [AGENT, ADMIN].flatMap(({ email, password }) => [email, password]);
    for (const one of [...sessions, ...people, own.token, other.token])
      expect(desk.printed()).not.toContain(one);
  });
});
