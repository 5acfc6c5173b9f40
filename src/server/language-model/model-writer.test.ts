import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { extractReply } from '../../core/wording/index.ts';
import { MOVES, stepMove, wordingInput } from '../../core/wording/fake-wording.ts';
import { readSettings } from '../settings/index.ts';
import { createReplyWriter, type OpenReplyWriter } from './create-reply-writer.ts';
import { collectParts } from './fake-collect.ts';
import {
  parrot,
  quoteFirst,
  serveFakeOpenAi,
  type FakeAnswer,
  type FakeOpenAiServer,
  type FakeScript,
} from './fake-openai-server.ts';

const KEY = 'sk-never-to-be-told';
const SAID = 'transfer pending dari tadi pagi';
const INPUT = wordingInput(stepMove(), { said: [SAID] });
const GUIDE = extractReply(INPUT);

let dataDir: string;
let server: FakeOpenAiServer | undefined;
let writer: OpenReplyWriter | undefined;
let lines: string[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'pandu-llm-'));
  lines = [];
});
afterEach(async () => {
  server?.close();
  writer?.close();
  await rm(dataDir, { recursive: true });
});

async function open(script: FakeScript, env: Record<string, string> = {}, now = Date.now) {
  server = await serveFakeOpenAi(script);
  const settings = readSettings({
    OPENAI_MODEL: 'm',
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_API_KEY: KEY,
    DATA_DIR: dataDir,
    PANDU_LLM_SECONDS: '1',
    ...env,
  });
  writer = await createReplyWriter({ settings, log: (line) => lines.push(line), now });
  return { writer, requests: server.requests };
}
const says = (text: string, more: Partial<Extract<FakeAnswer, { kind: 'says' }>> = {}): FakeAnswer => ({
  kind: 'says',
  text,
  ...more,
});
const outcomes = () => lines.map((line) => (JSON.parse(line) as { outcome: string }).outcome);

describe('a reply that a model words', () => {
  test('comes sentence by sentence, then whole, with what it rests on', async () => {
    const { writer: opened } = await open(quoteFirst);
    expect(opened.mode()).toBe('model');
    const parts = await collectParts(opened, INPUT);
    const sentences = parts.flatMap((part) => (part.kind === 'sentence' ? [part.text] : []));
    expect(sentences.slice(0, 2)).toEqual([
      'Buka transaksi itu lagi di riwayat. [1]',
      'Gambar bukti tidak ikut berubah. [1]',
    ]);
    expect(parts.at(-1)).toEqual({
      kind: 'reply',
      reply: {
        mode: 'model',
        text: sentences.join(' '),
        citations: [{ id: 'banking/pending', url: '/banking/pending/', anchor: 'refresh' }],
      },
      proposals: [],
    });
    expect(outcomes()).toEqual(['model']);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      tokens: { input: 100, output: 20, isEstimated: false },
    });
  });

  test.each(MOVES)('is not asked for where words could do harm or help nothing: $state', async (move) => {
    const { writer: opened, requests } = await open(quoteFirst);
    const input = wordingInput(move);
    const isSafeStep = move.state === 'step' && move.choice.step.risk === undefined && !move.status;
    const isPlain = (move.state === 'question' || move.state === 'confirmation') && !move.status;
    const isAsked = isSafeStep || isPlain;
    const parts = await collectParts(opened, input);
    expect(requests).toHaveLength(isAsked ? 1 : 0);
    if (!isAsked) expect(parts).toEqual([{ kind: 'reply', reply: extractReply(input) }]);
    const notice = { ...input, notice: 'blocked-secret' } as const;
    expect(await collectParts(opened, notice)).toEqual([{ kind: 'reply', reply: extractReply(notice) }]);
    expect(requests).toHaveLength(isAsked ? 1 : 0);
  });

  test('carries proposals apart from the text, and only such as the tools allow', async () => {
    const calls = [
      { name: 'offer_person', json: '{"reason":"upset"}' },
      { name: 'offer_person', json: '{"reason":"upset","phone":"0800-0000"}' },
      { name: 'suggest_problem', json: '{"number":1}' },
      { name: 'suggest_problem', json: '{"number":77}' },
      { name: 'transfer_money', json: '{"to":"x"}' },
      { name: 'offer_person', json: '{"reason":' },
    ];
    const { writer: opened } = await open(() => says('Buka transaksi itu lagi di riwayat. [1]', { calls }));
    expect((await collectParts(opened, INPUT)).at(-1)).toMatchObject({
      reply: { text: 'Buka transaksi itu lagi di riwayat. [1]' },
      proposals: [
        { kind: 'person', reason: 'upset' },
        { kind: 'problem', id: 'banking/pending' },
      ],
    });
  });
});

