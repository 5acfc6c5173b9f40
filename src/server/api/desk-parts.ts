import type { AgentApiParts } from '../agent-api/index.ts';
import type { TicketParts } from '../ticket-api/index.ts';
import type { AppParts } from './app-parts.ts';
import { pageLocals } from './page-locals.ts';

/** The parts of readers' tickets from those of the app; undefined without a desk. */
export function ticketParts(parts: AppParts): TicketParts | undefined {
  const { desk } = parts;
  if (!desk) return undefined;
  return {
    ...parts,
    ...desk,
    tickets: desk.store.tickets,
    nameAgent: async (id) => (await desk.agents.names([id])).get(id),
    pageLocals: () => pageLocals(parts),
  };
}

/** The parts of agents' addresses from those of the app; undefined without a desk. */
export function agentApiParts(parts: AppParts): AgentApiParts | undefined {
  const { desk } = parts;
  return (
    desk && {
      ...parts,
      ...desk,
      ...desk.store,
      ...(parts.writer && { drafts: { writer: parts.writer, limits: desk.intake.limits } }),
      // Links for agents go out by mail too, where there is mail; admins can copy them in any case.
      ...(desk.answersByMail && { sendLink: desk.mailLink }),
    }
  );
}
