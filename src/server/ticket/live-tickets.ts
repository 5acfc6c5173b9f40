import type { Database } from '../database/index.ts';

/** Tells streams which tickets have changed, whichever process changed them. */
export interface LiveTickets {
  /** Calls `hear` with the id of the ticket, or of every ticket with '*'; with '' when changes may have been missed. */
  subscribe(ticket: string, hear: (ticket: string) => void): () => void;
  close(): Promise<void>;
}

/** What the tickets of a database send with each change. */
const CHANNEL = 'pandu_ticket';

/** Listens once for all streams of this process. */
export async function createLiveTickets(database: Pick<Database, 'listen'>): Promise<LiveTickets> {
  const listeners = new Map<string, Set<(ticket: string) => void>>();
  const call = (name: string, ticket: string) => {
    for (const hear of listeners.get(name) ?? []) hear(ticket);
  };
  const end = await database.listen(CHANNEL, (ticket) => {
    if (ticket !== '') {
      call(ticket, ticket);
      call('*', ticket);
    } else {
      for (const name of listeners.keys()) call(name, '');
    }
  });
  return {
    subscribe(ticket, hear) {
      const hearing = listeners.get(ticket) ?? new Set();
      listeners.set(ticket, hearing.add(hear));
      return () => {
        hearing.delete(hear);
        if (hearing.size === 0) listeners.delete(ticket);
      };
    },
    async close() {
      listeners.clear();
      await end();
    },
  };
}
