import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { pathOf } from '../i18n/index.ts';
import { hostileQueries } from './hostile-queries.ts';
import { NOT_FOUND, PAGE_KINDS } from './page-kinds.ts';
import { test, type Visit } from './visitor.ts';

const { queries, skipped } = hostileQueries();
if (skipped) console.warn(`Hostile queries: the project's own ${queries.length} alone; ${skipped}.`);
/** Typed one by one, where each takes the time of a search. */
const TYPED = queries.slice(0, 40);

/** What no page of the site has, unless a query has become part of it. */
const FOREIGN = [
  'script:not([src^="/_astro/"], [type="application/ld+json"])',
  'link[rel="stylesheet"]:not([href^="/_astro/"])',
  'main img, main svg:not(.icon), iframe, object, embed, base, style, math, video, audio, marquee',
  'meta[http-equiv]',
  'form:not([action^="/"], [method="dialog"], .check__form)',
  'a[href^="javascript:" i], a[href^="data:" i]',
].join(', ');

describe('what the browser enforces', () => {
  test('each kind of page comes with its policy and breaks it nowhere', async ({ visit }) => {
    const page = await visit({ expected: NOT_FOUND });
    for (const { path } of PAGE_KINDS) {
      const response = await page.goto(inject('serverUrl') + path, { waitUntil: 'load' });
      expect(response?.headers()['content-security-policy'], path).toMatch(
        /script-src 'self';.*object-src 'none'.*frame-ancestors 'none'/,
      );
      expect(await foreignIn(page), path).toEqual([]);
    }
  });

  test('refuses a script that got into a page all the same', async ({ visit }) => {
    const page = await visit({ expected: /Content Security Policy/ });
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.documentElement.dataset.ran = "yes"';
      document.body.append(script);
      return document.documentElement.dataset['ran'];
    });
    expect(ran).toBeUndefined();
  });
});

/** Asked after the hostile ones: its answer shows that the page has been through all of them. */
const LAST_QUERY = 'kode otp tidak masuk';

describe('hostile words', () => {
  test('stay words on the results page of the server', async ({ visit }) => {
    const page = await visit();
    const found = await page.evaluate(
      async ({ words, foreign, action }) => {
        const parser = new DOMParser();
        const wrong: string[] = [];
        for (const word of words) {
          const response = await fetch(`${action}?${new URLSearchParams({ q: word }).toString()}`);
          const made = parser.parseFromString(await response.text(), 'text/html');
          const isForeign = [...made.querySelectorAll('*')].some(
            (element) =>
              element.matches(foreign) || element.getAttributeNames().some((name) => name.startsWith('on')),
          );
          if (!response.ok || isForeign || !made.querySelector('#page-search')) wrong.push(word);
        }
        return wrong;
      },
      { words: queries, foreign: FOREIGN, action: pathOf('search', 'id') },
    );
    expect(found).toEqual([]);
  });

  test('come back to the box as they were typed', async ({ visit }) => {
    const page = await openResults(visit, inject('serverUrl'));
    for (const word of TYPED.filter((one) => !/[\p{Cc}\uFFFE]/u.test(one))) {
      await page.goto(`${inject('serverUrl')}/cari/?${new URLSearchParams({ q: word }).toString()}`);
      expect(await page.locator('#page-search').inputValue()).toBe(word.trim());
      expect(await page.title()).toContain(word.trim().replaceAll(/\s+/g, ' '));
    }
    expect(await foreignIn(page)).toEqual([]);
  });

  test('stay words on the results page that the browser fills', async ({ visit }) => {
    const page = await openResults(visit, inject('staticUrl'));
    await watchForForeign(page);
    await page.evaluate(
      async (words) => {
        const field = document.querySelector<HTMLTextAreaElement>('#page-search');
        const status = document.querySelector('[data-search-status]');
        if (!field?.form || !status) throw new Error('The results page has no box.');
        for (const word of words) {
          const answered = new Promise<void>((resolve) => {
            new MutationObserver((_, observer) => {
              observer.disconnect();
              resolve();
            }).observe(status, { childList: true });
          });
          field.value = word;
          field.form.requestSubmit();
          await answered;
        }
      },
      [...queries, LAST_QUERY],
    );
    expect(await page.title()).toContain(LAST_QUERY);
    expect(await seenForeign(page)).toEqual([]);
  });

  test('stay words in the list below the box', async ({ visit }) => {
    const page = await visit({ address: inject('serverUrl') + pathOf('services', 'id') });
    await watchForForeign(page);
    const field = page.locator('#header-search');
    await field.focus();
    for (const word of TYPED) {
      // With words of a guide, so that there is a list.
      await field.fill(`otp ${word}`);
      const all = page.locator('.suggestion--all');
      await expect
        .poll(async () => new URL((await all.getAttribute('href')) ?? '', page.url()).searchParams.get('q'))
        .toBe((await field.inputValue()).trim());
      expect(await all.evaluate((link) => (link as HTMLAnchorElement).pathname)).toBe('/cari/');
    }
    expect(await seenForeign(page)).toEqual([]);
  });

  test('stay words in the answer about a contact', async ({ visit }) => {
    const page = await visit({ address: inject('serverUrl') + pathOf('checkContact', 'id') });
    await watchForForeign(page);
    for (const word of TYPED) {
      await page.locator('#contact').fill(`https://bca.co.id.example.org/ ${word}`);
      await page.keyboard.press('Enter');
      await page.locator('.check__found').waitFor();
    }
    expect(await seenForeign(page)).toEqual([]);
  });
});

async function openResults(visit: Visit, site: string): Promise<Page> {
  const page = await visit({ address: `${site}/cari/?q=otp` });
  page.on('dialog', (dialog) => {
    throw new Error(`A query opened a dialog: ${dialog.message()}`);
  });
  await page.locator('[data-search-hits] a').first().waitFor();
  return page;
}

/** The elements of a page that the site did not put there. */
function foreignIn(page: Page): Promise<string[]> {
  return page.locator(FOREIGN).evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML));
}

/** Remembers every foreign element that joins the page from now on, even when it is taken away again. */
async function watchForForeign(page: Page): Promise<void> {
  await page.evaluate((foreign) => {
    const seen: string[] = [];
    new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (!(node instanceof Element)) continue;
        for (const element of [node, ...node.querySelectorAll('*')]) {
          const acts = element.getAttributeNames().some((name) => name.startsWith('on'));
          if (acts || element.matches(foreign)) seen.push(element.outerHTML);
        }
      }
    }).observe(document.body, { childList: true, subtree: true });
    Object.assign(globalThis, { foreignSeen: seen });
  }, FOREIGN);
}

function seenForeign(page: Page): Promise<unknown> {
  return page.evaluate(() => (globalThis as { foreignSeen?: unknown }).foreignSeen);
}
