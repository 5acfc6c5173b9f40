import { describe, expect, inject } from 'vitest';
import { messages, pathOf, type Page } from '../i18n/index.ts';
import { test } from './visitor.ts';

const KEPT: readonly (readonly [page: Page, parameters: Readonly<Record<string, string>>])[] = [
  ['home', {}],
  ['guide', { id: 'banking/transfer-pending' }],
  ['sector', { sector: 'government' }],
  ['services', {}],
  ['service', { slug: 'bca' }],
  ['urgent', {}],
  ['whoHelps', {}],
  ['checkContact', {}],
  ['agents', {}],
];

describe('the switch of languages', () => {
  test.for(KEPT)('keeps the %s page, there and back', async ([page, parameters], { visit }) => {
    const reader = await visit({ address: inject('serverUrl') + pathOf(page, 'id', parameters) });
    const html = reader.locator('html');
    expect(await html.getAttribute('lang')).toBe('id');
    const toEnglish = reader.getByRole('link', { name: messages('id').switchLanguageLabel });
    expect(await toEnglish.getAttribute('lang')).toBe('en');
    await toEnglish.click();
    await reader.waitForURL(`**${pathOf(page, 'en', parameters)}`);
    expect(await html.getAttribute('lang')).toBe('en');
    await reader.getByRole('link', { name: messages('en').switchLanguageLabel }).click();
    await reader.waitForURL(inject('serverUrl') + pathOf(page, 'id', parameters));
  });

  test.for(KEPT)(
    'is told to search engines from both sides of the %s page',
    async ([page, parameters], { visit }) => {
      const paths = [pathOf(page, 'id', parameters), pathOf(page, 'en', parameters)];
      const told: unknown[] = [];
      for (const path of paths) {
        const reader = await visit({ address: inject('staticUrl') + path });
        told.push(
          await reader
            .locator('link[hreflang]')
            .evaluateAll((links) =>
              links.map((link) => [
                link.getAttribute('hreflang'),
                new URL((link as HTMLLinkElement).href).pathname,
              ]),
            ),
        );
        const canonical = await reader.locator('link[rel="canonical"]').getAttribute('href');
        expect(new URL(canonical ?? '').pathname).toBe(path);
      }
      const both = [
        ['id', paths[0]],
        ['en', paths[1]],
        ['x-default', paths[0]],
      ];
      expect(told).toEqual([both, both]);
    },
  );

  test('takes the words of a search along', async ({ visit }) => {
    const words = 'otp tidak masuk';
    const page = await visit({ address: `${inject('serverUrl')}/cari/?q=${encodeURIComponent(words)}` });
    await page.getByRole('link', { name: messages('id').switchLanguageLabel }).click();
    await page.waitForURL('**/en/search/?q=*');
    expect(new URL(page.url()).searchParams.get('q')).toBe(words);
  });
});
