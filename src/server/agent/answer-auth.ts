import { refuse } from './auth-answer.ts';
import type { WayMeans } from './auth-way.ts';
import { AUTH_PATH } from './open-auth.ts';
import { WAYS_IN } from './ways-in.ts';
import { WAYS_BY_OIDC } from './ways-oidc.ts';
import { WAYS_OF_ACCOUNT } from './ways-of-account.ts';
import { WAYS_OF_JOINING } from './ways-of-joining.ts';

const WAYS = { ...WAYS_IN, ...WAYS_BY_OIDC, ...WAYS_OF_JOINING };
const MOST_CHARACTERS = 8_192;

/**
 * Answers an address below {@link AUTH_PATH}. What better-auth offers beyond these ways (signing up, changing one's
 * mailbox, deleting oneself …) is nowhere to be reached.
 */
export async function answerAuth(means: WayMeans, request: Request, client: string): Promise<Response> {
  const path = new URL(request.url).pathname.slice(AUTH_PATH.length);
  const name = `${request.method} ${path}`;
  const own = ownEntry(WAYS_OF_ACCOUNT, name);
  const open = ownEntry(WAYS, name);
  const way = own ?? open;
  if (!way) return refuse(404, 'not-found', 'There is no such address.');
  const sent = request.method === 'GET' ? undefined : await readJson(request);
  const parsed = way.body.safeParse(sent);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path: [first = 'body'] }) => String(first)))];
    return refuse(400, 'invalid', `Missing or of no use: ${names.join(', ')}.`);
  }
  const call = { body: parsed.data, request, client };
  if (open) return open.run(means, call);
  const signedIn = await means.auth.readSession(request.headers);
  if (!own || !signedIn) return refuse(401, 'signed-out', 'Nobody is signed in. Sign in again.');
  return own.runFor(means, signedIn, call);
}

/** Never what every object has, such as `constructor`. */
function ownEntry<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Undefined for what is no JSON or far too long. */
async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get('Content-Length') ?? 0) > MOST_CHARACTERS) return undefined;
  const text = await request.text();
  if (text.length > MOST_CHARACTERS) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // What the parser says would quote the body.
    return undefined;
  }
}
