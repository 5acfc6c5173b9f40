import { describe, expect, test } from 'vitest';
import { loadUrgentPolicy } from './urgent-messages.ts';
import { fillFrames, loadUrgentExamples } from './urgent-examples.ts';

const ROOT = new URL('../../..', import.meta.url).pathname;
const examples = await loadUrgentExamples(ROOT);

describe('loadUrgentExamples', () => {
  test('labels each message once', () => {
    const written = examples.filter(({ style }) => style !== 'frames').map(({ q }) => q.toLowerCase());
    expect(written.filter((q, at) => written.indexOf(q) !== at)).toEqual([]);
  });

  test('names situations of the policy, and ordinary ones', async () => {
    const known = new Set([...Object.keys((await loadUrgentPolicy(ROOT)).situations), 'ordinary']);
    expect(examples.filter(({ situation }) => situation !== undefined && !known.has(situation))).toEqual([]);
  });

  test('leaves no slot of a frame open', () => {
    expect(examples.filter(({ q, style }) => style === 'frames' && q.includes('$'))).toEqual([]);
  });

  test('holds back writers to choose the threshold by', () => {
    expect(new Set(examples.map(({ isValidation }) => isValidation))).toEqual(new Set([true, false]));
  });
});

describe('fillFrames', () => {
  test('puts a word in each slot', () => {
    const filled = fillFrames(
      {
        lang: 'id',
        words: { secret: ['pin'] },
        frames: { 'secret-given': { urgent: ['$secret sudah dikasih'], calm: [] } },
      },
      () => 0,
    );
    expect(filled[0]).toMatchObject({ q: 'pin sudah dikasih', urgent: true, situation: 'secret-given' });
  });
});
