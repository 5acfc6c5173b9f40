import { expect, test } from 'vitest';
import { serveFakeOpenAi, type FakeAnswer } from './fake-openai-server.ts';
import { checkHealth } from './health-check.ts';
import { openMemorySpendLedger } from './memory-spend-ledger.ts';
import { openOpenAiChatModel } from './openai-chat-model.ts';

const DAY = '2026-11-25';

async function check(answer: FakeAnswer, perDay = 1000) {
  const server = await serveFakeOpenAi(() => answer);
  const ledger = openMemorySpendLedger();
  const settled = checkHealth({
    model: openOpenAiChatModel({ apiKey: '', baseUrl: server.baseUrl, model: 'm', retries: 0 }),
    ledger,
    spendLimits: { perDay, perConversation: 0, draftsPerDay: 1000 },
    timeLimits: { firstMs: 300, totalMs: 600 },
    now: () => Date.parse(DAY),
  });
  const isWell = await settled.then(
    () => true,
    () => false,
  );
  server.close();
  return { isWell, asked: server.requests.length, spent: await ledger.spentOn(DAY) };
}

test.each([
  ['says a word', { kind: 'says', text: 'Yes', reason: 'length' }, true],
  ['fails', { kind: 'fails', status: 500 }, false],
  ['stalls', { kind: 'stalls' }, false],
  ['is cut', { kind: 'cuts', after: 'Y' }, false],
] as const)('a model that %s', async (_, answer, isWell) => {
  const result = await check(answer);
  expect(result.isWell).toBe(isWell);
  // Health costs as well.
  expect(result.spent).toBeGreaterThan(0);
});

test('a health check spends nothing that the day does not have', async () => {
  expect(await check({ kind: 'says', text: 'Yes' }, 3)).toEqual({ isWell: false, asked: 0, spent: 0 });
});
