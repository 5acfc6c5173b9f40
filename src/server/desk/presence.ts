import { z } from 'zod';
import type { DeskViewer } from '../../core/ticket/index.ts';
import type { Database } from '../database/index.ts';

/** Who has which ticket open, over all processes. */
export interface Presence {
  /** Says that an agent has a ticket open now; every few seconds again, or they are taken for gone. */
  announce(ticket: string, viewer: DeskViewer): Promise<void>;
  /** Those who have it open, but for one. */
  viewersOf(ticket: string, except: string): readonly DeskViewer[];
  /** Calls `hear` with each ticket whose viewers change; gives what ends it. */
  subscribe(hear: (ticket: string) => void): () => void;
  close(): Promise<void>;
}

const CHANNEL = 'pandu_presence';
/** Pages announce themselves every ten seconds. */
const EXPIRES_MS = 30_000;

const messageSchema = z.object({
  ticket: z.string(),
  viewer: z.object({ agent: z.string(), name: z.string(), isTyping: z.boolean() }),
});

/** Shares who looks at what through the database; nothing of it is kept there. */
export async function openPresence(
  database: Pick<Database, 'listen' | 'query'>,
  now: () => Date,
): Promise<Presence> {
  const seen = new Map<string, Map<string, DeskViewer & { readonly until: number }>>();
  const listeners = new Set<(ticket: string) => void>();
  const end = await database.listen(CHANNEL, (text) => {
    const message = messageSchema.safeParse(parse(text));
    if (!message.success) return;
    const { ticket, viewer } = message.data;
    const viewers = seen.get(ticket) ?? new Map<string, DeskViewer & { readonly until: number }>();
    seen.set(ticket, viewers.set(viewer.agent, { ...viewer, until: now().getTime() + EXPIRES_MS }));
    forget(seen, now().getTime());
    for (const hear of listeners) hear(ticket);
  });
  return {
    async announce(ticket, viewer) {
      const { agent, name, isTyping } = viewer;
      const text = JSON.stringify({ ticket, viewer: { agent, name: name.slice(0, 100), isTyping } });
      await database.query('SELECT pg_notify($1, $2)', [CHANNEL, text]);
    },
    viewersOf(ticket, except) {
      const viewers = [...(seen.get(ticket)?.values() ?? [])];
      return viewers
        .filter(({ agent, until }) => agent !== except && until > now().getTime())
        .map(({ agent, name, isTyping }) => ({ agent, name, isTyping }));
    },
    subscribe(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
    async close() {
      listeners.clear();
      await end();
    },
  };
}

function forget(seen: Map<string, Map<string, { readonly until: number }>>, time: number): void {
  for (const [ticket, viewers] of seen) {
    for (const [agent, { until }] of viewers) if (until <= time) viewers.delete(agent);
    if (viewers.size === 0) seen.delete(ticket);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Messages may have been missed (''): nobody is known then until they announce themselves again.
    return undefined;
  }
}
