import { createHmac } from 'node:crypto';
import type { Database } from '../database/index.ts';
import { openIntake } from '../intake/index.ts';
import type { Agent, Role } from './agent.ts';
import type { Agents } from './agents.ts';
import { openFakeBrowser, type FakeBrowser } from './fake-browser.ts';
import { openAgents, type AgentsOptions } from './open-agents.ts';

/** Where the fake desk stands: with https, so that the cookies are those of a real one. */
export const FAKE_SITE = 'https://pandu.example.org';
/** Of everybody at the fake desk. */
export const FAKE_PASSWORD = 'cukup panjang 1';
export const NO_OIDC = { issuer: '', clientId: '', clientSecret: '', name: '' };

/** Agents over a database, at a time that stands still unless a test moves it. */
export interface FakeDesk {
  readonly agents: Agents;
  /** Moves the clock of limits and links. */
  wait(seconds: number): void;
  browser(client?: string): FakeBrowser;
  /** Makes somebody by the links that a person would follow; the first of all is the admin. */
  join(email: string, role?: Role): Promise<Agent>;
  /** A browser in which somebody has signed in. */
  signIn(email: string): Promise<FakeBrowser>;
}

/** Opens agents over the database as a server does, limits and all unless a test leaves them out. */
export async function openFakeDesk(
  database: Database,
  options: Partial<AgentsOptions> = {},
): Promise<FakeDesk> {
  let waited = 0;
  const now = options.now ?? (() => new Date(Date.now() + waited));
  const { limits } = await openIntake(database, { now, sendCode: () => Promise.resolve() });
  const agents = await openAgents(database, {
    settings: { siteUrl: FAKE_SITE, desk: { oidc: NO_OIDC, auditDays: 365 } },
    now,
    limits,
    hasLimits: false,
    ...options,
  });
  const browser = (client?: string) => openFakeBrowser(agents, FAKE_SITE, client);
  const desk: FakeDesk = {
    agents,
    wait(seconds) {
      waited += seconds * 1000;
    },
    browser,
    async join(email, role = 'agent') {
      const path = await agents.firstAdminPath();
      const admin = (await agents.list()).find((one) => one.role === 'admin');
      const link = path ?? (admin && (await agents.invite(admin, email, role)));
      const token = tokenOf(link);
      const name = email.split('@')[0];
      const { status } = await browser().post('/join', {
        token,
        name,
        ...(path !== undefined && { email }),
        password: FAKE_PASSWORD,
      });
      const agent = (await agents.list()).find((one) => one.email === email);
      if (status !== 200 || !agent) throw new Error('Nobody could join.');
      return agent;
    },
    async signIn(email) {
      const one = browser();
      const { body } = await one.post('/sign-in', { email, password: FAKE_PASSWORD });
      if (body['next'] !== 'in') throw new Error('Nobody could sign in.');
      return one;
    },
  };
  return desk;
}

/** The token of a link. */
export function tokenOf(link: string | undefined): string {
  return new URL(link ?? '', FAKE_SITE).searchParams.get('token') ?? '';
}

const STEP_MS = 30_000;

/** The code that a phone shows for what the QR code holds, `steps` of 30 seconds from now (RFC 6238). */
export function totpOf(uri: unknown, steps = 0): string {
  const secret = new URL(String(uri)).searchParams.get('secret') ?? '';
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MS) + steps));
  const hash = createHmac('sha1', base32(secret)).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  const number = (hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

function base32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(text)
    .map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
