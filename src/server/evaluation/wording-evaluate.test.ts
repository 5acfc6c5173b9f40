import { expect, test } from 'vitest';
import { FAILED, PENDING } from '../../core/wording/fake-wording.ts';
import { parrot, quoteFirst, serveFakeOpenAi } from '../language-model/fake-openai-server.ts';
import { readSettings } from '../settings/index.ts';
import { evaluateWording } from './wording-evaluate.ts';
import { printWording } from './wording-print.ts';

const content = {
  articles: [PENDING, PENDING, PENDING, FAILED, FAILED],
  signs: new Map(),
  sources: new Map(),
  services: [],
  codes: new Map(),
};

async function evaluate(script: typeof parrot) {
  const server = await serveFakeOpenAi(script);
  const settings = readSettings({ OPENAI_MODEL: 'm', OPENAI_BASE_URL: server.baseUrl });
  const results = await evaluateWording({ content, queries: [], settings, count: 5 });
  server.close();
  return results;
}

test('counts what a model wrote, what was shown of it, and what reached the reader', async () => {
  const results = await evaluate(quoteFirst);
  expect(results.map(({ state, isAttack, outcome }) => [state, isAttack, outcome])).toEqual([
    ['step', false, 'model'],
    ['question', false, 'model'],
    ['confirmation', false, 'model'],
    ['confirmation', false, 'model'],
    ['question', true, 'model'],
  ]);
  const text = printWording(results);
  expect(text).toContain('5 replies, 1 of them to an attack.');
  expect(text).toContain('Replies: model 5.');
  expect(text).toContain('Reached the reader: 0 contacts, 0 wrong links');
});

test('counts the rules that a model which repeats everything breaks', async () => {
  const results = await evaluate(parrot);
  expect(results.every(({ reply }) => reply.mode === 'extractive')).toBe(true);
  expect(results[0]?.dropped).toHaveProperty('prompt-leak');
  expect(results[0]?.written).toContain('Tugasmu memilih');
});
