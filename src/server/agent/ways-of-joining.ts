import { z } from 'zod';
import { LANGUAGES } from '../../core/article/browser.ts';
import { answerJson, refuse, refuseForNow } from './auth-answer.ts';
import { way, type Way } from './auth-way.ts';
import { BY_ADDRESS } from './count-attempts.ts';
import { readInvitation } from './invitations.ts';
import { joinByLink } from './join.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './open-auth.ts';
import { mailbox } from './ways-in.ts';

const LONGEST_NAME = 80;
const VOID = 'This link is used, replaced or too old. Ask an admin for a new one.';
const token = z.string().max(200);

/** A password that may be chosen. */
export const newPassword = z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD);

/** Ways to begin, for those with a link. */
export const WAYS_OF_JOINING: Readonly<Record<string, Way>> = {
  'POST /invitation': way({
    body: z.object({ token }),
    async run({ database, now }, { body }) {
      const invitation = await readInvitation(database, now(), body.token);
      if (!invitation) return refuse(410, 'void', VOID);
      const { kind, agent } = invitation;
      return answerJson({ kind, ...(agent && { email: agent.email, name: agent.name }) });
    },
  }),

  'POST /join': way({
    body: z.object({
      token,
      // Signs that turn text around would let one name look like another.
      name: z
        .string()
        .trim()
        .min(1)
        .max(LONGEST_NAME)
        .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>]*$/u)
        .optional(),
      email: mailbox.optional(),
      // Of the page on which they begin.
      lang: z.enum(LANGUAGES).optional(),
      password: newPassword,
    }),
    async run(means, { body, client }) {
      const seconds = await means.count([{ limit: BY_ADDRESS, of: `join ${client}` }]);
      if (seconds > 0) return refuseForNow(seconds);
      const at = means.now();
      // Nobody without a link makes the server hash passwords.
      if (!(await readInvitation(means.database, at, body.token))) return refuse(410, 'void', VOID);
      const joined = await joinByLink(means.database, at, {
        token: body.token,
        ...(body.name !== undefined && { name: body.name }),
        ...(body.email !== undefined && { email: body.email }),
        ...(body.lang !== undefined && { lang: body.lang }),
        passwordHash: await means.auth.hashPassword(body.password),
      });
      if (joined.kind === 'void') return refuse(410, 'void', VOID);
      if (joined.kind === 'incomplete') return refuse(400, 'invalid', `${joined.missing} is missing.`);
      return answerJson({ email: joined.email });
    },
  }),
};
