import { answerOf, DatabaseGoneError, openTypedStatements, type Session } from '../database/index.ts';
import type { Role } from './agent.ts';
import { readRole } from './agent-row.ts';
import { AGENT_TABLES } from './agent-table.ts';

/** Where better-auth answers. */
export const AUTH_PATH = '/agent/api/auth';
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;
/** A working day with its overtime: whoever comes back tomorrow signs in again. */
export const SESSION_HOURS = 14;

/** Where somebody is sent whose sign-in elsewhere failed, with `?error=`. */
export const SIGN_IN_PAGE = '/agent/masuk/';

const HOUR_S = 3_600;
/** Names this provider in the address that it sends agents back to. */
export const OIDC_PROVIDER = 'oidc';

/** The provider that agents may sign in with instead of a password. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
}

export interface AuthOptions {
  readonly secret: string;
  readonly siteUrl: string;
  /** Its discovery document is read while opening. */
  readonly oidc?: OidcSettings;
}

/** A session that is good now, and whose it is. */
export interface SignedIn {
  readonly session: string;
  readonly agent: { readonly id: string; readonly name: string; readonly email: string; readonly role: Role };
}

/** What checks passwords and codes, and keeps sessions. */
export interface Auth {
  /** The name of the cookie that names a session. */
  readonly sessionCookie: string;
  /** Answers an address below {@link AUTH_PATH}, cookies included. */
  answer(request: Request): Promise<Response>;
  readSession(headers: Headers): Promise<SignedIn | undefined>;
  /** scrypt, with a salt of its own. */
  hashPassword(password: string): Promise<string>;
}

/**
 * Opens better-auth over the tables of agents. It is loaded by the first call: some 150 ms, and 25 MB of memory.
 * @throws {DatabaseGoneError} from what it gives, when the database does not answer.
 */
export async function openAuth(database: Session, { secret, siteUrl, oidc }: AuthOptions): Promise<Auth> {
  // Minimal leaves out the query builder that it would bring for databases of its own.
  const [{ betterAuth }, { drizzleAdapter }, { twoFactor }, { genericOAuth }, typed] = await Promise.all([
    import('better-auth/minimal'),
    import('better-auth/adapters/drizzle'),
    import('better-auth/plugins/two-factor'),
    import('better-auth/plugins/generic-oauth'),
    openTypedStatements(),
  ]);
  const session = patient(database);
  const isHttps = siteUrl.startsWith('https://');
  const auth = betterAuth({
    appName: 'Pandu',
    baseURL: siteUrl,
    basePath: AUTH_PATH,
    secret,
    database: drizzleAdapter(typed(session), { provider: 'pg', schema: AGENT_TABLES }),
    telemetry: { enabled: false },
    // What it says would name mailboxes; faults are thrown instead.
    logger: { disabled: true },
    onAPIError: {
      errorURL: SIGN_IN_PAGE,
      onError(fault) {
        session.fault ??= fault;
      },
    },
    // Counted in the database instead, with everything else that is tried (count-attempts.ts).
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    user: {
      modelName: 'agent',
      additionalFields: {
        role: { type: 'string', input: false, required: true, defaultValue: 'agent' },
        joinedAt: { type: 'date', input: false, required: false },
        dismissedAt: { type: 'date', input: false, required: false },
      },
    },
    session: {
      modelName: 'agent_session',
      expiresIn: SESSION_HOURS * HOUR_S,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'agent_account',
      updateAccountOnSignIn: false,
      // A provider is believed about mailboxes that it has verified, and makes nobody an agent.
      accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: true },
    },
    verification: { modelName: 'agent_verification' },
    advanced: {
      // __Host-: no other host of the domain can plant a session (RFC 6265bis, 4.1.3).
      cookiePrefix: isHttps ? '__Host-pandu-agent' : 'pandu-agent',
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isHttps, httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      account: {
        create: {
          before: (account) => Promise.resolve({ data: { ...account, ...NO_TOKENS } }),
        },
      },
      session: {
        create: { before: async ({ userId }) => ((await mayEnter(database, userId)) ? undefined : false) },
      },
    },
    plugins: [
      twoFactor({ issuer: 'Pandu', schema: { twoFactor: { modelName: 'agent_two_factor' } } }),
      ...(oidc ? [genericOAuth({ config: [providerOf(oidc)] })] : []),
    ],
  });
  const { password, authCookies } = await auth.$context;
  return {
    sessionCookie: authCookies.sessionToken.name,
    async answer(request) {
      session.fault = undefined;
      const response = await explained(auth.handler(request), session);
      if (response.status >= 500) throw bare(session.fault);
      return response;
    },
    async readSession(headers) {
      const found = await explained(auth.api.getSession({ headers }), session);
      if (!found || found.user.dismissedAt) return undefined;
      const { id, name, email, role } = found.user;
      return { session: found.session.id, agent: { id, name, email, role: readRole(role) } };
    },
    hashPassword: (text) => password.hash(text),
  };
}

const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null };

function providerOf({ issuer, clientId, clientSecret, name }: OidcSettings) {
  return {
    providerId: OIDC_PROVIDER,
    name,
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: true,
    disableImplicitSignUp: true,
    // Some providers write the word; only the truth counts.
    mapProfileToUser: (profile: Readonly<Record<string, unknown>>) => ({
      emailVerified: profile['email_verified'] === true,
    }),
  };
}

/** Somebody who was dismissed gets no session, whatever they know. */
async function mayEnter(database: Session, id: string): Promise<boolean> {
  const rows = await database.query('SELECT 1 FROM agent WHERE id = $1 AND dismissed_at IS NULL', [id]);
  return rows.length > 0;
}

/** A database that does not answer is given up in time; `fault` is what went wrong last. */
interface PatientSession extends Session {
  fault?: unknown;
}

function patient(database: Session): PatientSession {
  const session: PatientSession = {
    ...database,
    async queryArrays(statement, values) {
      try {
        return await answerOf(database.queryArrays(statement, values));
      } catch (fault) {
        if (fault instanceof DatabaseGoneError) session.fault = fault;
        throw fault;
      }
    },
  };
  return session;
}

/** better-auth hides behind errors of its own that the database is gone. */
async function explained<Result>(work: Promise<Result>, session: PatientSession): Promise<Result> {
  try {
    return await work;
  } catch (fault) {
    throw bare(session.fault instanceof DatabaseGoneError ? session.fault : fault);
  }
}

/** What Drizzle throws names the statement with its values; the fault behind it does not. */
function bare(fault: unknown): Error {
  if (!(fault instanceof Error)) return new Error('The sign-in failed, and nothing says why.');
  return !(fault instanceof DatabaseGoneError) && fault.cause instanceof Error ? fault.cause : fault;
}
