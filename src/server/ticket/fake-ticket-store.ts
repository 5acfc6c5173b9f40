import path from 'node:path';
import { loadDeskRules } from '../content/index.ts';
import type { Database } from '../database/index.ts';
import { createId } from '../secret/index.ts';
import { openTicketStore, type TicketStore } from './ticket-store.ts';
import type { Ticket, TicketEvent } from './ticket.ts';
import type { TicketEffects, TicketMeans, TicketOrder } from './tickets.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** A Wednesday, 10:00 in Jakarta: the desk is open. */
const BEGINNING = new Date('2026-11-25T03:00:00Z');

/** What a reader might ask for. */
export const FAKE_ORDER: TicketOrder = {
  lang: 'id',
  subject: 'Transfer tertunda',
  text: 'Sudah dua hari.',
  channel: 'contact',
  email: 'Reader@Example.org',
};

/** A store for tests, real but for its clock and its effects. */
export interface FakeTicketStore extends TicketStore {
  /** What `effects` was told, in order; also of transactions that were undone afterwards. */
  readonly told: { readonly event: TicketEvent; readonly ticket: Ticket }[];
  /** The clock; stands still until it is moved. Begins on a Wednesday, 10:00 WIB. */
  now: Date;
  /** Moves the clock on. */
  readonly wait: (ms: number) => void;
  /** What follows from an event, beside being noted in `told`. */
  effects: TicketEffects;
  readonly means: TicketMeans;
}

/**
 * Opens the tickets of a database (one of TEST_DATABASES) with quiet effects, a clock that stands still, and the
 * policy and holidays of the repository. Tickets are kept for 365 days; `banking/scam` is a problem that threatens
 * money and needs somebody immediately, no other is known.
 */
export async function openFakeTicketStore(
  database: Database,
  changes: Partial<TicketMeans> = {},
): Promise<FakeTicketStore> {
  const told: FakeTicketStore['told'] = [];
  const rules = await loadDeskRules(ROOT);
  if (!rules) throw new Error('The repository has no content/policy/desk.yaml.');
  const means: TicketMeans = {
    ...rules,
    async effects(session, event, ticket) {
      told.push({ event, ticket });
      await fake.effects(session, event, ticket);
    },
    now: () => fake.now,
    keepDays: 365,
    riskOf: (problem) =>
      problem === 'banking/scam' ? { risk: 'money', escalate: 'immediately' } : undefined,
    ...changes,
  };
  const fake: FakeTicketStore = {
    ...(await openTicketStore(database, means)),
    told,
    now: BEGINNING,
    wait(ms) {
      fake.now = new Date(fake.now.getTime() + ms);
    },
    effects: () => Promise.resolve(),
    means,
  };
  return fake;
}

/** Puts a file into the database that no ticket has taken up yet; gives its id. */
export async function storeFile(database: Database, name: string): Promise<string> {
  const id = createId();
  await database.query(
    "INSERT INTO attachment (id, name, type, bytes, created_at) VALUES ($1, $2, 'image/png', 3, now())",
    [id, name],
  );
  await database.query("INSERT INTO attachment_content (attachment, content) VALUES ($1, 'png')", [id]);
  return id;
}
