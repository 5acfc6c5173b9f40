import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished } from 'vitest';
import type { DeskThread } from '../core/ticket/browser.ts';
import { diagnosisText } from '../i18n/diagnosis-text.ts';
import { INBOX } from '../i18n/inbox-text.ts';
import { pathOf } from '../i18n/index.ts';
import { deskWords, ticketWords } from '../i18n/ticket-text.ts';
import { ADMIN, becomeAdmin, read } from './desk-agent.ts';
import { DESK_SETUPS, type DeskSite } from './fake-desk-site.ts';
import { PHONE, test } from './visitor.ts';

const WORDS = 'transfer udah berhasil tapi temen saya bilang belum masuk';
const SUBJECT = 'Uang kos belum sampai';
const MAILBOX = 'pembaca@example.org';
const COMMENT = 'Langkahnya jelas.';
const inbox = INBOX.id;
const ticket = ticketWords('id');

describe.for(DESK_SETUPS)('a desk on $name', ({ isThere, start }) => {
  test.runIf(isThere)(
    'takes a reader from the first word to a problem that a guide has solved',
    async ({ visit }) => {
      const desk = await start();
      onTestFinished(desk.stop);
      const agent = await becomeAdmin(visit, desk);
      await agent.getByText(inbox.list.empty).waitFor();
      await mark(agent);

      const reader = await visit({ ...PHONE, address: desk.readerUrl + pathOf('diagnosis', 'id') });
      const packet = await escalate(reader);
      await mark(reader);
      const id = await openNewTicket(agent);
      await agent.locator('.inbox__message').waitFor();
      expect(await agent.locator('.inbox__message.is-reader .inbox__words').textContent()).toBe(packet);

      const { title, reply } = await answer(agent, reader);
      await expect
        .poll(() => reader.locator('.message--agent .message__text').allTextContents(), { timeout: 90_000 })
        .toEqual([reply]);
      expect(await reader.locator('.message--agent .message__head b').innerText()).toContain(ADMIN.name);
      expect(await isMarked(reader)).toBe(true);

      await judge(reader, title);
      await agent.locator('.inbox__sent-guides').getByText(inbox.talk.solvedIt).waitFor();
      const facts = agent.locator('.inbox__head');
      await facts.getByText(inbox.talk.rated.replace('{rating}', inbox.rating.good)).waitFor();
      await facts.getByText(COMMENT).waitFor();
      expect(await facts.innerText()).toContain(inbox.outcome.guide);
      expect(await isMarked(agent)).toBe(true);

      const thread = await read<DeskThread>(agent, `/tickets/${id}`);
      expect(thread.ticket).toMatchObject({
        status: 'solved',
        outcome: 'guide',
        rating: 'good',
        email: MAILBOX,
      });
      expect(thread.messages.map(({ kind, text }) => [kind, text])).toEqual([
        ['reader', packet],
        ['agent', reply],
      ]);
      expect(thread.messages[1]?.guides).toEqual([
        { problem: expect.stringContaining('/') as string, form: 'steps', solved: true },
      ]);
      expect(JSON.stringify(thread)).not.toContain('temen saya');
      await expectMail(desk, reply);
      await Promise.all([agent.context().close(), reader.context().close()]);
    },
  );
});

/** Tells the diagnosis of a problem until a person is needed, changes the packet and sends it; gives what was sent. */
async function escalate(page: Page): Promise<string> {
  const { words } = diagnosisText('id');
  await page.locator('#tell').fill(WORDS);
  await page.locator('#tell').press('Enter');
  await page.getByRole('button', { name: words.confirmYes }).click();
  await page.getByRole('button', { name: words.failed }).click();
  await page.locator('button[value="person"]').first().click();
  const box = page.locator('#packet');
  // Before the script of the packet is there, the box counts as unchecked and nothing would happen.
  await expect.poll(() => page.locator('[data-part="said"]').isChecked()).toBe(true);
  await page.locator('[data-part="said"]').uncheck();
  await expect.poll(() => box.inputValue()).not.toContain(WORDS);
  await box.fill((await box.inputValue()).replace(/^Masalah: .*/, `Masalah: ${SUBJECT}`));
  const packet = await box.inputValue();
  await page.locator('#desk-email').fill(MAILBOX);
  await page.locator('reader-desk button').click();
  const reference = await page.locator('.sent__reference').innerText();
  expect(reference).toMatch(/^\d{4}-\d{4}$/);
  await page.getByRole('link', { name: deskWords('id').open }).click();
  await page.locator('.thread').waitFor();
  expect(await page.locator('.ticket__reference').innerText()).toContain(reference);
  return packet;
}

