import type { z } from 'zod';
import type { Database } from '../database/index.ts';
import type { CountAttempts } from './count-attempts.ts';
import { AUTH_PATH, type Auth, type SignedIn } from './open-auth.ts';

/** What the ways have to work with. */
export interface WayMeans {
  readonly database: Database;
  readonly auth: Auth;
  /** The same with the provider; undefined without one. It may be out of reach. */
  readonly openOidc: (() => Promise<Auth>) | undefined;
  readonly oidcName: string;
  readonly count: CountAttempts;
  /** The same, and not switched off with the limits: for what is good once. */
  readonly countUse: CountAttempts;
  readonly siteUrl: string;
  /** Whether this server sends mail at all. */
  readonly hasMail: boolean;
  readonly now: () => Date;
}

/** One request at a way. */
export interface WayCall<Body> {
  readonly body: Body;
  readonly request: Request;
  /** Its network address. */
  readonly client: string;
}

/** Answers one address below {@link AUTH_PATH}. */
export interface Way<Body = unknown> {
  /** What is sent; anything else there is not passed on. */
  readonly body: z.ZodType<Body>;
  readonly run: (means: WayMeans, call: WayCall<Body>) => Promise<Response>;
}

/** A way for those who are signed in. */
export interface OwnWay<Body = unknown> {
  readonly body: z.ZodType<Body>;
  readonly runFor: (means: WayMeans, signedIn: SignedIn, call: WayCall<Body>) => Promise<Response>;
}

/** Lets the body be inferred from its schema. */
export function way<Body>(one: Way<Body>): Way {
  return {
    body: one.body,
    // Whoever calls it has read the body by this very schema.
    run: (means, call) => one.run(means, call as WayCall<Body>),
  };
}

/** As {@link way}. */
export function ownWay<Body>(one: OwnWay<Body>): OwnWay {
  return {
    body: one.body,
    // As above.
    runFor: (means, signedIn, call) => one.runFor(means, signedIn, call as WayCall<Body>),
  };
}

const LONGEST_DEVICE = 300;

/**
 * Asks better-auth at one of its own addresses. Nothing of the request goes along but its cookies and the name of its
 * browser: where it came from has been checked.
 */
export function askAuth(
  auth: Auth,
  { siteUrl }: Pick<WayMeans, 'siteUrl'>,
  request: Request,
  path: string,
  options: { readonly body?: unknown; readonly isNew?: boolean } = {},
): Promise<Response> {
  const { body, isNew = false } = options;
  const headers = new Headers({ Origin: siteUrl });
  const device = request.headers.get('User-Agent');
  if (device) headers.set('User-Agent', device.slice(0, LONGEST_DEVICE));
  const cookies = request.headers.get('Cookie') ?? '';
  const sent = isNew ? withoutCookie(cookies, auth.sessionCookie) : cookies;
  if (sent !== '') headers.set('Cookie', sent);
  const address = `${siteUrl}${AUTH_PATH}${path}`;
  if (body === undefined) return auth.answer(new Request(address, { headers }));
  headers.set('Content-Type', 'application/json');
  return auth.answer(new Request(address, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** The session that an answer of better-auth begins. */
export function readNewSession(auth: Auth, response: Response): Promise<SignedIn | undefined> {
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
  return auth.readSession(new Headers({ Cookie: cookie }));
}

function withoutCookie(header: string, name: string): string {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => !pair.startsWith(`${name}=`))
    .join('; ');
}

/** The code that better-auth gives for a refusal; '' for none. */
export async function readCode(response: Response): Promise<string> {
  const body: unknown = await response
    .clone()
    .json()
    // A redirect has no body.
    .catch(() => undefined);
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
}
