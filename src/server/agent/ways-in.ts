import { z } from 'zod';
import { answerJson, refuse, refuseForNow } from './auth-answer.ts';
import { askAuth, readCode, readNewSession, way, type Way, type WayMeans } from './auth-way.ts';
import { writeAudit } from './audit-log.ts';
import { BY_ADDRESS, BY_MAILBOX, CODES, ONCE, type Attempt } from './count-attempts.ts';
import { LONGEST_PASSWORD, type Auth, type SignedIn } from './open-auth.ts';

const LONGEST_MAILBOX = 254;
const TOTP_FORM = /^\d{6}$/;
const WRONG = 'The mailbox or the password is not right.';
const WRONG_CODE = 'The code is not right, or was used already.';

/** A mailbox as it is kept. */
export const mailbox = z.string().trim().toLowerCase().max(LONGEST_MAILBOX).pipe(z.email());

/** Ways in and out for those who have a password. */
export const WAYS_IN: Readonly<Record<string, Way>> = {
  'POST /sign-in': way({
    body: z.object({ email: mailbox, password: z.string().min(1).max(LONGEST_PASSWORD) }),
    async run(means, { body, request, client }) {
      const attempts = [
        { limit: BY_ADDRESS, of: client },
        { limit: BY_MAILBOX, of: body.email },
      ];
      const seconds = await means.count(attempts);
      if (seconds > 0) return refuseForNow(seconds);
      const response = await askAuth(means.auth, means, request, '/sign-in/email', { body, isNew: true });
      if (!response.ok) {
        await noteFailure(means, body.email);
        return refuse(401, 'wrong', WRONG);
      }
      const signedIn = await readNewSession(means.auth, response);
      // With a second step, the session begins there.
      if (!signedIn) return answerJson({ next: 'code' }, response);
      await welcome(means, means.auth, request, signedIn, 'password');
      return answerJson({ next: 'in' }, response);
    },
  }),

  'POST /sign-in/code': way({
    body: z.object({ code: z.string().trim().min(1).max(40) }),
    async run(means, { body, request, client }) {
      const seconds = await means.count([{ limit: CODES, of: client }]);
      if (seconds > 0) return refuseForNow(seconds);
      const code = body.code.replace(/\s/g, '');
      const isTotp = TOTP_FORM.test(code);
      const path = isTotp ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
      const response = await askAuth(means.auth, means, request, path, { body: { code }, isNew: true });
      if (!response.ok) return refuseCode(await readCode(response));
      const signedIn = await readNewSession(means.auth, response);
      if (!signedIn) return refuse(401, 'wrong', WRONG_CODE);
      if (isTotp && (await means.countUse([onceOf(signedIn.agent.id, code)])) > 0) {
        await endSession(means, signedIn.session);
        return refuse(401, 'wrong', WRONG_CODE);
      }
      await welcome(means, means.auth, request, signedIn, isTotp ? 'totp' : 'backup-code');
      return answerJson({ next: 'in' }, response);
    },
  }),

  'POST /sign-out': way({
    body: z.object({}),
    async run(means, { request }) {
      const signedIn = await means.auth.readSession(request.headers);
      const response = await askAuth(means.auth, means, request, '/sign-out', { body: {} });
      if (signedIn) {
        const { id } = signedIn.agent;
        await writeAudit(means.database, means.now(), {
          agent: id,
          action: 'signed-out',
          subject: id,
          detail: {},
        });
      }
      return answerJson({}, response);
    },
  }),
};

/**
 * Once somebody is in: the session that this browser had before ends, an invitation is used up, and the sign-in is
 * written down.
 */
export async function welcome(
  means: WayMeans,
  auth: Auth,
  request: Request,
  { agent, session }: SignedIn,
  by: string,
): Promise<void> {
  const before = await auth.readSession(request.headers);
  const at = means.now();
  await means.database.transaction(async (one) => {
    if (before && before.session !== session) {
      await one.query('DELETE FROM agent_session WHERE id = $1', [before.session]);
    }
    await one.query('UPDATE agent SET joined_at = $2 WHERE id = $1 AND joined_at IS NULL', [
      agent.id,
      at.toISOString(),
    ]);
    await one.query(`DELETE FROM agent_invitation WHERE agent = $1`, [agent.id]);
    await writeAudit(one, at, { agent: agent.id, action: 'signed-in', subject: agent.id, detail: { by } });
  });
}

/** One statement whoever it was, so that its time tells nothing. The mailbox itself is not kept. */
async function noteFailure({ database, now }: WayMeans, email: string): Promise<void> {
  await database.query(
    `INSERT INTO agent_audit (at, action, subject, detail)
     VALUES ($1, 'sign-in-failed', (SELECT id FROM agent WHERE email = $2), '{}')`,
    [now().toISOString(), email],
  );
}

function onceOf(agent: string, code: string): Attempt {
  return { limit: ONCE, of: `${agent} ${code}` };
}

async function endSession({ database }: WayMeans, session: string): Promise<void> {
  await database.query('DELETE FROM agent_session WHERE id = $1', [session]);
}

function refuseCode(code: string): Response {
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') {
    return refuse(429, 'locked', 'Too many wrong codes. Wait 15 minutes, then sign in again.', {
      'Retry-After': '900',
    });
  }
  const isOver = code === 'INVALID_TWO_FACTOR_COOKIE' || code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE';
  if (isOver) return refuse(401, 'expired', 'This sign-in has ended. Begin again with your password.');
  return refuse(401, 'wrong', WRONG_CODE);
}