describe('the reply of the guide goes out, and one line without text or key is logged', () => {
  const cases: readonly (readonly [string, FakeScript, string])[] = [
    ['stalls before the first word', () => ({ kind: 'stalls' }), 'first-word-late'],
    ['stalls in the middle', () => ({ kind: 'stalls', after: 'Buka transaksi itu lagi ' }), 'too-slow'],
    [
      'is too busy for longer than a reader waits',
      () => ({ kind: 'fails', status: 429, retryAfterSeconds: 50 }),
      'first-word-late',
    ],
    ['refuses the key', () => ({ kind: 'fails', status: 401 }), 'refused'],
    ['breaks the line', () => ({ kind: 'cuts', after: 'Gambar bukti tidak ikut berubah. [1] Buka' }), 'cut'],
    [
      'ends without an end',
      () => ({ kind: 'cuts', after: 'Gambar bukti tidak ikut berubah. [1] Buka', isPolite: true }),
      'cut',
    ],
    [
      'sends broken JSON',
      () => ({ kind: 'garbles', after: 'Gambar bukti tidak ikut berubah. [1] Buka' }),
      'malformed',
    ],
    ['never stops', () => says('Kata '.repeat(5000), { pieceLength: 500 }), 'too-long'],
    ['makes up a citation', () => says('Buka transaksi itu lagi di riwayat. [9]'), 'too-little-left'],
    ['invents a number', () => says('Telepon 0800-0000-0000 sekarang. [1]'), 'too-little-left'],
    ['invents a deadline', () => says('Selesai dalam 3 hari kerja. [1]'), 'too-little-left'],
    ['says nothing', () => says(''), 'too-little-left'],
    ['is polite and no more', () => says('Saya mengerti ini membuat khawatir.'), 'too-little-left'],
    ['repeats all it was told', parrot, 'too-little-left'],
    ['leaks its instructions', ({ system }) => says(system.replaceAll('\n', ' ')), 'too-little-left'],
  ];
  test.each(cases)('when the model %s', async (_, script, outcome) => {
    const { writer: opened } = await open(script);
    const parts = await collectParts(opened, INPUT);
    expect(parts.at(-1)).toEqual({ kind: 'reply', reply: GUIDE });
    expect(outcomes()).toEqual([outcome]);
    expect(lines.join()).not.toMatch(/sk-never|transfer pending|SECRET|Gambar bukti|0800/);
  });

  test('when it answers with 500 again and again, after trying again', { timeout: 15_000 }, async () => {
    const { writer: opened, requests } = await open(() => ({ kind: 'fails', status: 500 }), {
      PANDU_LLM_SECONDS: '10',
    });
    expect((await collectParts(opened, INPUT)).at(-1)).toEqual({ kind: 'reply', reply: GUIDE });
    expect(outcomes()).toEqual(['broken']);
    expect(requests).toHaveLength(3);
  });

  test('when nobody listens at the address', async () => {
    const { writer: opened } = await open(quoteFirst, { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' });
    expect((await collectParts(opened, INPUT)).at(-1)).toEqual({ kind: 'reply', reply: GUIDE });
  });

  test('when the day or the conversation has spent its tokens; a new day begins at nothing', async () => {
    let today = Date.UTC(2026, 10, 25, 12);
    const limits = { PANDU_LLM_TOKENS_PER_DAY: '7000', PANDU_LLM_TOKENS_PER_CONVERSATION: '4000' };
    const big = { usage: [2900, 100] as const };
    const { writer: opened, requests } = await open(
      () => says('Buka transaksi itu lagi di riwayat. [1]', big),
      limits,
      () => today,
    );
    await collectParts(opened, INPUT, 'a');
    await collectParts(opened, INPUT, 'a');
    expect(opened.mode()).toBe('model');
    await collectParts(opened, INPUT, 'b');
    await collectParts(opened, INPUT, 'c');
    expect(outcomes()).toEqual(['model', 'conversation-spent', 'model', 'day-spent']);
    expect(requests).toHaveLength(2);
    expect(opened.mode()).toBe('extractive');
    today += 86_400_000;
    expect(opened.mode()).toBe('model');
    await collectParts(opened, INPUT, 'c');
    expect(requests).toHaveLength(3);
  });

  test('as long as the switch lies in DATA_DIR, at once and without a restart', async () => {
    const { writer: opened, requests } = await open(quoteFirst);
    const file = path.join(dataDir, 'language-model-off');
    await writeFile(file, '');
    expect(opened.mode()).toBe('extractive');
    expect(await collectParts(opened, INPUT)).toEqual([{ kind: 'reply', reply: GUIDE }]);
    expect(requests).toHaveLength(0);
    expect(outcomes()).toEqual(['switched-off']);
    await rm(file);
    expect(opened.mode()).toBe('model');
    expect((await collectParts(opened, INPUT)).at(-1)).toMatchObject({ reply: { mode: 'model' } });
  });

  test('with PANDU_LLM=off, without asking anybody', async () => {
    const { writer: opened, requests } = await open(quoteFirst, { PANDU_LLM: 'off' });
    expect(opened.mode()).toBe('extractive');
    expect(await collectParts(opened, INPUT)).toEqual([{ kind: 'reply', reply: GUIDE }]);
    expect(requests).toHaveLength(0);
  });

  test('after three failures, without asking again', async () => {
    const { writer: opened, requests } = await open(() => ({ kind: 'fails', status: 401 }));
    for (let turn = 0; turn < 4; turn++) await collectParts(opened, INPUT);
    expect(outcomes()).toEqual(['refused', 'refused', 'refused', 'circuit-broken']);
    expect(requests).toHaveLength(3);
    expect(opened.mode()).toBe('extractive');
  });
});

describe('an answer', () => {
  const FOUR =
    'Buka transaksi itu lagi di riwayat. [1] Gambar bukti tidak ikut berubah. [1] Kalau tertulis berhasil, lanjutkan. [1] Selesai dalam 2 hari kerja. [1]';

  test('is not awaited beyond four sentences', async () => {
    const { writer: opened } = await open(() => ({ kind: 'stalls', after: `${FOUR} Lalu` }));
    expect((await collectParts(opened, INPUT)).at(-1)).toMatchObject({
      reply: { mode: 'model', text: FOUR },
    });
  });

  test.each([
    ['stop', 2],
    ['length', 1],
  ])('that ends for the reason %s shows %i sentences: half a sentence is none', async (reason, count) => {
    const text = 'Buka transaksi itu lagi di riwayat. [1] Gambar bukti tidak ikut berubah [1]';
    const { writer: opened } = await open(() => says(text, { reason }));
    const parts = await collectParts(opened, INPUT);
    expect(parts.filter(({ kind }) => kind === 'sentence')).toHaveLength(count);
  });
});

describe('a reader who leaves', () => {
  test('ends the request and leaves the model in good standing, the tokens counted', async () => {
    const { writer: opened } = await open(() =>
      says('Buka transaksi itu lagi di riwayat. [1] Gambar', { pieceMs: 5 }),
    );
    for (let turn = 0; turn < 4; turn++) {
      for await (const part of opened.write(INPUT, 'c', new AbortController().signal)) {
        if (part.kind === 'sentence') break;
      }
    }
    expect(outcomes()).toEqual(Array.from({ length: 4 }, () => 'reader-left'));
    expect(opened.mode()).toBe('model');
  });

  test('before the first word still gets the reply of the guide, should anybody ask', async () => {
    const { writer: opened } = await open(() => ({ kind: 'stalls' }));
    const leaving = new AbortController();
    setTimeout(() => {
      leaving.abort();
    }, 50);
    expect(await collectParts(opened, INPUT, 'c', leaving.signal)).toEqual([{ kind: 'reply', reply: GUIDE }]);
    expect(outcomes()).toEqual(['reader-left']);
  });
});
