import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { fakeMessage, fakeTicket } from '../client/inbox/fake-desk-api.ts';
import { INBOX } from '../i18n/inbox-text.ts';
import { checkBothSchemes } from './check-accessibility.ts';
import { HOSTILE, openFakeInbox, SUBJECT } from './fake-inbox.ts';
import { PHONE, test } from './visitor.ts';

const words = INBOX.id;
/** What the browser itself says of answers that are part of a test. */
const REFUSED = /status of (401|404|409)|ERR_FAILED/;

describe('an agent whose hands stay on the keyboard', () => {
  test('opens a ticket, inserts a guide, sends, takes it back, sends and closes', async ({ visit }) => {
    const { page, fake } = await openFakeInbox(visit);
    await page.getByRole('link', { name: SUBJECT }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('inbox-talk');
    await page.keyboard.press('r');
    await expect.poll(() => focused(page)).toBe('inbox-box');
    await page.keyboard.type('Halo.');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: words.palette.insert }).waitFor();
    await page.keyboard.type('otp dari bank tidak masuk');
    await page.getByRole('treeitem').first().waitFor();
    const title = await page.locator('[aria-selected="true"] .desk__title').innerText();
    await page.keyboard.press('Alt+Digit1');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
    await expect.poll(() => focused(page)).toBe('inbox-box');
    const reply = await boxText(page);
    expect(reply).toMatch(/^Halo\.\n\n.+\n\nhttp\S+\/g\/\w+\/$/);
    expect(reply).toContain(title);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: words.box.undo }).waitFor();
    expect(await boxText(page)).toBe('');
    await page.keyboard.press('Escape');
    await page.keyboard.press('z');
    await expect.poll(() => boxText(page)).toBe(reply);
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => boxText(page)).toBe('');
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    await page.getByRole('radio', { name: words.outcome.guide }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(words.outcome.guide).first().waitFor();
    const thread = fake.kept.get('t1');
    expect(thread?.messages.map(({ text }) => text)).toEqual([HOSTILE, reply]);
    expect(thread?.messages[1]?.guides).toMatchObject([{ form: 'link' }]);
    expect(thread?.ticket).toMatchObject({ status: 'solved', outcome: 'guide' });
  });

  test('goes back, finds another view, searches, and sees all keys', async ({ visit }) => {
    const { page, fake } = await openFakeInbox(visit, {}, '#/t/t1');
    await expect.poll(() => focused(page)).toBe('inbox-talk');
    await page.keyboard.press('u');
    await expect.poll(() => focused(page)).toBe('inbox-row-t1');
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await expect.poll(() => fake.calls.some(({ path }) => path.includes('view=waiting'))).toBe(true);
    await page.keyboard.press('/');
    await page.keyboard.type('4829');
    await expect.poll(() => fake.calls.some(({ path }) => path.includes('text=4829'))).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: words.frame.shortcuts });
    await keys.waitFor();
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'hidden' });
  });

  test('sets the priority by a menu that letters and arrows move', async ({ visit }) => {
    const { page, fake } = await openFakeInbox(visit, {}, '#/t/t1');
    await expect.poll(() => focused(page)).toBe('inbox-talk');
    await page.keyboard.press('e');
    await page.getByRole('menuitemradio', { name: words.priority.urgent, checked: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => fake.kept.get('t1')?.ticket.priority).toBe('high');
    await expect.poll(() => focused(page)).toBe('inbox-priority');
  });
});

describe('what is being written', () => {
  test('survives a new message, a conflict, a lost connection and the end of the session', async ({
    visit,
  }) => {
    const { page, fake, tell } = await openFakeInbox(visit, { expected: REFUSED }, '#/t/t1');
    await expect.poll(() => focused(page)).toBe('inbox-talk');
    await page.keyboard.press('r');
    await expect.poll(() => focused(page)).toBe('inbox-box');
    await page.keyboard.type('Halo dari Sari');
    write(fake, 2, 'Masih belum masuk.');
    await tell('t1');
    await page.getByText('Masih belum masuk.').waitFor();
    await page.getByRole('alert').filter({ hasText: words.talk.overtaken }).waitFor();
    write(fake, 3, 'Sekarang malah terkunci.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Sekarang malah terkunci.').waitFor();
    await page.getByRole('alert').filter({ hasText: words.talk.refused }).waitFor();
    fake.mood = 'away';
    await page.keyboard.press('Control+Enter');
    await page.getByText(words.frame.lost).waitFor();
    fake.mood = 'signed-out';
    const dialog = page.getByRole('dialog', { name: words.signIn.title });
    await dialog.waitFor();
    expect(await dialog.getByRole('link').getAttribute('target')).toBe('_blank');
    fake.mood = 'well';
    await dialog.getByRole('button').click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await boxText(page)).toBe('Halo dari Sari');
    await page.reload();
    await expect.poll(() => boxText(page)).toBe('Halo dari Sari');
    await page.locator('#inbox-box').focus();
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => fake.kept.get('t1')?.messages.at(-1)?.text).toBe('Halo dari Sari');
  });

  test('never goes to the reader as a note, nor as a reply when it was a note', async ({ visit }) => {
    const { page, fake } = await openFakeInbox(visit, {}, '#/t/t1');
    await expect.poll(() => focused(page)).toBe('inbox-talk');
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: words.box.noteLabel }).waitFor();
    await expect.poll(() => focused(page)).toBe('inbox-box');
    await page.keyboard.type('hanya untuk kita');
    await page.getByRole('button', { name: words.box.reply, exact: false }).first().click();
    expect(await boxText(page)).toBe('');
    await page.getByRole('button', { name: words.box.send, exact: true }).click();
    expect(fake.calls.some(({ path }) => path.endsWith('/reply'))).toBe(false);
  });
});

