import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { DeskList, DeskThread, TicketView } from '../core/ticket/browser.ts';
import { INBOX } from '../i18n/inbox-text.ts';
import { pathOf } from '../i18n/index.ts';
import { ADMIN } from './desk-agent.ts';
import { foreignIn, FOREIGN, watchHarm } from './desk-harm.ts';
import { FILE_NAMES, hostileTexts, MAILBOXES, NAMES } from './desk-hostile-words.ts';
import { joinFirst, type DeskSession } from './desk-session.ts';
import { openTicket, send, sendPictures, viewTicket, type OwnTicket } from './desk-tickets.ts';
import { startDesk, type DeskSite } from './fake-desk-site.ts';
import { test, type Visit } from './visitor.ts';

const { texts, skipped } = hostileTexts();
if (skipped.length > 0) console.warn(`Hostile words: ${texts.length} alone; ${skipped.join('; ')}.`);

/** Each is the subject of a ticket that is opened, which takes the time of a page. */
const SUBJECTS = texts.map((text) => text.slice(0, 200).toWellFormed()).slice(0, 50);
/** The others stand together in messages, which makes no difference to what a page does with them. */
const PER_MESSAGE = 20;
const AGENT = { ...ADMIN, name: `" onmouseover="alert(1)" x='\${7*7}` };

let desk: DeskSite;
let admin: DeskSession;
let tickets: readonly OwnTicket[] = [];
/** The ticket with all of it. */
let full: OwnTicket;
const ids = new Map<string, string>();

beforeAll(async () => {
  desk = await startDesk();
  admin = await joinFirst(desk, AGENT);
  full = await fillOne();
  tickets = [full, ...(await openOfEach())];
  for (const view of ['all', 'held']) {
    const list = (await (await admin.ask(`/tickets?view=${view}&limit=100`)).json()) as DeskList;
    for (const { reference, id } of list.tickets) ids.set(reference, id);
  }
  await answerAll();
});
afterAll(() => desk.stop());

/** One ticket with all texts in its messages, pictures, and the story of a conversation. */
async function fillOne(): Promise<OwnTicket> {
  const [first = ''] = SUBJECTS;
  const begun = await fetch(`${desk.readerUrl}/api/v1/conversations`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ lang: 'id', text: `otp bank tidak masuk ${first}` }),
  });
  const { id: conversation, secret: conversationSecret } = (await begun.json()) as {
    id: string;
    secret: string;
  };
  const ticket = await openTicket(desk, { subject: first, conversation, conversationSecret });
  for (let start = 0; start < texts.length; start += PER_MESSAGE) {
    const text = texts.slice(start, start + PER_MESSAGE).join('\n');
    await send(desk, `/${ticket.token}/messages`, { text });
  }
  await sendPictures(desk, ticket, FILE_NAMES.slice(0, 4));
  await sendPictures(desk, ticket, FILE_NAMES.slice(4));
  return ticket;
}

async function openOfEach(): Promise<OwnTicket[]> {
  const opened: OwnTicket[] = [];
  for (const [place, subject] of SUBJECTS.entries()) {
    const name = NAMES[place % NAMES.length];
    const order = {
      ...{ subject, text: `${subject}\n${subject}`, email: MAILBOXES[place % MAILBOXES.length] },
      ...(place % 2 === 0 ? { problem: name } : { service: name }),
    };
    const ticket = await openTicket(desk, order);
    await send(desk, `/${ticket.token}/judgement`, { rating: 'bad', comment: subject });
    opened.push(ticket);
  }
  return opened;
}

/** Agents write such things too, in notes and in replies. */
async function answerAll(): Promise<void> {
  const path = `/tickets/${idOf(full)}`;
  await admin.ask(`${path}/note`, { text: texts.slice(0, PER_MESSAGE).join('\n') });
  const { ticket } = await readThread(full);
  const replied = await admin.ask(`${path}/reply`, {
    text: texts.slice(0, PER_MESSAGE).join('\n'),
    version: ticket.version,
    guides: [],
  });
  expect(replied.status).toBe(200);
}

function idOf({ reference }: OwnTicket): string {
  return ids.get(reference) ?? '';
}

async function readThread(ticket: OwnTicket): Promise<DeskThread> {
  return (await (await admin.ask(`/tickets/${idOf(ticket)}`)).json()) as DeskThread;
}

/** A page on which nothing may happen but what the site does. */
async function visitWatched(visit: Visit, options: Parameters<Visit>[0]) {
  const page = await visit({ ...options, address: 'about:blank' });
  return { page, harm: watchHarm(page, desk.readerUrl) };
}

