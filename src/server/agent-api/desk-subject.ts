import type { Hono } from 'hono';
import { readJson } from '../http/index.ts';
import type { Subjects } from '../privacy/index.ts';
import { requireAgent, type AgentEnv } from './agent-guard.ts';
import { AGENT_API } from './desk-answer.ts';
import { subjectSchema } from './desk-request.ts';
import type { DeskRouteParts } from './desk-routes.ts';

/** What the routes over the data of a reader need. */
export interface DeskSubjectParts extends Pick<DeskRouteParts, 'agents'> {
  readonly subjects: Subjects;
}

/** Leads copy or remove what is kept of a reader, who has proved to them that the mailbox is theirs; both are written down. */
export function mountDeskSubject(app: Hono<AgentEnv>, { agents, subjects }: DeskSubjectParts): void {
  const lead = requireAgent(agents, 'lead');
  app.post(`${AGENT_API}/subject/export`, lead, async (c) => {
    const body = await readJson(c, subjectSchema);
    if (body instanceof Response) return body;
    const copy = await subjects.copy({ email: body.email });
    const detail = { tickets: String(copy.tickets.length) };
    await agents.audit({ agent: c.get('agent').id, action: 'subject-exported', detail });
    c.header('Content-Disposition', 'attachment; filename="subject.json"');
    return c.json(copy);
  });
  app.post(`${AGENT_API}/subject/erase`, lead, async (c) => {
    const body = await readJson(c, subjectSchema);
    if (body instanceof Response) return body;
    const { tickets, conversations, letters } = await subjects.erase({ email: body.email });
    const detail = { tickets: String(tickets), conversations: String(conversations) };
    await agents.audit({ agent: c.get('agent').id, action: 'subject-erased', detail });
    return c.json({ erased: tickets + conversations + letters });
  });
}
