import type { Hono } from 'hono';
import type { Attachments } from '../attachment/index.ts';
import {
  badParameters,
  fileAnswer,
  problemOfForm,
  problemResponse,
  readForm,
  refused,
} from '../http/index.ts';
import { requireAgent, type AgentEnv } from './agent-guard.ts';
import { AGENT_API } from './desk-answer.ts';
import type { DeskRouteParts } from './desk-routes.ts';

/** What the routes of files need. */
export interface DeskFileParts extends Pick<DeskRouteParts, 'agents'> {
  readonly attachments: Attachments;
}

/** Mounts the files of agents: taken before the reply that they belong to, given from the ticket that has them. */
export function mountDeskFiles(app: Hono<AgentEnv>, { agents, attachments }: DeskFileParts): void {
  const guard = requireAgent(agents);
  app.post(`${AGENT_API}/attachments`, guard, async (c) => {
    const form = await readForm(c, 1);
    if (form.kind === 'refused') return problemOfForm(form);
    const [file, ...more] = form.files;
    if (!file || more.length > 0) {
      const remedy = 'Send one file in the field file.';
      return badParameters([{ name: 'file', problem: 'is not one file', remedy }]);
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
