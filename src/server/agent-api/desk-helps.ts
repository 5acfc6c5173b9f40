import type { Hono } from 'hono';
import { permalinkPath } from '../../core/article/browser.ts';
import { fillMacro, type DeskMacro } from '../../core/ticket/index.ts';
import type { Macro } from '../content/index.ts';
import { draftGuide, likeliest } from '../desk/index.ts';
import { problemResponse, readJson } from '../http/index.ts';
import type { TicketThread } from '../ticket/index.ts';
import { requireAgent, type AgentEnv } from './agent-guard.ts';
import { AGENT_API } from './desk-answer.ts';
import { guideDraftSchema, macroSchema } from './desk-request.ts';
import type { DeskRouteParts } from './desk-routes.ts';
import { gone, storyOf, suggestFor, type StoryParts } from './desk-story.ts';

/** What the routes of macros and drafts need. */
export interface DeskHelpParts extends StoryParts, Pick<DeskRouteParts, 'agents' | 'desk'> {
  /** As `loadMacros` reads them. */
  readonly macros: readonly Macro[];
  /** Where the server keeps its own files; drafts of guides are laid below `draft/` in it. */
  readonly dataDir: string;
}

/** Mounts macros, and the guide that is drafted from a solved ticket; each address is guarded by itself. */
export function mountDeskHelps(app: Hono<AgentEnv>, parts: DeskHelpParts): void {
  const { desk, macros, agents } = parts;
  const guard = requireAgent(agents);
  app.get(`${AGENT_API}/macros`, guard, (c) =>
    c.json({ macros: macros.map(({ key, title }): DeskMacro => ({ key, title })) }),
  );
  app.post(`${AGENT_API}/tickets/:id/macro`, guard, async (c) => {
    const body = await readJson(c, macroSchema);
    if (body instanceof Response) return body;
    const macro = macros.find(({ key }) => key === body.key);
    if (!macro) return problemResponse(404, 'There is no such macro. GET /agent/api/macros lists them.');
    const thread = await desk.read(c.req.param('id'));
    if (!thread) return gone();
    const guide = await nameGuide(parts, thread);
    const { lang, reference } = thread.ticket;
    const values = { agent: c.get('agent').name, reference, ...guide };
    return c.json({ text: fillMacro(macro.text[lang], values).text });
  });
  app.post(`${AGENT_API}/tickets/:id/guide-draft`, guard, async (c) => {
    const body = await readJson(c, guideDraftSchema);
    if (body instanceof Response) return body;
    const thread = await desk.read(c.req.param('id'));
    if (!thread) return gone();
    if (thread.ticket.status !== 'solved') {
      return problemResponse(409, 'A guide is drafted from a solved ticket. Close this one first.');
    }
    const id = `${body.sector}/${body.slug}`;
    if (await parts.readArticle(thread.ticket.lang, id)) {
      return problemResponse(409, `There is a guide ${id} already. Choose another name, or mend that guide.`);
    }
    const story = await storyOf(parts, thread);
    const names = (await agents.list(true)).map(({ name }) => name);
    const means = { dataDir: parts.dataDir, search: parts.search, now: () => new Date() };
    const drafted = await draftGuide(means, { ...body, thread, names, ...(story && { story }) });
    if (drafted.kind === 'wrong-name') {
      return problemResponse(400, 'sector is not one of the catalogue. Send one such as banking.');
    }
    if (drafted.kind === 'exists') {
      return problemResponse(
        409,
        `There is a draft ${id} already; nothing was written. Choose another name.`,
      );
    }
    await agents.audit({
      agent: c.get('agent').id,
      action: 'guide-drafted',
      subject: thread.ticket.id,
      detail: { guide: id },
    });
    return c.json({ files: drafted.files, duplicates: drafted.duplicates });
  });
}

/** Title and address of the guide that a ticket is about, or that fits best; {} when none does. */
async function nameGuide(
  parts: DeskHelpParts,
  thread: TicketThread,
): Promise<{ readonly guide?: string; readonly link?: string }> {
  const { lang, problem } = thread.ticket;
  const id = problem ?? likeliest(await suggestFor(parts, thread, '', await storyOf(parts, thread)))?.id;
  const article = id === undefined ? undefined : await parts.readArticle(lang, id);
  return article
    ? { guide: article.title, link: `${parts.siteUrl}${permalinkPath(article.code, lang)}` }
    : {};
}
