import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forgetInbox, type ForgettingStore } from '../agent-account/browser.ts';
import { EMPTY_DRAFT, type Draft } from './draft.ts';
import { openKept, type KeptStore } from './kept.ts';

function memory(values = new Map<string, string>()): KeptStore & ForgettingStore {
  return {
    get length() {
      return values.size;
    },
    key: (place) => [...values.keys()][place] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}
const refuse = () => {
  throw new DOMException('denied', 'SecurityError');
};
const draft: Draft = {
  ...EMPTY_DRAFT,
  reply: 'Halo',
  guides: [{ problem: 'banking/a', form: 'steps', link: 'https://example.org/g/a/' }],
  files: [{ id: 'f1', name: 'layar.png' }],
  status: 'open',
  tried: { key: 'k1', version: 3 },
  drafted: { by: 'model', before: { reply: 'Ha', guides: [{ problem: 'banking/a', form: 'link' }] } },
};

describe('what the inbox keeps on a device', () => {
  test('is each draft, of each ticket and each agent, until it is empty', () => {
    const store = memory();
    openKept(store).keepDraft('sari', 't1', draft);
    expect(openKept(store).draft('sari', 't1')).toEqual(draft);
    expect(openKept(store).draft('sari', 't2')).toEqual(EMPTY_DRAFT);
    expect(openKept(store).draft('budi', 't1')).toEqual(EMPTY_DRAFT);
    openKept(store).keepDraft('sari', 't1', EMPTY_DRAFT);
    expect(openKept(store).draft('sari', 't1')).toEqual(EMPTY_DRAFT);
  });

  test('is language, view, form and what was read', () => {
    const store = memory();
    const kept = openKept(store);
    expect([kept.lang(), kept.view(), kept.form(), kept.seen()]).toEqual([undefined, undefined, 'short', {}]);
    kept.keepLang('en');
    kept.keepView('late');
    kept.keepForm('steps');
    kept.keepSeen({ t1: 3 });
    const again = openKept(store);
    expect([again.lang(), again.view(), again.form(), again.seen()]).toEqual([
      'en',
      'late',
      'steps',
      { t1: 3 },
    ]);
  });

  test('is without readers once the agent signs out', () => {
    const store = memory(new Map([['reader.words', 'milik halaman lain']]));
    const kept = openKept(store);
    for (const ticket of ['t1', 't2', 't3']) kept.keepDraft('sari', ticket, draft);
    kept.keepDraft('budi', 't1', draft);
    kept.keepSeen({ t1: 3 });
    kept.keepLang('en');
    forgetInbox(() => store);
    expect([kept.draft('sari', 't3'), kept.draft('budi', 't1'), kept.seen()]).toEqual([
      EMPTY_DRAFT,
      EMPTY_DRAFT,
      {},
    ]);
    expect([kept.lang(), store.getItem('reader.words')]).toEqual(['en', 'milik halaman lain']);
    expect(() => {
      forgetInbox(refuse);
    }).not.toThrow();
  });

  test('does not grow for ever', () => {
    const kept = openKept(memory());
    kept.keepSeen(Object.fromEntries(Array.from({ length: 1200 }, (_, index) => [`t${index}`, 1])));
    expect(Object.keys(kept.seen())).toHaveLength(1000);
    expect(kept.seen()['t1199']).toBe(1);
  });

  test('is nothing where the browser forbids it, and nobody is disturbed', () => {
    const kept = openKept({ getItem: refuse, setItem: refuse, removeItem: refuse });
    kept.keepDraft('sari', 't1', draft);
    kept.keepLang('en');
    expect(kept.draft('sari', 't1')).toEqual(EMPTY_DRAFT);
    expect(kept.lang()).toBeUndefined();
  });

  test('is read whatever stands there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const kept = openKept(
          memory(
            new Map([
              ['pandu.inbox.draft.a.t', text],
              ['pandu.inbox.seen', text],
            ]),
          ),
        );
        const read = kept.draft('a', 't');
        expect(typeof read.reply).toBe('string');
        expect(read.guides.every(({ problem }) => typeof problem === 'string')).toBe(true);
        expect(Object.values(kept.seen()).every((version) => typeof version === 'number')).toBe(true);
      }),
    );
  });
});
