import type { Page, Response } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { LANGUAGES } from '../core/article/browser.ts';
import { pathOf } from '../i18n/index.ts';
import { GUIDE } from './page-kinds.ts';
import { PHONE, test } from './visitor.ts';

const MOST_BYTES = 60_000;
const MOST_SCRIPT_BYTES = 15_000;

describe('what a page costs a reader, before search is touched', () => {
  test.for(
    LANGUAGES.flatMap((lang) => [
      pathOf('home', lang),
      pathOf('sector', lang, { sector: 'banking' }),
      pathOf('guide', lang, { id: GUIDE }),
    ]),
  )('at most 60 kB, of it 15 kB of scripts: %s', async (path, { visit }) => {
    const page = await visit({ ...PHONE, address: 'about:blank' });
    const sent = await load(page, inject('serverUrl') + path);
    const kinds = sent.map(({ kind }) => kind);
    for (const kind of ['document', 'stylesheet', 'font', 'script']) expect(kinds).toContain(kind);
    expect(sent.filter(({ isPlain }) => isPlain)).toEqual([]);
    expect(sum(sent)).toBeLessThanOrEqual(MOST_BYTES);
    expect(sum(sent.filter(({ kind }) => kind === 'script'))).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
  });
});

interface Sent {
  readonly url: string;
  readonly kind: string;
  /** The body as it travelled. */
  readonly bytes: number;
  /** Text that was not packed. */
  readonly isPlain: boolean;
}

async function load(page: Page, url: string): Promise<Sent[]> {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(url, { waitUntil: 'networkidle' });
  return Promise.all(responses.map(describeResponse));
}

async function describeResponse(response: Response): Promise<Sent> {
  const request = response.request();
  const { responseBodySize: bytes } = await request.sizes();
  const { 'content-encoding': encoding, 'content-type': type = '' } = await response.allHeaders();
  const isPlain = /^text\/|json/.test(type) && bytes > 512 && encoding !== 'br';
  return { url: response.url(), kind: request.resourceType(), bytes, isPlain };
}

function sum(sent: readonly Sent[]): number {
  return sent.reduce((total, { bytes }) => total + bytes, 0);
}
