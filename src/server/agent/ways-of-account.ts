import { z } from 'zod';
import { LANGUAGES } from '../../core/article/browser.ts';
import type { Session } from '../database/index.ts';
import { answerJson, refuse, refuseForNow } from './auth-answer.ts';
import { askAuth, ownWay, type OwnWay, type WayCall, type WayMeans } from './auth-way.ts';
import { writeAudit } from './audit-log.ts';
import { BY_AGENT } from './count-attempts.ts';
import { keepMailChoice, readMailChoice } from './mail-choice.ts';
import { LONGEST_PASSWORD, type SignedIn } from './open-auth.ts';
import { newPassword } from './ways-of-joining.ts';

const WRONG_PASSWORD = 'The password is not right.';
const password = z.string().min(1).max(LONGEST_PASSWORD);

/** What somebody signed in does with their own password, second step and sessions. */
export const WAYS_OF_ACCOUNT: Readonly<Record<string, OwnWay>> = {
  'GET /account': ownWay({
    body: z.undefined(),
    async runFor({ database, hasMail, now }, { agent, session }) {
      const account = await readAccount(database, now(), agent.id, session);
      return answerJson({
        agent,
        ...account,
        ...(hasMail && { mail: await readMailChoice(database, agent.id) }),
      });
    },
  }),

  'POST /password': ownWay({
    body: z.object({ current: password, next: newPassword }),
    runFor: (means, signedIn, call) =>
      repeatPassword(means, signedIn, call, {
        path: '/change-password',
        body: { currentPassword: call.body.current, newPassword: call.body.next, revokeOtherSessions: true },
        action: 'password-changed',
      }),
  }),

  'POST /mail': ownWay({
    body: z.object({ deadlines: z.boolean(), lang: z.enum(LANGUAGES).nullable() }),
    async runFor({ database, now }, { agent }, { body }) {
      await keepMailChoice(database, now(), agent.id, body);
      return answerJson({});
    },
  }),

  'POST /two-factor/begin': ownWay({
    body: z.object({ password }),
    runFor: (means, signedIn, call) =>
      repeatPassword(means, signedIn, call, {
        path: '/two-factor/enable',
        body: { ...call.body, method: 'totp' },
        pick: ({ totpURI, backupCodes }) => ({ uri: totpURI, codes: backupCodes }),
      }),
  }),

  'POST /two-factor/finish': ownWay({
    body: z.object({ code: z.string().trim().min(1).max(20) }),
    async runFor(means, signedIn, call) {
      const code = call.body.code.replace(/\s/g, '');
      return repeatPassword(means, signedIn, call, {
        path: '/two-factor/verify-totp',
        body: { code },
        wrong: 'The code is not right. Look whether the clock of your phone is.',
        action: 'two-factor-on',
      });
    },
  }),

  'POST /two-factor/end': ownWay({
    body: z.object({ password }),
    runFor: (means, signedIn, call) =>
      repeatPassword(means, signedIn, call, {
        path: '/two-factor/disable',
        body: call.body,
        action: 'two-factor-off',
      }),
  }),

  'POST /two-factor/codes': ownWay({
    body: z.object({ password }),
    runFor: (means, signedIn, call) =>
      repeatPassword(means, signedIn, call, {
        path: '/two-factor/generate-backup-codes',
        body: call.body,
        action: 'backup-codes-made',
        pick: ({ backupCodes }) => ({ codes: backupCodes }),
      }),
  }),

  'POST /sessions/end': ownWay({
    body: z.object({ id: z.string().max(64).optional() }),
    async runFor({ database, now }, { agent, session }, { body }) {
      // Without an id, all but this one.
      await database.query(
        'DELETE FROM agent_session WHERE user_id = $1 AND (id = $2 OR ($2::text IS NULL AND id <> $3))',
        [agent.id, body.id ?? null, session],
      );
      const detail = { which: body.id === undefined ? 'others' : 'one' };
      await writeAudit(database, now(), {
        agent: agent.id,
        action: 'sessions-ended',
        subject: agent.id,
        detail,
      });
      return answerJson({});
    },
  }),
};

interface Repetition {
  /** Of better-auth, which checks the password or code. */
  readonly path: string;
  readonly body: unknown;
  readonly wrong?: string;
  /** What the audit says when it is done. */
  readonly action?: string;
  readonly pick?: (answer: Readonly<Record<string, unknown>>) => unknown;
}

/** For what needs the password or a code once more, so that a screen left open gives nothing away. */
async function repeatPassword(
  means: WayMeans,
  { agent }: SignedIn,
  { request }: WayCall<unknown>,
  { path, body, wrong = WRONG_PASSWORD, action, pick = () => ({}) }: Repetition,
): Promise<Response> {
  const seconds = await means.count([{ limit: BY_AGENT, of: agent.id }]);
  if (seconds > 0) return refuseForNow(seconds);
  const response = await askAuth(means.auth, means, request, path, { body });
  if (!response.ok) return refuse(400, 'wrong', wrong);
  if (action !== undefined) {
    await writeAudit(means.database, means.now(), { agent: agent.id, action, subject: agent.id, detail: {} });
  }
  const answer: unknown = await response.clone().json();
  return answerJson(
    pick(typeof answer === 'object' && answer !== null ? Object.fromEntries(Object.entries(answer)) : {}),
    response,
  );
}

/** How somebody signs in, and where they are signed in now, the newest first. */
async function readAccount(database: Session, at: Date, id: string, session: string) {
  const [ways] = await database.query(
    `SELECT EXISTS (SELECT 1 FROM agent_account WHERE user_id = $1 AND password IS NOT NULL) AS password,
       EXISTS (SELECT 1 FROM agent WHERE id = $1 AND two_factor_enabled) AS two_factor`,
    [id],
  );
  const rows = await database.query(
    `SELECT id, user_agent, created_at FROM agent_session
     WHERE user_id = $1 AND expires_at > $2 ORDER BY created_at DESC, id`,
    [id, at.toISOString()],
  );
  return {
    hasPassword: ways?.['password'] === true,
    hasTwoFactor: ways?.['two_factor'] === true,
    sessions: rows.map((row) => ({
      id: String(row['id']),
      device: typeof row['user_agent'] === 'string' ? row['user_agent'] : '',
      since: new Date(String(row['created_at'])).toISOString(),
      isThis: row['id'] === session,
    })),
  };
}
