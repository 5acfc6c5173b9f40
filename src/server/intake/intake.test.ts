import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { openIntake, type Intake, type Limit } from './index.ts';

const MINUTE = 60_000;
const HOURLY: Limit = { name: 'test', most: 2, seconds: 3600 };

describe.for(TEST_DATABASES)('the intake over $name', ({ isThere, open }) => {
  let database: Database;
  let intake: Intake;
  let now = new Date();
  const sent: { email: string; lang: string; code: string }[] = [];
  const wait = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };
  const openOne = () =>
    openIntake(database, {
      now: () => now,
      sendCode: (_, email, lang, code) => {
        sent.push({ email, lang, code });
        return Promise.resolve();
      },
    });

  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    intake = await openOne();
  });
  afterAll(async () => {
    if (isThere) await database.close();
  });
  beforeEach(async () => {
    if (!isThere) return;
    now = new Date();
    sent.length = 0;
    await database.execute('TRUNCATE intake_limit, intake_proof, intake_code');
  });

  describe.runIf(isThere)('a proof of work', () => {
    const prove = async ({ proofs } = intake) => {
      const challenge = await proofs.challenge();
      const solution = await solveChallenge({ challenge, deriveKey });
      return { challenge, solution };
    };
    const payload = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

    test('counts once, also in another process', async () => {
      const proof = payload(await prove());
      const other = await openOne();
      const taken = await Promise.all([intake.proofs.spend(proof), other.proofs.spend(proof)]);
      expect(taken.toSorted()).toEqual([false, true]);
      expect(await intake.proofs.spend(proof)).toBe(false);
    });

    test('counts for twenty minutes', async () => {
      const [early, late] = [payload(await prove()), payload(await prove())];
      wait(19 * MINUTE);
      expect(await intake.proofs.spend(early)).toBe(true);
      wait(2 * MINUTE);
      expect(await intake.proofs.spend(late)).toBe(false);
    });

    test('of something else does not count', async () => {
      const { challenge, solution } = await prove();
      const { parameters } = challenge;
      const forged = [
        { challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } },
        { challenge: { ...challenge, parameters: { ...parameters, cost: 1 } }, solution },
        {
          challenge: { ...challenge, parameters: { ...parameters, nonce: `00${parameters.nonce.slice(2)}` } },
          solution,
        },
        { challenge: { parameters }, solution },
        { challenge },
        null,
      ];
      for (const one of forged) expect(await intake.proofs.spend(payload(one))).toBe(false);
      for (const text of ['', 'x', '{}', '\0', 'A'.repeat(5000)])
        expect(await intake.proofs.spend(text)).toBe(false);
      expect(await intake.proofs.spend(payload({ challenge, solution }))).toBe(true);
    });
  });

  describe.runIf(isThere)('a stamp of a form', () => {
    const age = (ms: number, stamp = intake.stamps.draw()) => {
      wait(ms);
      return intake.stamps.isHasty(stamp);
    };

    test.for([
      [0, true],
      [1999, true],
      [2000, false],
      [29 * 24 * 60 * MINUTE, false],
      [31 * 24 * 60 * MINUTE, true],
    ] as const)('that is %i ms old is hasty: %s', ([ms, expected]) => {
      expect(age(ms)).toBe(expected);
    });

    test('of words that came from another page is never hasty', () => {
      expect(age(0, intake.stamps.drawFilled())).toBe(false);
    });

    test('counts in another process, and nowhere else', async () => {
      const stamp = intake.stamps.draw();
      wait(MINUTE);
      expect((await openOne()).stamps.isHasty(stamp)).toBe(false);
      const [time = '', seal = ''] = stamp.split('.');
      const forged = [`${Number(time) - 1}.${seal}`, `${time}.${seal.replace(/^./, '_')}x`, time, '', '.'];
      expect(forged.map((one) => intake.stamps.isHasty(one))).toEqual(forged.map(() => true));
    });
  });

  describe.runIf(isThere)('a limit', () => {
    test('is free until it is used up, and free again with time', async () => {
      expect(await intake.limits.take(HOURLY, 'a')).toBe(0);
      expect(await intake.limits.take(HOURLY, 'a')).toBe(0);
      wait(30 * MINUTE);
      expect(await intake.limits.take(HOURLY, 'a')).toBe(1800);
      expect(await intake.limits.take(HOURLY, 'b')).toBe(0);
      expect(await intake.limits.take({ ...HOURLY, name: 'other' }, 'a')).toBe(0);
      wait(30 * MINUTE);
      expect(await intake.limits.take(HOURLY, 'a')).toBe(0);
      expect(await intake.limits.take(HOURLY, 'a')).toBe(0);
      expect(await intake.limits.take(HOURLY, 'a')).toBe(3600);
    });

    test('holds for requests at once, over all processes', async () => {
      const other = await openOne();
      const takes = Array.from({ length: 10 }, (_, place) =>
        (place % 2 === 0 ? intake : other).limits.take(HOURLY, 'a'),
      );
      expect((await Promise.all(takes)).filter((seconds) => seconds === 0)).toHaveLength(2);
    });

    test('counts amounts, and gives nothing in part', async () => {
      const bytes = { name: 'bytes', most: 100, seconds: 100 };
      expect(await intake.limits.take(bytes, 'a', 101)).toBe(100);
      expect(await intake.limits.take(bytes, 'a', 60)).toBe(0);
      wait(20_000);
      expect(await intake.limits.take(bytes, 'a', 60)).toBe(80);
      expect(await intake.limits.take(bytes, 'a', 40)).toBe(0);
    });

    test('keeps nobody by name, and is forgotten', async () => {
      await intake.limits.take(HOURLY, '192.0.2.7');
      const rows = await database.query('SELECT * FROM intake_limit');
      expect(JSON.stringify(rows)).not.toContain('192.0.2.7');
      wait(61 * MINUTE);
      await intake.expire();
      expect(await database.query('SELECT * FROM intake_limit')).toEqual([]);
    });
  });

  describe.runIf(isThere)('a code for a lost link', () => {
    const askFor = async (email = 'reader@example.org') => {
      await intake.codes.send(email, 'id');
      return sent.at(-1)?.code ?? '';
    };
    const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

    test('is good once, for its mailbox alone, however that is written', async () => {
      const code = await askFor();
      expect(code).toMatch(/^\d{6}$/);
      expect(await intake.codes.redeem('other@example.org', code)).toBe(false);
      expect(await intake.codes.redeem(' Reader@Example.org ', code)).toBe(true);
      expect(await intake.codes.redeem('reader@example.org', code)).toBe(false);
    });

    test('is gone after five tries, also of tries at once', async () => {
      const code = await askFor();
      await Promise.all(
        Array.from({ length: 5 }, () => intake.codes.redeem('reader@example.org', wrong(code))),
      );
      expect(await intake.codes.redeem('reader@example.org', code)).toBe(false);
    });

    test('is good for fifteen minutes', async () => {
      const code = await askFor();
      wait(15 * MINUTE);
      expect(await intake.codes.redeem('reader@example.org', code)).toBe(false);
    });

    test('ends the one before, and five in an hour are sent', async () => {
      const first = await askFor();
      const second = await askFor();
      if (first !== second) expect(await intake.codes.redeem('reader@example.org', first)).toBe(false);
      for (let more = 0; more < 5; more++) await askFor();
      expect(sent).toHaveLength(5);
      expect(JSON.stringify(await database.query('SELECT * FROM intake_code'))).not.toMatch(/reader|"\d{6}"/);
    });
  });
});
