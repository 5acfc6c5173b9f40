import { describe, expect, inject } from 'vitest';
import { LANGUAGES } from '../core/article/browser.ts';
import { diagnosisText } from '../i18n/diagnosis-text.ts';
import { pathOf } from '../i18n/index.ts';
import { CONTACT, deskWords, LOST_LINK, TICKET, ticketWords } from '../i18n/ticket-text.ts';
import { checkBothSchemes } from './check-accessibility.ts';
import { NOT_FOUND } from './page-kinds.ts';
import { contactFrom, PICTURE, writeToAgent } from './ticket-journey.ts';
import { test } from './visitor.ts';

const site = () => inject('serverUrl');

describe('an agent without scripts', () => {
  test('is written to, answered, told that it is over, and rated', async ({ visit }) => {
    const page = await visit({ javaScriptEnabled: false, address: contactFrom(site(), 'id') });
    await page.locator('#file').setInputFiles(PICTURE);
    await writeToAgent(page, 'Kodenya tidak masuk.\n<script>alert(1)</script>');
    expect(await page.locator('.message__text').textContent()).toBe(
      'Kodenya tidak masuk.\n<script>alert(1)</script>',
    );
    expect(await page.locator('.message .files a').count()).toBe(1);
    const text = ticketWords('id');
    await page.getByLabel(text.replyLabel).fill('Sejak pagi.');
    await page.getByRole('button', { name: text.send }).click();
    expect(await page.locator('.message').count()).toBe(2);
    await page.getByRole('button', { name: text.solvedNow }).click();
    expect(await page.locator('#standing').innerText()).toBe(text.standing.solved);
    await page.getByRole('radio', { name: text.ratings.fair }).check();
    await page.getByRole('button', { name: text.rate }).click();
    expect(await page.locator('.rating').innerText()).toContain(text.ratings.fair);
  });

  test('takes the packet of a conversation, as the reader changed it', async ({ visit }) => {
    const { words } = diagnosisText('id');
    const page = await visit({ javaScriptEnabled: false, address: site() + pathOf('diagnosis', 'id') });
    await page.getByLabel(words.fieldLabel).fill('otp bca tidak masuk');
    await page.getByRole('button', { name: words.send }).click();
    await page.getByRole('button', { name: words.person }).first().click();
    await page.locator('#packet').fill('Masalah: OTP tidak masuk\n\nDitulis dengan tangan.');
    await page.getByRole('button', { name: deskWords('id').send }).click();
    expect(new URL(page.url()).pathname).toBe(pathOf('contact', 'id'));
    expect(await page.locator('#text').inputValue()).toBe(
      'Masalah: OTP tidak masuk\n\nDitulis dengan tangan.',
    );
    expect(await page.locator('#service').inputValue()).toBe('bca');
    await page.locator('.letter button[value="send"]').click();
    expect(await page.locator('.message__text').innerText()).toContain('Ditulis dengan tangan.');
  });

  test('has its secrets covered before it is sent, and loses nothing else', async ({ visit }) => {
    const page = await visit({
      javaScriptEnabled: false,
      address: contactFrom(site(), 'id'),
      expected: /status of 422/,
    });
    await page.locator('#text').fill('pin saya 482913 ga bisa');
    await page.locator('.letter button[value="send"]').click();
    expect(await page.locator('#text').inputValue()).toMatch(/^pin saya .+ ga bisa$/);
    expect(await page.content()).not.toContain('482913');
    expect(await page.locator('#text-problem').innerText()).toBe(ticketWords('id').problems.secret);
  });

  test.for(LANGUAGES)('says what a wrong link is, and leads on: %s', async (lang, { visit }) => {
    const page = await visit({
      address: site() + pathOf('ticket', lang, { token: 'x'.repeat(43) }),
      expected: NOT_FOUND,
    });
    await checkBothSchemes(page);
    expect(await page.locator('h1').innerText()).toBe(TICKET.gone[lang]);
    await page.getByRole('link', { name: LOST_LINK.title[lang] }).click();
    expect(new URL(page.url()).pathname).toBe(pathOf('lostLink', lang));
    await checkBothSchemes(page);
  });
});

test('without a server there is no such page, and nothing leads to one', async ({ visit }) => {
  for (const kind of ['contact', 'lostLink'] as const) {
    const answer = await fetch(inject('staticUrl') + pathOf(kind, 'id'));
    expect(answer.status).toBe(404);
  }
  const page = await visit({ address: inject('staticUrl') });
  expect(await page.getByRole('link', { name: CONTACT.link.id }).count()).toBe(0);
});
