import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { messages, pathOf } from '../i18n/index.ts';
import { GUIDE, NOT_FOUND, PAGE_KINDS } from './page-kinds.ts';
import { PHONE, test } from './visitor.ts';

/** The least side of what a thumb must hit, in CSS pixels. */
const THUMB_PX = 44;

describe('a phone 360 pixels wide', () => {
  test('shows every kind of page without scrolling sideways', async ({ visit }) => {
    const page = await visit({ ...PHONE, expected: NOT_FOUND });
    const tooWide: string[] = [];
    for (const { path } of PAGE_KINDS) {
      await page.goto(inject('serverUrl') + path);
      if ((await widthOf(page)) > PHONE.viewport.width) tooWide.push(path);
    }
    expect(tooWide).toEqual([]);
  });

  test.for([
    ['home', pathOf('home', 'id'), '.search__submit, .strip a, .header__menu'],
    ['guide', pathOf('guide', 'id', { id: GUIDE }), '.outcome a, [data-tick], .search__submit, .strip a'],
    ['results', `${pathOf('search', 'id')}?q=otp`, '.search__submit, .filters label, .hit__title'],
    ['check contact', pathOf('checkContact', 'id'), '.search__submit'],
    ['offline', pathOf('offline', 'id'), '.button'],
  ] as const)('gives a thumb enough to hit on the %s page', async ([, path, actions], { visit }) => {
    const page = await visit({ ...PHONE, address: inject('serverUrl') + path });
    const sizes = await page.locator(actions).evaluateAll((elements) =>
      elements.map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return { name: element.textContent || element.id, side: Math.min(width, height) };
      }),
    );
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.filter(({ side }) => side < THUMB_PX)).toEqual([]);
  });

  test('goes on with "Belum beres", and remembers what was tried', async ({ visit }) => {
    const page = await visit({
      ...PHONE,
      address: inject('serverUrl') + pathOf('guide', 'id', { id: GUIDE }),
    });
    const { notSolved, stepNow, allTried } = messages('id').guide;
    const boxes = page.locator('[data-tick]');
    const total = await boxes.count();
    const bar = page.getByRole('link', { name: notSolved });
    const { height } = PHONE.viewport;
    const place = await bar.boundingBox();
    expect(place && place.y + place.height <= height).toBe(true);
    await bar.tap();
    const note = page.locator('[data-note]');
    await expect.poll(() => note.innerText()).toBe(stepNow(2, total));
    expect(await ticks(page)).toEqual([true, ...Array<boolean>(total - 1).fill(false)]);
    const step = page.locator('.step').nth(1);
    expect(await step.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.reload();
    await expect.poll(() => ticks(page)).toEqual([true, ...Array<boolean>(total - 1).fill(false)]);
    for (let tried = 1; tried < total; tried++) await bar.tap();
    expect(await note.innerText()).toBe(allTried);
    await page.waitForURL('**#if-unresolved');
  });

  test('opens what prevents it after "Sudah beres", and forgets the ticks', async ({ visit }) => {
    const page = await visit({
      ...PHONE,
      address: inject('serverUrl') + pathOf('guide', 'id', { id: GUIDE }),
    });
    await page.getByRole('link', { name: messages('id').guide.notSolved }).tap();
    await page.getByRole('link', { name: messages('id').guide.solved }).tap();
    expect(await page.locator('#prevention').getAttribute('open')).not.toBeNull();
    await page.reload();
    await expect.poll(async () => (await ticks(page)).includes(true)).toBe(false);
  });

  test('keeps the open list of the search on the screen', async ({ visit }) => {
    const page = await visit(PHONE);
    await page.locator('#home-search').tap();
    await page.locator('#home-search').fill('otp ga masuk');
    await page.getByRole('option').first().waitFor();
    expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.viewport.width);
    await page.getByRole('option').first().tap();
    await page.locator('#steps').waitFor();
  });
});

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

function ticks(page: Page): Promise<boolean[]> {
  return page
    .locator('[data-tick]')
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked));
}
