import type { Hono } from 'hono';
import { sayWait } from '../../core/ticket/browser.ts';
import type { Attachments } from '../attachment/index.ts';
import type { Intake, Limit } from '../intake/index.ts';
import {
  badParameters,
  fileAnswer,
  problemOfForm,
  problemResponse,
  readForm,
  refused,
  type RateLimiter,
} from '../http/index.ts';
import { requireAgent, type AgentEnv } from './agent-guard.ts';
import { AGENT_API } from './desk-answer.ts';
import type { DeskRouteParts } from './desk-routes.ts';

/** What the routes of files need. Without a `rateLimiter`, nobody is told to wait. */
export interface DeskFileParts extends Pick<DeskRouteParts, 'agents'> {
  readonly attachments: Attachments;
  readonly intake: Pick<Intake, 'limits'>;
  readonly rateLimiter?: RateLimiter;
}

const HOUR_S = 3600;
/** Files of one agent: more than anybody answers with, and less than fills the disk unseen. */
export const AGENT_FILES: Limit = { name: 'agent-files', most: 200, seconds: HOUR_S };
const AGENT_BYTES: Limit = { name: 'agent-file-bytes', most: 400_000_000, seconds: HOUR_S };

/** Mounts the files of agents: taken before the reply that they belong to, given from the ticket that has them. */
export function mountDeskFiles(app: Hono<AgentEnv>, parts: DeskFileParts): void {
  const { agents, attachments } = parts;
  const guard = requireAgent(agents);
  app.post(`${AGENT_API}/attachments`, guard, async (c) => {
    const form = await readForm(c, 1);
    if (form.kind === 'refused') return problemOfForm(form);
    const [file, ...more] = form.files;
    if (!file || more.length > 0) {
      const remedy = 'Send one file in the field file.';
      return badParameters([{ name: 'file', problem: 'is not one file', remedy }]);
    }
    const seconds = await takeRoom(parts, c.get('agent').id, file.bytes.length);
    if (seconds > 0) {
      const detail = `You have attached very much within an hour. This file was not taken. Wait ${sayWait(seconds, 'en')}, then attach it again.`;
      return problemResponse(429, detail, { headers: { 'Retry-After': String(seconds) } });
    }
    const stored = await attachments.store(file);
    return stored.kind === 'stored' ? c.json(stored.attachment, 201) : refused(stored.reason);
  });
  app.get(`${AGENT_API}/tickets/:id/attachments/:file`, guard, async (c) => {
    const file = await attachments.read(c.req.param('id'), c.req.param('file'));
    return file
      ? fileAnswer(file.info, file.bytes)
      : problemResponse(404, 'This ticket has no such file. Look at the ticket again.');
  });
}

/** Seconds to wait for an agent who has sent too many files, or too large ones; 0 while there is room. */
async function takeRoom(
  { intake, rateLimiter }: Pick<DeskFileParts, 'intake' | 'rateLimiter'>,
  agent: string,
  bytes: number,
): Promise<number> {
  if (!rateLimiter) return 0;
  const seconds = await intake.limits.take(AGENT_FILES, agent);
  return seconds > 0 ? seconds : intake.limits.take(AGENT_BYTES, agent, bytes);
}
