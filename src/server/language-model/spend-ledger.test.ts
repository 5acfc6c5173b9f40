import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { openPgliteDatabase } from '../database/index.ts';
import { openDatabaseSpendLedger } from './database-spend-ledger.ts';
import { openMemorySpendLedger } from './memory-spend-ledger.ts';
import type { Hold, SpendLedger } from './spend-ledger.ts';

const LIMITS = { perDay: 1000, perConversation: 300, draftsPerDay: 250 };
const used = (input: number, output: number) => ({ input, output, isEstimated: false });
const isHold = (held: Hold | string): held is Hold => typeof held !== 'string';

interface Place {
  readonly name: string;
  readonly isThere: boolean;
  readonly begin: () => Promise<{
    readonly open: () => Promise<SpendLedger>;
    readonly end: () => Promise<void>;
  }>;
}

const PLACES: readonly Place[] = [
  {
    name: 'in memory',
    isThere: true,
    begin: () =>
      Promise.resolve({
        open: () => Promise.resolve(openMemorySpendLedger()),
        end: () => Promise.resolve(),
      }),
  },
  ...TEST_DATABASES.map(({ name, isThere, open }) => ({
    name: `in ${name}`,
    isThere,
    begin: async () => {
      const database = await open();
      return {
        open: async () => {
          await database.execute('DROP TABLE IF EXISTS language_model_spending, migration');
          return openDatabaseSpendLedger(database);
        },
        end: () => database.close(),
      };
    },
  })),
];

describe.each(PLACES)('spending counted $name', ({ isThere, begin }) => {
  let open: () => Promise<SpendLedger>;
  let end: () => Promise<void> = () => Promise.resolve();
  beforeAll(async () => {
    if (isThere) ({ open, end } = await begin());
  }, 60_000);
  afterAll(() => end());

  test.runIf(isThere)('holds tokens until what was used is known', async () => {
    const ledger = await open();
    const held = await ledger.hold({ day: 'd', conversation: 'a', tokens: 300 }, LIMITS);
    expect(await ledger.spentOn('d')).toBe(300);
    expect(await ledger.hold({ day: 'd', conversation: 'a', tokens: 1 }, LIMITS)).toBe('conversation');
    if (!isHold(held)) throw new Error('Nothing was held.');
    await held.settle(used(80, 20));
    expect(await ledger.spentOn('d')).toBe(100);
    expect(isHold(await ledger.hold({ day: 'd', conversation: 'a', tokens: 200 }, LIMITS))).toBe(true);
    expect(await ledger.hold({ day: 'd', conversation: 'a', tokens: 1 }, LIMITS)).toBe('conversation');
  });

  test.runIf(isThere)(
    'keeps days and conversations apart, and holds nothing when a limit is reached',
    async () => {
      const ledger = await open();
      expect(await ledger.hold({ day: 'd', conversation: 'a', tokens: 301 }, LIMITS)).toBe('conversation');
      expect(await ledger.hold({ day: 'd', conversation: 'a', tokens: 1001 }, LIMITS)).toBe('day');
      expect(await ledger.spentOn('d')).toBe(0);
      for (const conversation of ['a', 'b', 'c']) {
        expect(isHold(await ledger.hold({ day: 'd', conversation, tokens: 300 }, LIMITS))).toBe(true);
      }
      expect(await ledger.hold({ day: 'd', conversation: 'e', tokens: 200 }, LIMITS)).toBe('day');
      expect(isHold(await ledger.hold({ day: 'next', conversation: 'e', tokens: 200 }, LIMITS))).toBe(true);
      expect(isHold(await ledger.hold({ day: 'd', tokens: 100 }, LIMITS))).toBe(true);
      expect(await ledger.spentOn('d')).toBe(1000);
    },
  );

  test.runIf(isThere)('gives drafts only their share of a day, and counts them on the day too', async () => {
    const ledger = await open();
    const draft = { day: 'd', isDraft: true } as const;
    const first = await ledger.hold({ ...draft, conversation: 'ticket a', tokens: 200 }, LIMITS);
    expect(await ledger.hold({ ...draft, conversation: 'ticket b', tokens: 51 }, LIMITS)).toBe('drafts');
    expect(await ledger.spentOn('d')).toBe(200);
    if (!isHold(first)) throw new Error('Nothing was held.');
    await first.settle(used(40, 10));
    expect(await ledger.spentOn('d')).toBe(50);
    expect(isHold(await ledger.hold({ ...draft, tokens: 200 }, LIMITS))).toBe(true);
    expect(await ledger.hold({ ...draft, tokens: 1 }, LIMITS)).toBe('drafts');
    expect(isHold(await ledger.hold({ day: 'd', tokens: 750 }, LIMITS))).toBe(true);
    expect(await ledger.hold({ day: 'next', isDraft: true, tokens: 1001 }, LIMITS)).toBe('day');
  });

  test.runIf(isThere)('never lets many who ask at once exceed a limit together', async () => {
    const ledger = await open();
    const held = await Promise.all(
      Array.from({ length: 40 }, (_one, place) =>
        ledger.hold({ day: 'd', conversation: `c${place}`, tokens: 60 }, LIMITS),
      ),
    );
    expect(held.filter(isHold)).toHaveLength(16);
    await Promise.all(held.filter(isHold).map((hold) => hold.settle(used(10, 5))));
    expect(await ledger.spentOn('d')).toBe(16 * 15);
  });
});

test('spending outlives the process, what was held when it died included', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'pandu-spending-'));
  const open = () => openPgliteDatabase(path.join(folder, 'postgres'));
  const first = await open();
  const ledger = await openDatabaseSpendLedger(first);
  const held = await ledger.hold({ day: 'd', conversation: 'a', tokens: 200 }, LIMITS);
  if (isHold(held)) await held.settle(used(70, 30));
  await ledger.hold({ day: 'd', conversation: 'b', tokens: 50 }, LIMITS);
  await first.close();
  const second = await open();
  const again = await openDatabaseSpendLedger(second);
  expect(await again.spentOn('d')).toBe(150);
  expect(await again.hold({ day: 'd', conversation: 'a', tokens: 201 }, LIMITS)).toBe('conversation');
  await second.close();
  await rm(folder, { recursive: true });
});
