import path from 'node:path';
import { applyMigrations, type Database } from '../database/index.ts';
import type { TicketDesk } from '../ticket/index.ts';
import { ConnectorError, type Connector, type RemoteTicket } from './connector.ts';

/** A hand-over that takes longer has died; another may begin. */
const LEASE_MS = 120_000;

/** Hands tickets over to a desk elsewhere, and keeps it up to date with what their readers write. */
export interface HandOver {
  readonly name: Connector['name'];
  /**
   * Brings the ticket there to what its reader has written so far, whatever is there already: safe to repeat, also
   * after a crash in the middle. A ticket that is held for spam, or gone, is left alone.
   * @throws {ConnectorError} when the desk does not do it, or another process is at it; to be tried again.
   */
  bring(ticket: string): Promise<void>;
}

/**
 * Opens the hand-over to one desk elsewhere.
 * @throws {DatabaseError} when a newer Pandu has changed its table.
 */
export async function openHandOver(
  database: Database,
  connector: Connector,
  { desk, now }: { readonly desk: Pick<TicketDesk, 'read'>; readonly now: () => Date },
): Promise<HandOver> {
  await applyMigrations(database, 'connector', path.join(import.meta.dirname, 'migration'));
  const { name } = connector;

  const claim = async (ticket: string) => {
    const at = now();
    const rows = await database.query(
      `INSERT INTO connector_link (ticket, connector, busy_until) VALUES ($1, $2, $3)
       ON CONFLICT (ticket, connector) DO UPDATE SET busy_until = $3 WHERE connector_link.busy_until <= $4
       RETURNING remote_id, remote_customer`,
      [ticket, name, new Date(at.getTime() + LEASE_MS), at],
    );
    const [row] = rows;
    if (!row) throw new ConnectorError('Another process hands this ticket over just now.');
    const { remote_id: id, remote_customer: customer } = row;
    return typeof id === 'string' && typeof customer === 'string' ? { id, customer } : undefined;
  };
  const keep = async (ticket: string, remote: RemoteTicket) => {
    await database.query(
      'UPDATE connector_link SET remote_id = $3, remote_customer = $4 WHERE ticket = $1 AND connector = $2',
      [ticket, name, remote.id, remote.customer],
    );
  };
  const release = async (ticket: string) => {
    await database.query('UPDATE connector_link SET busy_until = $3 WHERE ticket = $1 AND connector = $2', [
      ticket,
      name,
      now(),
    ]);
  };

  return {
    name,
    async bring(id) {
      const thread = await desk.read(id);
      if (!thread || thread.ticket.status === 'held') return;
      const { ticket } = thread;
      const messages = thread.messages.filter(({ kind }) => kind === 'reader');
      const [first] = messages;
      if (!first) return;
      const known = await claim(id);
      try {
        // What an earlier try made without living to tell is found, not made again.
        const remote = known ?? (await connector.find(ticket)) ?? (await connector.create(ticket, first));
        if (!known) await keep(id, remote);
        const there = await connector.listMessages(remote);
        for (const message of messages) {
          if (!there.has(message.id)) await connector.addMessage(remote, ticket, message);
        }
      } finally {
        await release(id);
      }
    },
  };
}
