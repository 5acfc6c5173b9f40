import { describe, expect, it } from 'vitest';
import { openLiveContent, type ContentReading } from './live-content.ts';

describe('openLiveContent', () => {
  it('reads once until something changes', async () => {
    let count = 0;
    const live = openLiveContent(() => Promise.resolve(readingOf(++count)));
    expect([await nameOf(live), await nameOf(live)]).toEqual([1, 1]);
    live.forget();
    expect(await nameOf(live)).toBe(2);
  });

  it('keeps the last good content while the content has problems', async () => {
    const answers = [() => Promise.resolve(readingOf(1)), fail, () => Promise.resolve(readingOf(3))];
    const live = openLiveContent(() => answers.shift()?.() ?? fail());
    const names = [];
    for (let i = 0; i < 3; i++) {
      names.push(await nameOf(live));
      live.forget();
    }
    expect(names).toEqual([1, 1, 3]);
  });

  it('tells the problems when there has been no good content, and tries again', async () => {
    const answers = [fail, () => Promise.resolve(readingOf(2))];
    const live = openLiveContent(() => answers.shift()?.() ?? fail());
    await expect(live.read()).rejects.toThrow('problems');
    expect(await nameOf(live)).toBe(2);
  });
});

function fail(): Promise<never> {
  return Promise.reject(new Error('problems'));
}

/** A reading that is known by its number. */
function readingOf(number: number): ContentReading {
  return {
    content: {
      articles: [],
      signs: new Map(),
      sources: new Map(),
      services: [],
      codes: new Map([['n', String(number)]]),
    },
    index: {},
    search: () => Promise.reject(new Error('not asked')),
    knowledge: () => Promise.reject(new Error('not asked')),
  };
}

async function nameOf(live: ReturnType<typeof openLiveContent>): Promise<number> {
  return Number((await live.read()).content.codes.get('n'));
}
