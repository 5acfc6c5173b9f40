import { describe, expect, inject } from 'vitest';
import { LANGUAGES, type Language } from '../core/article/browser.ts';
import { CHECK_CONTACT } from '../i18n/check-contact-text.ts';
import { pathOf } from '../i18n/index.ts';
import { test } from './visitor.ts';

/** From `content/service/bca.yaml`: "1500888", "bca.co.id" and a WhatsApp number. */
const OFFICIAL = ['1500888', '1500-888', '1500 888', 'Halo BCA 1500888', '08111500998', '+62 811-1500-998'];
const LOOK_ALIKE = [
  'bca.co.id.example.org',
  'https://bca-co-id.example.org/login',
  'halo@bca.co.id.example.org',
];
/** No area has the code 0999. */
const UNKNOWN = ['0999 555 0100', 'https://example.org/bca', 'bca@example.org'];

describe('somebody who was called by "the bank"', () => {
  test.for([
    ['official', OFFICIAL],
    ['lookAlike', LOOK_ALIKE],
    ['unknown', UNKNOWN],
    ['site', ['https://www.bca.co.id/', 'bca.co.id']],
  ] as const)('is told what is %s, however it is written', async ([outcome, contacts], { visit }) => {
    const page = await visit({ address: inject('serverUrl') + pathOf('checkContact', 'id') });
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
    const answers: string[][] = [];
    for (const contact of contacts) {
      await page.locator('#contact').fill(contact);
      await page.locator('[data-result]').evaluate((result) => {
        result.replaceChildren();
      });
      await page.keyboard.press('Enter');
      const found = page.locator('.check__found');
      await found.waitFor();
      answers.push([contact, (await found.getAttribute('class')) ?? '']);
    }
    expect(answers).toEqual(contacts.map((contact) => [contact, `check__found check__found--${outcome}`]));
    expect(sent.filter((request) => !request.endsWith('/contacts.json'))).toEqual([]);
  });

  test.for(LANGUAGES)(
    'reads in %s whose number it is and where that is written',
    async (lang: Language, { visit }) => {
      const page = await visit({ address: inject('staticUrl') + pathOf('checkContact', lang) });
      await page.locator('#contact').fill('1500-888');
      await page.getByRole('button', { name: CHECK_CONTACT.submit[lang] }).click();
      const found = page.getByRole('status').locator('.check__found');
      await found.waitFor();
      expect(await found.innerText()).toMatch(/BCA[^]*2026/);
      expect(await found.innerText()).not.toMatch(/[{}]/);
      await found.getByRole('link').click();
      await page.waitForURL(`**${pathOf('service', lang, { slug: 'bca' })}`);
    },
  );
});
