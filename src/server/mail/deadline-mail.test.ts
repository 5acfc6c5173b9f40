import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openFakeDesk } from '../agent/fake-desk.ts';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { createFakeOutbox, type FakeOutbox } from '../outbox/fake-outbox.ts';
import { FAKE_ORDER, openFakeTicketStore, type FakeTicketStore } from '../ticket/fake-ticket-store.ts';
import { openDelivery } from './delivery.ts';
import { createFakeMailer, type FakeMailer } from './fake-mailer.ts';
import { MailError } from './mailer.ts';
import { createPost, type Post } from './post.ts';
import { openThread } from './thread.ts';

const SITE = 'https://help.example.org';
const LATE = new Date('2026-12-10T08:01:00+07:00');

describe.each(TEST_DATABASES)('mail about deadlines in $name', ({ open, isThere }) => {
  let database: Database;
  let store: FakeTicketStore;
  let outbox: FakeOutbox;
  let mailer: FakeMailer;
  let post: Post;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    await openFakeDesk(database);
  }, 60_000);
  afterAll(() => (isThere ? database.close() : undefined));
  beforeEach(async () => {
    if (!isThere) return;
    store = await openFakeTicketStore(database);
    outbox = createFakeOutbox();
    mailer = createFakeMailer();
    post = createPost({ outbox, now: () => store.now });
    store.effects = (session, event, ticket) =>
      event.verb === 'late' ? post.effects(session, event, ticket) : Promise.resolve();
    const { handlers } = await openDelivery(database, {
      mailer,
      ...store,
      siteUrl: SITE,
      ticketUrl: (lang, token) => `${SITE}/${lang}/${token}/`,
      nameGuide: () => Promise.resolve(undefined),
      now: () => store.now,
    });
    send = () => outbox.run({ ...handlers, deadline: () => post.collectDeadlines(database) });
    await database.query('TRUNCATE ticket, letter, agent CASCADE');
  });
  let send: () => Promise<void>;

  const test = it.runIf(isThere);
  const hire = async (
    id: string,
    role: string,
    more: { lang?: string; wants?: boolean; left?: boolean } = {},
  ) => {
    await database.query(
      `INSERT INTO agent (id, name, email, email_verified, role, joined_at, dismissed_at, lang, deadline_mail,
         created_at, updated_at)
       VALUES ($1, $1, $2, true, $3, now(), $4, $5, $6, now(), now())`,
      [
        id,
        `${id}@example.org`,
        role,
        more.left === true ? new Date() : null,
        more.lang ?? null,
        more.wants ?? true,
      ],
    );
  };
  const opened = async (assignee?: string) => {
    const answer = await store.tickets.open(FAKE_ORDER);
    if (answer.kind !== 'opened') throw new Error(answer.kind);
    if (assignee !== undefined) await store.desk.assign(assignee, answer.ticket.id, assignee, 1);
    return answer.ticket;
  };
  const pass = async (now = LATE) => {
    store.now = now;
    await store.sweepDeadlines();
    await send();
  };
  const recipients = () => mailer.sent.map(({ to }) => to.split('@')[0]).sort();

  test('goes to whoever has the ticket, once, and says nothing of its reader', async () => {
    await hire('ani', 'agent', { lang: 'id' });
    await hire('lia', 'lead', { lang: 'en' });
    const { id, reference } = await opened('ani');
    await pass();
    await pass();
    expect(recipients()).toEqual(['ani']);
    const [mail] = mailer.sent;
    expect(mail).toMatchObject({ subject: 'Tenggat terlewat: 2', isAutomatic: true });
    // An answer to it is known, and opens no ticket.
    expect(openThread(SITE).hasDeadlines([mail?.messageId ?? ''])).toBe(true);
    expect(mail?.text).toMatch(
      new RegExp(`${reference} · Biasa · jawaban pertama paling lambat .+ WIB\n${SITE}/agent/#/t/${id}\n`),
    );
    expect(mail?.text).toContain(`${SITE}/agent/kelola/#email`);
    for (const word of [FAKE_ORDER.subject, FAKE_ORDER.text, FAKE_ORDER.email ?? '', 'Reader']) {
      expect(JSON.stringify(mail)).not.toContain(word);
    }
    expect(await database.query('SELECT 1 FROM letter')).toEqual([]);
    expect(await database.query('SELECT 1 FROM deadline_notice')).toEqual([]);
  });

  test.each([
    ['nobody has it', undefined],
    ['whoever had it left', 'budi'],
    ['whoever has it wants no such mail', 'citra'],
  ])('goes to leads and admins when %s, to each in their language', async (_, assignee) => {
    await hire('budi', 'agent', { left: true });
    await hire('citra', 'agent', { wants: false });
    await hire('dewi', 'agent');
    await hire('lia', 'lead', { lang: 'en' });
    await hire('agus', 'admin');
    await hire('eko', 'admin', { wants: false });
    await opened(assignee);
    await pass();
    expect(recipients()).toEqual(['agus', 'lia']);
    const of = (name: string) => mailer.sent.find(({ to }) => to.startsWith(name));
    expect(of('lia')?.subject).toBe('Deadlines passed: 2');
    expect(of('agus')?.subject).toBe('Tenggat terlewat: 2 / Deadlines passed: 2');
    expect(of('agus')?.text).toMatch(/jawaban pertama[\s\S]+first reply/);
    expect(of('lia')?.text.includes('nobody has it')).toBe(assignee === undefined);
  });

  test('is one letter for all that come due at once, also when two processes collect them', async () => {
    await hire('ani', 'agent', { lang: 'en' });
    await hire('lia', 'lead', { lang: 'en' });
    for (let one = 0; one < 50; one += 1) await opened(one % 2 === 0 ? 'ani' : undefined);
    store.now = LATE;
    await store.sweepDeadlines();
    await Promise.all([post.collectDeadlines(database), post.collectDeadlines(database)]);
    await send();
    expect(recipients()).toEqual(['ani', 'lia']);
    // Two of each ticket; the letter names forty and says how many are left.
    expect(mailer.sent.map(({ subject }) => subject)).toEqual([
      'Deadlines passed: 50',
      'Deadlines passed: 50',
    ]);
    expect(mailer.sent[0]?.text.match(/agent\/#\/t\//g)).toHaveLength(40);
    expect(mailer.sent[0]?.text).toContain('10 more are in the inbox');
  });

  test('goes to nobody while a desk elsewhere answers', async () => {
    await hire('lia', 'lead');
    const quiet = createPost({ outbox, now: () => store.now, tellsAgents: false });
    store.effects = quiet.effects;
    await opened();
    await pass();
    // The receipt of the reader.
    expect(recipients()).toEqual(['Reader']);
    expect(await database.query('SELECT 1 FROM deadline_notice')).toEqual([]);
  });

  test('waits for what else comes within five minutes', async () => {
    await hire('ani', 'agent', { lang: 'en' });
    await opened('ani');
    store.now = LATE;
    await store.sweepDeadlines();
    const jobs = outbox.queued.filter(({ name }) => name === 'deadline');
    expect(jobs.map(({ options }) => options.startAfter)).toEqual(
      jobs.map(() => new Date('2026-12-10T08:05:00+07:00')),
    );
    expect(jobs).toHaveLength(2);
  });

  test('comes before a deadline too, and leaves out what was answered meanwhile', async () => {
    await hire('ani', 'agent', { lang: 'en' });
    const [answered, waiting] = [await opened('ani'), await opened('ani')];
    // Nine hours of open time are given; a quarter of it is left.
    store.now = new Date((waiting.firstReplyDue?.getTime() ?? 0) - 60_000);
    await store.sweepDeadlines();
    await store.desk.reply('ani', answered.id, { text: 'Halo.', version: 2 });
    await send();
    expect(mailer.sent).toHaveLength(1);
    expect(mailer.sent[0]?.subject).toBe('Deadlines coming near: 1');
    expect(mailer.sent[0]?.text).toContain(waiting.reference);
    expect(mailer.sent[0]?.text).not.toContain(answered.reference);
  });

  test('is not sent to one who switched it off or left while it waited, nor about a ticket that is gone', async () => {
    await hire('ani', 'agent');
    await hire('budi', 'agent');
    await hire('citra', 'agent');
    await opened('ani');
    await opened('budi');
    const { id } = await opened('citra');
    store.now = LATE;
    await store.sweepDeadlines();
    await post.collectDeadlines(database);
    expect(await database.query('SELECT 1 FROM letter')).toHaveLength(3);
    await database.query("UPDATE agent SET deadline_mail = false WHERE id = 'ani'");
    await database.query("UPDATE agent SET dismissed_at = now() WHERE id = 'budi'");
    await database.query('DELETE FROM ticket WHERE id = $1', [id]);
    await send();
    expect(mailer.sent).toEqual([]);
    expect(await database.query('SELECT 1 FROM letter')).toEqual([]);
  });

  test('that could not be sent is sent later, as the same mail', async () => {
    await hire('ani', 'agent');
    await hire('lia', 'lead');
    await opened('ani');
    await opened();
    mailer.fault = new MailError('away');
    store.now = LATE;
    await store.sweepDeadlines();
    await expect(send()).rejects.toThrow('away');
    mailer.fault = undefined;
    await send();
    expect(recipients()).toEqual(['ani', 'lia']);
  });
});