/** Waits for the ticket and opens it with the keyboard; gives its id. */
async function openNewTicket(page: Page): Promise<string> {
  await page.getByRole('link', { name: SUBJECT }).waitFor();
  await page.keyboard.press('j');
  await expect.poll(() => focused(page)).toMatch(/^inbox-row-/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('inbox-talk');
  return /#\/t\/(.+)$/.exec(page.url())?.[1] ?? '';
}

/** Answers with a guide, takes it back, says one thing more and sends it for good; hands never leave the keyboard. */
async function answer(page: Page, reader: Page): Promise<{ readonly title: string; readonly reply: string }> {
  const box = page.locator('#inbox-box');
  await page.keyboard.press('r');
  await expect.poll(() => focused(page)).toBe('inbox-box');
  await page.keyboard.type('Halo.');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: inbox.palette.insert }).waitFor();
  await page.keyboard.type('transfer berhasil tapi belum masuk');
  await page.getByRole('treeitem').first().waitFor();
  await page.keyboard.press('Alt+Digit3');
  const title = await page.locator('[aria-selected="true"] .desk__title').innerText();
  await page.keyboard.press('Enter');
  await expect.poll(() => box.inputValue()).toMatch(/^Halo\.\n\n[^]+\n1\. [^]+http\S+\/g\/\w+\/$/);
  const first = await box.inputValue();
  expect(first).toContain(title);
  await expect.poll(() => focused(page)).toBe('inbox-box');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: inbox.box.undo }).waitFor();
  expect(await box.inputValue()).toBe('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('z');
  await expect.poll(() => box.inputValue()).toBe(first);
  await expect.poll(() => focused(page)).toBe('inbox-box');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n\nSemoga beres.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: inbox.box.undo }).waitFor();
  expect(await reader.locator('.message--agent').count()).toBe(0);
  return { title, reply: `${first}\n\nSemoga beres.` };
}

/** Follows the guide, says that it helped, and rates the agent. */
async function judge(page: Page, title: string): Promise<void> {
  const guide = page.locator('.sent-guide a');
  expect(await guide.getAttribute('href')).toMatch(/^\/g\/\w+\/$/);
  await guide.click();
  await expect.poll(() => page.locator('h1').innerText()).toBe(title);
  await page.goBack();
  await page.getByRole('button', { name: ticket.guideSolved }).click();
  await expect.poll(() => page.locator('#standing').innerText()).toBe(ticket.standing.solved);
  await page.getByRole('radio', { name: ticket.ratings.good }).check();
  await page.getByLabel(ticket.commentLabel).fill(COMMENT);
  await page.getByRole('button', { name: ticket.rate }).click();
  await expect.poll(() => page.locator('[data-rating]').innerText()).toContain(ticket.ratings.good);
}

/** The mailbox gets the reply that was sent for good, once, and not the one that was taken back. */
async function expectMail({ mails }: DeskSite, reply: string): Promise<void> {
  const replies = () => mails.filter(({ source }) => source.includes(reply.slice(-13)));
  await expect.poll(() => replies().length).toBe(1);
  expect(replies()[0]?.to).toEqual([MAILBOX]);
  expect(mails.filter(({ source }) => source.includes('Halo.')).length).toBe(1);
}

/** A page that is loaded anew has no mark. */
function mark(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.documentElement.dataset['marked'] = 'yes';
  });
}

function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.dataset['marked'] === 'yes');
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? '');
}
