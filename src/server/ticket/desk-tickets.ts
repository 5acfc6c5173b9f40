import { asc, eq } from 'drizzle-orm';
import { morePressing, priorityFor } from '../../core/ticket/index.ts';
import { answerOf } from '../database/index.ts';
import type { ViewCounter } from './count-views.ts';
import { replyTo, withdrawReply } from './desk-reply.ts';
import { listInbox } from './inbox.ts';
import { readMessages } from './read-thread.ts';
import { eventOf, ticketOf } from './ticket-row.ts';
import { eventTable, messageTable, ticketTable, type TicketRow } from './ticket-table.ts';
import { doTo, lockTicket, type Deed, type TicketWork, type TicketWorkshop } from './ticket-work.ts';
import type { Acted, TicketDesk } from './tickets.ts';
import { writeMessage } from './write-message.ts';

/** What an agent does to a ticket: a deed, or nothing because it is so already. */
type Intent = Omit<Deed, 'actor'> | undefined;

/** Tickets as agents use them. */
export function openDeskTickets({ change, look }: TicketWorkshop, counter: ViewCounter): TicketDesk {
  const act = (
    agent: string,
    ticket: string,
    intend: (row: TicketRow, work: TicketWork) => Intent,
    version?: number,
  ): Promise<Acted> =>
    change(async (work) => {
      const row = await lockTicket(work, eq(ticketTable.id, ticket));
      if (!row) return { kind: 'unknown' };
      const intent = intend(row, work);
      if (!intent) return { kind: 'done', value: ticketOf(row) };
      if (version !== undefined && row.version !== version) return { kind: 'changed', ticket: ticketOf(row) };
      const next = await doTo(work, row, { actor: { kind: 'agent', id: agent }, ...intent });
      return { kind: 'done', value: ticketOf(next) };
    });

  return {
    list: (query) => listInbox(look(), query, counter),
    async read(ticket) {
      const work = look();
      const [row] = await answerOf(work.typed.select().from(ticketTable).where(eq(ticketTable.id, ticket)));
      if (!row || row.expiresAt <= work.now) return undefined;
      const messages = await readMessages(work, eq(messageTable.ticket, ticket));
      const events = await answerOf(
        work.typed
          .select()
          .from(eventTable)
          .where(eq(eventTable.ticket, ticket))
          .orderBy(asc(eventTable.place)),
      );
      return { ticket: ticketOf(row), messages, events: events.map(eventOf) };
    },
    reply: (agent, ticket, reply, repeatable) =>
      change((work) => replyTo(work, agent, ticket, reply, repeatable)),
    withdraw: (agent, message) => change((work) => withdrawReply(work, agent, message)),
    note: (agent, ticket, text) =>
      change(async (work) => {
        const row = await lockTicket(work, eq(ticketTable.id, ticket));
        if (!row) return { kind: 'unknown' };
        const note = await writeMessage(work, { ticket, kind: 'note', author: agent, text });
        const actor = { kind: 'agent', id: agent } as const;
        await doTo(work, row, { actor, verb: 'noted', detail: { message: note.id } });
        return { kind: 'done', value: note };
      }),
    assign: (agent, ticket, assignee, version) =>
      act(
        agent,
        ticket,
        (row) =>
          row.assignee === assignee
            ? undefined
            : { verb: 'assigned', detail: assignee === null ? {} : { assignee }, set: { assignee } },
        version,
      ),
    prioritise: (agent, ticket, priority) =>
      act(agent, ticket, (row) =>
        row.priority === priority
          ? undefined
          : { verb: 'prioritised', detail: { priority }, set: { priority } },
      ),
    classify: (agent, ticket, about) => act(agent, ticket, (row, work) => classified(row, work, about)),
    close: (agent, ticket, { outcome, guide, version }) =>
      act(
        agent,
        ticket,
        ({ problem }, { now }) => ({
          verb: 'solved',
          detail: { outcome, ...(guide !== undefined && { guide }) },
          set: { status: 'solved', solvedAt: now, outcome, problem: problem ?? guide ?? null },
        }),
        version,
      ),
    reopen: (agent, ticket) =>
      act(agent, ticket, ({ status }) =>
        status === 'solved'
          ? { verb: 'reopened', set: { status: 'open', solvedAt: null, outcome: null } }
          : undefined,
      ),
    hold: (agent, ticket) =>
      act(agent, ticket, ({ status }) =>
        status === 'held'
          ? undefined
          : { verb: 'held', set: { status: 'held', solvedAt: null, outcome: null } },
      ),
    release: (agent, ticket) =>
      act(agent, ticket, ({ status, firstRepliedAt, solvedAt }) => {
        if (status !== 'held') return undefined;
        const released = solvedAt ? 'solved' : firstRepliedAt ? 'open' : 'new';
        return { verb: 'released', set: { status: released, suspicions: '' } };
      }),
  };
}

/** A problem that turns out to be more pressing makes the ticket so; one that is less leaves it to the agent. */
function classified(
  { channel, priority, problem: oldProblem, service: oldService }: TicketRow,
  { means }: TicketWork,
  {
    problem = oldProblem,
    service = oldService,
  }: { readonly problem?: string | null; readonly service?: string | null },
): Intent {
  if (problem === oldProblem && service === oldService) return undefined;
  const risk = problem === null ? undefined : means.riskOf(problem);
  const pressing = morePressing(priority, priorityFor(means.policy, { channel, ...risk }));
  return {
    verb: 'classified',
    detail: {
      ...(problem !== null && { problem }),
      ...(service !== null && { service }),
      ...(pressing !== priority && { priority: pressing }),
    },
    set: { problem, service, priority: pressing },
  };
}
