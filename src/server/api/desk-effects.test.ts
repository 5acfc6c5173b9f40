import { describe, expect, it, vi } from 'vitest';
import type { Session } from '../database/index.ts';
import type { JobName, Jobs } from '../outbox/index.ts';
import type { Ticket, TicketEvent } from '../ticket/index.ts';
import { allEffects, handleOthers, tellOthers } from './desk-effects.ts';

const at = new Date('2026-11-25T02:00:00Z');
const TICKET: Ticket = {
  id: 't1',
  reference: '4829-1735',
  lang: 'id',
  subject: 'Saldo hilang',
  status: 'new',
  priority: 'high',
  channel: 'contact',
  createdAt: at,
  updatedAt: at,
  version: 1,
};
const eventOf = (verb: TicketEvent['verb'], kind: 'reader' | 'system' = 'reader'): TicketEvent => ({
  id: `event-${verb}`,
  ticket: 't1',
  at,
  actor: { kind },
  verb,
  detail: {},
});
// Nothing here asks the session anything.
const SESSION = {} as Session;

/** An outbox that keeps what is queued. */
function openFake() {
  const queued: { name: JobName; job: object; key: string | undefined; session: Session }[] = [];
  return {
    queued,
    enqueue: <Name extends JobName>(
      session: Session,
      name: Name,
      job: Jobs[Name],
      options: { readonly key?: string } = {},
    ) => {
      queued.push({ name, job, key: options.key, session });
      return Promise.resolve();
    },
  };
}

describe('telling others of an event', () => {
  it('queues one job for each endpoint, in the transaction of the event, each under a key of its own', async () => {
    const outbox = openFake();
    await tellOthers(outbox, ['one', 'two'], undefined)(SESSION, eventOf('assigned'), TICKET);
    expect(outbox.queued).toEqual([
      {
        name: 'webhook',
        job: { ticket: 't1', event: 'event-assigned', endpoint: 'one' },
        key: 'event-assigned one',
        session: SESSION,
      },
      {
        name: 'webhook',
        job: { ticket: 't1', event: 'event-assigned', endpoint: 'two' },
        key: 'event-assigned two',
        session: SESSION,
      },
    ]);
  });

  it.each([
    ['opened', 'reader', 1],
    ['replied', 'reader', 1],
    ['released', 'system', 1],
    ['replied', 'system', 0],
    ['assigned', 'reader', 0],
  ] as const)('brings %s by a %s to a desk elsewhere: %i job', async (verb, kind, jobs) => {
    const outbox = openFake();
    await tellOthers(outbox, [], 'zammad')(SESSION, eventOf(verb, kind), TICKET);
    expect(outbox.queued.map(({ name }) => name)).toEqual(Array<string>(jobs).fill('connector'));
  });

  it('stops at the first effect that fails, so that the event is undone with it', async () => {
    const done: string[] = [];
    const effects = allEffects(
      () => Promise.resolve(void done.push('first')),
      () => Promise.reject(new Error('full')),
      () => Promise.resolve(void done.push('third')),
    );
    await expect(effects(SESSION, eventOf('opened'), TICKET)).rejects.toThrow('full');
    expect(done).toEqual(['first']);
  });
});

describe('carrying those jobs out', () => {
  const taken = vi.fn();
  const FIRST = { wasTaken: false, taken };
  const thread = { ticket: TICKET, messages: [], events: [eventOf('opened')] };
  const open = (found: typeof thread | undefined) => {
    const told: string[] = [];
    const webhooks = {
      endpoints: ['one'],
      deliver: (endpoint: string, event: TicketEvent, _: Ticket, taken?: () => void) => {
        told.push(`${endpoint} ${event.id}`);
        taken?.();
        return Promise.resolve();
      },
    };
    const handOver = { name: 'zammad' as const, bring: (id: string) => Promise.resolve(void told.push(id)) };
    return { told, handlers: handleOthers({ webhooks, handOver }, { read: () => Promise.resolve(found) }) };
  };

  it('delivers the event as it was, and leaves alone what was removed meanwhile', async () => {
    const { told, handlers } = open(thread);
    await handlers.webhook({ ticket: 't1', event: 'event-opened', endpoint: 'one' }, FIRST);
    await handlers.webhook({ ticket: 't1', event: 'gone', endpoint: 'one' }, FIRST);
    await open(undefined).handlers.webhook({ ticket: 't1', event: 'event-opened', endpoint: 'one' }, FIRST);
    expect(told).toEqual(['one event-opened']);
  });

  it('brings a ticket to the desk of the settings and to no other', async () => {
    const { told, handlers } = open(thread);
    await handlers.connector({ ticket: 't1', event: 'event-opened', connector: 'zammad' }, FIRST);
    await handlers.connector({ ticket: 't1', event: 'event-opened', connector: 'chatwoot' }, FIRST);
    expect(told).toEqual(['t1']);
  });

  it('says that a job was taken once it was, and sends nothing that was taken before', async () => {
    const { told, handlers } = open(thread);
    const webhook = { ticket: 't1', event: 'event-opened', endpoint: 'one' };
    const connector = { ticket: 't1', event: 'event-opened', connector: 'zammad' };
    taken.mockClear();
    await handlers.webhook(webhook, { wasTaken: true, taken });
    await handlers.connector(connector, { wasTaken: true, taken });
    expect(told).toEqual([]);
    expect(taken).not.toHaveBeenCalled();
    await handlers.webhook(webhook, FIRST);
    await handlers.connector(connector, FIRST);
    expect(taken).toHaveBeenCalledTimes(2);
  });
});