describe('the inbox', () => {
  test('shows what a reader wrote as words and nothing else', async ({ visit }) => {
    const { page } = await openFakeInbox(visit, {}, '#/t/t1');
    await page.getByText(HOSTILE).first().waitFor();
    expect(await page.locator('main img[src="x"]').count()).toBe(0);
    expect(await page.title()).not.toContain('pwned');
  });

  test('shows a new ticket without moving the rows that are being read', async ({ visit }) => {
    const { page, fake, tell } = await openFakeInbox(visit);
    await page.getByRole('link', { name: SUBJECT }).waitFor();
    const subjects = () => page.locator('.inbox__subject').allInnerTexts();
    const before = await subjects();
    const known = [...fake.kept];
    fake.kept.clear();
    const ticket = fakeTicket({ id: 't9', subject: 'Tiket baru' });
    fake.kept.set('t9', { ticket, messages: [], events: [], viewers: [] });
    for (const [id, thread] of known) fake.kept.set(id, thread);
    await tell('t9');
    await page.getByRole('button', { name: '1' }).and(page.locator('.inbox__fresh')).waitFor();
    expect(await subjects()).toEqual(before);
    await page.keyboard.press('.');
    await expect.poll(async () => (await subjects())[0]).toContain('Tiket baru');
  });

  test('leads to where one signs in, with the way back', async ({ visit }) => {
    const page = await visit({ address: 'about:blank', expected: REFUSED });
    await page.route('**/agent/api/**', (route) => route.fulfill({ status: 401, json: {} }));
    await page.goto(`${inject('serverUrl')}/agent/#/t/t1`);
    await page.waitForURL(/\/agent\/masuk\/\?next=%2Fagent%2F%23%2Ft%2Ft1$/);
  });

  test('speaks the language that was chosen on this device', async ({ visit }) => {
    const { page } = await openFakeInbox(visit);
    await page.getByRole('button', { name: words.frame.switchLanguage }).click();
    await page.getByRole('heading', { name: INBOX.en.title }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('heading', { name: INBOX.en.title }).waitFor();
  });

  test('is one part at a time on a phone, and going back works', async ({ visit }) => {
    const { page } = await openFakeInbox(visit, PHONE);
    await page.getByRole('link', { name: SUBJECT }).tap();
    await page.getByRole('link', { name: words.talk.story }).tap();
    await page.getByText('Apakah SMS lain masuk?').waitFor();
    await page.goBack();
    await page.locator('#inbox-box').waitFor();
    await page.goBack();
    await page.getByRole('link', { name: SUBJECT }).waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBe(0);
  });

  test.for(['#/', '#/t/t1', '#/t/t2'])('breaks no rule of axe at %s', async (hash, { visit }) => {
    const { page } = await openFakeInbox(visit, {}, hash);
    await page.getByRole('link', { name: SUBJECT }).waitFor();
    if (hash !== '#/') await page.locator('#inbox-box').waitFor();
    await checkBothSchemes(page);
  });

  test.for(['Control+k', '?', 'c'])('breaks no rule of axe in the dialog of %s', async (key, { visit }) => {
    const { page } = await openFakeInbox(visit, {}, '#/t/t1');
    await expect.poll(() => focused(page)).toBe('inbox-talk');
    await page.keyboard.press(key);
    await page.locator('dialog[open]').waitFor();
    await checkBothSchemes(page);
  });
});

/** Lets the reader write: the ticket is of a newer version then. */
function write(
  { kept }: { kept: Awaited<ReturnType<typeof openFakeInbox>>['fake']['kept'] },
  version: number,
  text: string,
): void {
  const thread = kept.get('t1');
  if (!thread) return;
  const message = fakeMessage({ id: `r${version}`, text });
  kept.set('t1', {
    ...thread,
    ticket: { ...thread.ticket, version },
    messages: [...thread.messages, message],
  });
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? '');
}

function boxText(page: Page): Promise<string> {
  return page.locator('#inbox-box').inputValue();
}
