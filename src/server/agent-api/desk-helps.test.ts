import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskGuideDraft, DeskMacro } from '../../core/ticket/index.ts';
import { openAttachments } from '../attachment/index.ts';
import { loadMacros } from '../content/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import type { Database } from '../database/index.ts';
import { openPresence, type Presence } from '../desk/index.ts';
import { openFakeTicketStore, type FakeTicketStore } from '../ticket/fake-ticket-store.ts';
import { createLiveTickets, type LiveTickets } from '../ticket/index.ts';
import { createRateLimiter } from '../http/index.ts';
import { openIntake, type Limits } from '../intake/index.ts';
import { AGENT_FILES, mountDeskFiles } from './desk-files.ts';
import { mountDeskHelps } from './desk-helps.ts';
import { ANI, BUDI, openFakeDeskApp } from './fake-desk-app.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

describe.each(TEST_DATABASES)('what helps agents over $name', ({ open, isThere }) => {
  let database: Database;
  let store: FakeTicketStore;
  let live: LiveTickets;
  let presence: Presence;
  let dataDir: string;
  let limits: Limits;
  let desk: Awaited<ReturnType<typeof openFakeDeskApp>>;
  beforeAll(async () => {
    if (!isThere) return;
    dataDir = await mkdtemp(path.join(tmpdir(), 'pandu-helps-'));
    database = await open();
    store = await openFakeTicketStore(database);
    live = await createLiveTickets(database);
    presence = await openPresence(database, () => store.now);
    const macros = await loadMacros(ROOT);
    ({ limits } = await openIntake(database, { now: () => store.now, sendCode: () => Promise.resolve() }));
    const attachments = await openAttachments(database, { now: () => store.now });
    desk = await openFakeDeskApp({ store, live, presence }, (app, parts) => {
      mountDeskHelps(app, { ...parts, macros, dataDir });
      const rateLimiter = createRateLimiter({ trustedProxies: [], now: () => 0 });
      mountDeskFiles(app, { ...parts, attachments, intake: { limits }, rateLimiter });
    });
  });
  afterAll(async () => {
    if (!isThere) return;
    await live.close();
    await presence.close();
    await database.close();
    await rm(dataDir, { recursive: true });
  });
  const openTicket = async () => {
    const opened = await store.tickets.open({
      lang: 'id',
      subject: 'OTP',
      text: 'otp tidak masuk sejak pagi, email pembaca@example.org',
      channel: 'contact',
      email: 'pembaca@example.org',
    });
    if (opened.kind !== 'opened') throw new Error('No ticket.');
    return opened.ticket;
  };

  it.skipIf(!isThere).each([
    ['/macros', undefined],
    ['/tickets/x/macro', {}],
    ['/tickets/x/guide-draft', {}],
    ['/attachments', {}],
    ['/tickets/x/attachments/y', undefined],
  ])('gives nobody %s who is not signed in', async (address, body) => {
    expect((await desk.ask(address, undefined, body)).status).toBe(401);
  });

  it.skipIf(!isThere)('fills a macro with the guide that fits, and leaves what nobody knows', async () => {
    const { id, reference } = await openTicket();
    const { macros } = (await (await desk.ask('/macros', ANI)).json()) as { macros: DeskMacro[] };
    expect(macros).toHaveLength(5);
    const textOf = async (key: string) =>
      (await (await desk.ask(`/tickets/${id}/macro`, ANI, { key })).json()) as { text: string };
    const greeting = await textOf('greeting-with-guide');
    expect(greeting.text).toContain('Saya Ani.');
    expect(greeting.text).toContain('http://localhost:4321/g/b2c/');
    expect((await textOf('is-it-solved')).text).toContain(reference);
    expect((await textOf('operators-own-channel')).text).toContain('{channel}');
    expect((await desk.ask(`/tickets/${id}/macro`, ANI, { key: 'constructor' })).status).toBe(404);
  });

  it.skipIf(!isThere)('drafts a guide from a solved ticket once, and says who did', async () => {
    const { id, version } = await openTicket();
    const order = { sector: 'banking', slug: 'otp-pagi' };
    expect((await desk.ask(`/tickets/${id}/guide-draft`, ANI, order)).status).toBe(409);
    await store.desk.close('ani', id, { outcome: 'answer', version });
    const answer = await desk.ask(`/tickets/${id}/guide-draft`, ANI, order);
    const { files, duplicates } = (await answer.json()) as DeskGuideDraft;
    expect(duplicates).toMatchObject([{ id: 'banking/otp', probability: 0.9 }]);
    const [first] = files;
    expect(await readFile(path.join(dataDir, first?.path ?? ''), 'utf8')).toBe(first?.text);
    expect(JSON.stringify(files)).not.toContain('pembaca@');
    expect(desk.audit).toEqual([
      { agent: 'ani', action: 'guide-drafted', subject: id, detail: { guide: 'banking/otp-pagi' } },
    ]);
    for (const name of [order, { ...order, slug: 'otp' }]) {
      expect((await desk.ask(`/tickets/${id}/guide-draft`, BUDI, name)).status).toBe(409);
    }
    for (const slug of ['../../x', 'X', '']) {
      expect((await desk.ask(`/tickets/${id}/guide-draft`, ANI, { ...order, slug })).status).toBe(400);
    }
    expect((await desk.ask(`/tickets/${id}/guide-draft`, ANI, { sector: '..', slug: 'x' })).status).toBe(400);
  });

  it.skipIf(!isThere)('takes a file, gives it from its ticket, and from no other', async () => {
    const [one, other] = [await openTicket(), await openTicket()];
    const png = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const form = new FormData();
    form.set('file', new File([new Uint8Array(png)], 'layar.png'));
    const taken = await desk.ask('/attachments', ANI, form);
    expect(taken.status).toBe(201);
    const file = (await taken.json()) as { id: string };
    await desk.ask(`/tickets/${one.id}/reply`, ANI, {
      text: 'Lihat gambar ini.',
      version: one.version,
      attachments: [file.id],
    });
    const given = await desk.ask(`/tickets/${one.id}/attachments/${file.id}`, BUDI);
    expect(given.headers.get('Content-Type')).toBe('image/png');
    expect((await desk.ask(`/tickets/${other.id}/attachments/${file.id}`, BUDI)).status).toBe(404);
    const empty = new FormData();
    empty.set('file', new File(['#!/bin/sh'], 'layar.png'));
    expect((await desk.ask('/attachments', ANI, empty)).status).toBe(415);
  });

  it.skipIf(!isThere)('lets an agent who sends very many files wait, and nobody else', async () => {
    await limits.take(AGENT_FILES, ANI.id, AGENT_FILES.most - 5);
    const send = (as: typeof ANI) => {
      const form = new FormData();
      form.set('file', new File(['#!/bin/sh'], 'layar.png'));
      return desk.ask('/attachments', as, form);
    };
    let answer = await send(ANI);
    for (let more = 0; more < 5 && answer.status === 415; more++) answer = await send(ANI);
    expect(answer.status).toBe(429);
    expect(answer.headers.get('Retry-After')).toBe('3600');
    expect(await answer.text()).toContain('Wait 60 minutes, then attach it again.');
    expect((await send(BUDI)).status).toBe(415);
    store.wait(3_600_000);
    expect((await send(ANI)).status).toBe(415);
  });
});