async function asAgent(visit: Visit) {
  const [name = '', value = ''] = admin.cookie.split('=', 2);
  const { hostname } = new URL(desk.agentUrl);
  const cookie = { name, value, domain: hostname, path: '/', expires: -1, httpOnly: true, secure: false };
  return visitWatched(visit, {
    storageState: { cookies: [{ ...cookie, sameSite: 'Lax' as const }], origins: [] },
  });
}

describe('hostile words', () => {
  test('are all there, so that the others say something', () => {
    expect([...ids.keys()]).toEqual(expect.arrayContaining(tickets.map(({ reference }) => reference)));
  });

  test('stay words in the list of tickets', async ({ visit }) => {
    const { page, harm } = await asAgent(visit);
    for (const view of ['all', 'held']) {
      await page.goto(`${desk.agentUrl}/agent/#/v/${view}`);
      const list = (await (await admin.ask(`/tickets?view=${view}&limit=100`)).json()) as DeskList;
      const subjects = list.tickets.map(({ subject }) => subject);
      await page
        .locator('.inbox__row')
        .nth(Math.min(subjects.length, 50) - 1)
        .waitFor();
      await page.locator('.inbox__row').last().scrollIntoViewIfNeeded();
      await expect.poll(() => subjectsOn(page)).toEqual(subjects.map(shown));
      expect(await foreignIn(page)).toEqual([]);
    }
    expect(harm).toEqual([]);
  });

  test('stay words in an open ticket, its notes, files, story, mailbox and rating', async ({ visit }) => {
    const { page, harm } = await asAgent(visit);
    await page.goto(`${desk.agentUrl}/agent/`);
    for (const ticket of tickets) {
      const thread = await readThread(ticket);
      await page.goto(`${desk.agentUrl}/agent/#/t/${thread.ticket.id}`);
      const head = page.locator('.inbox__head');
      await head.getByText(thread.ticket.reference).waitFor();
      expect(shown(await head.locator('h2').textContent())).toBe(shown(thread.ticket.subject));
      await expect
        .poll(() => wordsOn(page, '.inbox__message .inbox__words'))
        .toEqual(thread.messages.map(({ text }) => shown(text)));
      const files = thread.messages.flatMap(({ attachments }) => attachments);
      expect(await page.locator('.inbox__files a > span').count()).toBe(files.length);
      for (const { name } of files)
        expect((await page.locator('.inbox__files').allTextContents()).join('\n')).toContain(name);
      const { email, ratingComment } = thread.ticket;
      if (email) expect(await page.locator('.inbox__about').innerText()).toContain(email);
      if (ratingComment)
        expect(await wordsOn(page, '.inbox__head .inbox__words')).toEqual([shown(ratingComment)]);
      if (thread.story) {
        expect(await wordsOn(page, '.inbox__story .inbox__words')).toEqual(
          expect.arrayContaining(thread.story.said.map(shown)),
        );
      }
      expect(await foreignIn(page)).toEqual([]);
    }
    expect((await readThread(full)).story?.said).toHaveLength(1);
    expect(await page.title()).toContain(INBOX.id.title);
    expect(harm).toEqual([]);
  });

  test("stay words on the reader's page, as the server draws it and as scripts draw it again", async ({
    visit,
  }) => {
    const { page, harm } = await visitWatched(visit, {});
    for (const ticket of tickets) {
      const view = await viewTicket(desk, ticket);
      await page.goto(desk.readerUrl + ticket.path);
      expect(shown(await page.locator('h1').textContent())).toBe(shown(view.subject));
      await expectThread(page, ticket);
    }
    await page.goto(desk.readerUrl + full.path);
    const before = await page.locator('.message').count();
    await send(desk, `/${full.token}/messages`, { text: SUBJECTS.join('\n') });
    await expect.poll(() => page.locator('.message').count()).toBeGreaterThan(before);
    await expectThread(page, full);
    expect(harm).toEqual([]);
  });

  test('stay words where admins see who answers', async ({ visit }) => {
    const { page, harm } = await asAgent(visit);
    await page.goto(`${desk.agentUrl}/agent/kelola/`);
    await page.locator('.account__audit li').first().waitFor();
    expect(await page.locator('main').innerText()).toContain(AGENT.name);
    expect(await foreignIn(page)).toEqual([]);
    expect(harm).toEqual([]);
  });

  test('stay words in a form that is drawn again', async ({ visit }) => {
    const { page, harm } = await visitWatched(visit, {});
    await page.goto(desk.readerUrl + pathOf('contact', 'id'));
    const wrong = await page.evaluate(
      async ({ words, foreign }) => {
        const found: string[] = [];
        for (const word of words) {
          const body = new FormData();
          for (const name of [
            'subject',
            'text',
            'email',
            'phone',
            'service',
            'problem',
            'conversation',
            'key',
          ])
            body.set(name, word);
          body.set('do', 'compose');
          const response = await fetch(location.pathname, { method: 'POST', body });
          const made = new DOMParser().parseFromString(await response.text(), 'text/html');
          const isForeign = [...made.querySelectorAll('*')].some(
            (element) =>
              element.matches(foreign) || element.getAttributeNames().some((name) => name.startsWith('on')),
          );
          const box = made.querySelector<HTMLTextAreaElement>('#text');
          if (isForeign || box?.value.trim() !== word.trim()) found.push(word);
        }
        return found;
      },
      { words: SUBJECTS.filter((one) => !/[\r\p{Cc}]/u.test(one)), foreign: FOREIGN },
    );
    expect(wrong).toEqual([]);
    for (const mailbox of MAILBOXES) {
      await page.goto(desk.readerUrl + pathOf('lostLink', 'id'));
      await page.locator('#email').evaluate((field, value) => {
        (field as HTMLInputElement).type = 'text';
        (field as HTMLInputElement).value = value;
      }, mailbox);
      await page.locator('button[value="ask"]').click();
      await page.locator('#code').waitFor();
      expect(await page.locator('.lead').innerText()).toContain(mailbox);
      expect(await foreignIn(page)).toEqual([]);
    }
    expect(harm).toEqual([]);
  });

  test('come to pages that let nothing else run, and that nobody keeps', async () => {
    const paths = ['/agent/', full.path, pathOf('contact', 'id'), pathOf('lostLink', 'id'), '/tiket/x/'];
    for (const path of paths) {
      const { headers } = await fetch(desk.readerUrl + path);
      expect(headers.get('Content-Security-Policy'), path).toMatch(
        /script-src 'self';.*object-src 'none'.*frame-ancestors 'none'/,
      );
      expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff');
    }
    const { headers } = await fetch(desk.readerUrl + full.path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': expect.stringContaining('no-store') as string,
      'x-robots-tag': expect.stringContaining('noindex') as string,
      'referrer-policy': 'no-referrer',
    });
  });

  test('are nowhere in what the server prints, nor are mailboxes, links and sessions', () => {
    const printed = desk.printed();
    const [, session = ''] = admin.cookie.split('=', 2);
    const secret = [...MAILBOXES, AGENT.email, AGENT.password, session, ...tickets.map(({ token }) => token)];
    for (const one of [...secret, ...SUBJECTS.filter((text) => text.length > 20)]) {
      expect(printed).not.toContain(one);
    }
  });
});

async function expectThread(page: Page, ticket: OwnTicket): Promise<void> {
  // The answer of the agent may come while this looks.
  await expect.poll(async () => differences(page, await viewTicket(desk, ticket))).toEqual([]);
  expect(await foreignIn(page)).toEqual([]);
  expect(await page.title()).not.toBe('ran');
}

/** What is drawn otherwise than it was written. */
async function differences(page: Page, { messages }: TicketView): Promise<string[]> {
  const words = await wordsOn(page, '.message__text');
  const files = await page.locator('.files a').allInnerTexts();
  const names = messages.flatMap(({ attachments }) => attachments.map(({ name }) => name));
  return [
    ...messages.map(({ text }) => shown(text)).filter((text, place) => text !== words[place]),
    ...names.filter((name, place) => files[place]?.includes(name) !== true),
    ...words.slice(messages.length),
    ...files.slice(names.length),
  ];
}

async function subjectsOn(page: Page): Promise<string[]> {
  const unread = `${INBOX.id.list.unread}: `;
  const words = await wordsOn(page, '.inbox__subject');
  return words.map((text) => (text.startsWith(unread) ? text.slice(unread.length) : text));
}

async function wordsOn(page: Page, selector: string): Promise<string[]> {
  return (await page.locator(selector).allTextContents()).map(shown);
}

/** Ends of lines are the one thing that HTML changes in a text. */
function shown(text: string | null): string {
  return (text ?? '').replaceAll(/\r\n?/g, '\n').trim();
}
