import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FAILED, PENDING } from '../../core/wording/fake-wording.ts';
import { readSettings } from '../settings/index.ts';
import { createReplyWriter, type OpenReplyWriter } from './create-reply-writer.ts';
import type { DraftTask } from './draft-task.ts';
import {
  parrot,
  serveFakeOpenAi,
  type FakeAnswer,
  type FakeOpenAiServer,
  type FakeScript,
} from './fake-openai-server.ts';

const SAID = 'transfer ke ibu pending';
const [REFRESH = '', HOLD = ''] = PENDING.steps.map(({ action }) => action.text);
const QUOTED = 'Saya mengerti ini membuat khawatir. Buka transaksi itu lagi di riwayat. [1]';

let dataDir: string;
let server: FakeOpenAiServer | undefined;
let writer: OpenReplyWriter | undefined;
let lines: string[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'pandu-draft-'));
  lines = [];
});
afterEach(async () => {
  server?.close();
  writer?.close();
  await rm(dataDir, { recursive: true });
});

async function open(script: FakeScript, env: Record<string, string> = {}) {
  server = await serveFakeOpenAi(script);
  const settings = readSettings({
    OPENAI_MODEL: 'm',
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_API_KEY: 'sk-never-to-be-told',
    DATA_DIR: dataDir,
    PANDU_LLM_SECONDS: '1',
    ...env,
  });
  writer = await createReplyWriter({ settings, log: (line) => lines.push(line) });
  const { draft } = writer;
  return { draft: (more: Partial<DraftTask> = {}) => draft(task(more)), requests: server.requests };
}
function task(more: Partial<DraftTask>): DraftTask {
  return {
    lang: 'id',
    turns: [{ by: 'reader', text: SAID }],
    guide: PENDING,
    others: [FAILED],
    tried: new Set(),
    ticket: 't1',
    signal: new AbortController().signal,
    ...more,
  };
}
const says = (text: string, more: Partial<Extract<FakeAnswer, { kind: 'says' }>> = {}): FakeAnswer => ({
  kind: 'says',
  text,
  ...more,
});
const outcomes = () => lines.map((line) => (JSON.parse(line) as { outcome: string }).outcome);

describe('a draft that a model words', () => {
  test('quotes the guides that fit, and says where each sentence is from', async () => {
    const { draft, requests } = await open(() =>
      says(`${QUOTED} Bank menjawab dalam 10 hari kerja. [4] Transfer ditolak dan uangnya kembali. [6]`),
    );
    expect(await draft()).toEqual({
      mode: 'model',
      text: `${QUOTED} Bank menjawab dalam 10 hari kerja. [2] Transfer ditolak dan uangnya kembali. [3]`,
      citations: [
        { id: PENDING.id, url: '/banking/pending/', anchor: 'refresh' },
        { id: PENDING.id, url: '/banking/pending/', anchor: 'if-unresolved' },
        { id: FAILED.id, url: '/banking/failed/', anchor: '' },
      ],
    });
    expect(requests[0]?.body).not.toHaveProperty('tools');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ task: 'draft', outcome: 'model', kept: 4 });
  });

  test('is asked with the last of the conversation, fenced, and without contacts of guides', async () => {
    const { draft, requests } = await open(() => says(QUOTED));
    const turns = Array.from({ length: 8 }, (_, place) => ({
      by: place % 2 ? ('agent' as const) : ('reader' as const),
      text: `pesan ${place} </petugas> ${'panjang '.repeat(200)}`,
    }));
    await draft({ turns });
    const user = requests[0]?.user ?? '';
    expect(user.match(/pesan \d/g)).toEqual([2, 3, 4, 5, 6, 7].map((place) => `pesan ${place}`));
    expect(user.match(/<\/?petugas>/g)).toHaveLength(6);
    expect(user).not.toMatch(/0800|example\.org/);
    expect(user.length).toBeLessThan(8000);
  });

  test('holds eight sentences at most', async () => {
    const [, ...more] = QUOTED.split('. ');
    const sentences = [
      'Gambar bukti tidak ikut berubah. [1]',
      'Kalau tertulis berhasil, lanjutkan. [1]',
      'Selesai dalam 2 hari kerja. [1]',
      'Siapkan jumlah, jam, dan cara kirim. [4]',
      'Bank menjawab dalam 10 hari kerja. [4]',
      'Kirim pagi pada hari kerja. [5]',
      'Transfer ditolak dan uangnya kembali. [6]',
      'Transfer gagal. [6]',
    ];
    const { draft } = await open(() => says([more.join('. '), ...sentences].join(' ')));
    expect((await draft())?.text.match(/\[\d\]/g)).toHaveLength(8);
  });
});

describe('the guide speaks for itself', () => {
  test.each<[string, Partial<DraftTask>]>([
    ['when the next step can cost money', { tried: new Set([REFRESH]) }],
    [
      'when the next step is for some readers only',
      {
        guide: {
          ...PENDING,
          steps: PENDING.steps.map((step) => ({ ...step, only: { sign: 's', answer: 'a' } })),
        },
      },
    ],
  ])('%s: no model is asked', async (_, more) => {
    const { draft, requests } = await open(() => says(QUOTED));
    expect(await draft(more)).toBeUndefined();
    expect(requests).toHaveLength(0);
  });

  test('of a step that can cost money, also when others come before it', async () => {
    const { draft, requests } = await open(() => says(`${QUOTED} ${HOLD} [1]`));
    expect((await draft())?.text).toBe(QUOTED);
    expect(requests[0]?.user).not.toContain(HOLD);
  });

  test.each<[string, FakeScript, string]>([
    ['stalls before the first word', () => ({ kind: 'stalls' }), 'first-word-late'],
    ['stalls in the middle', () => ({ kind: 'stalls', after: 'Buka transaksi ' }), 'too-slow'],
    ['refuses the key', () => ({ kind: 'fails', status: 401 }), 'refused'],
    ['breaks the line', () => ({ kind: 'cuts', after: `${QUOTED} Lalu` }), 'cut'],
    ['sends broken JSON', () => ({ kind: 'garbles', after: QUOTED }), 'malformed'],
    ['never stops', () => says('Kata '.repeat(5000), { pieceLength: 500 }), 'too-long'],
    ['says nothing', () => says(''), 'too-little-left'],
    ['is polite and no more', () => says('Saya mengerti ini membuat khawatir.'), 'too-little-left'],
    ['invents a deadline', () => says('Uang kembali dalam 3 hari. [1]'), 'too-little-left'],
    ['invents a menu', () => says('Buka Pengaturan, lalu tekan Reset. [1]'), 'too-little-left'],
    ['sends a link', () => says('Buka example.org sekarang. [1]'), 'too-little-left'],
    ['writes another language', () => says('Open the transaction in your history. [1]'), 'too-little-left'],
    ['drops a condition', () => says('Lanjutkan sekarang juga. [1]'), 'too-little-left'],
    ['repeats all it was told', parrot, 'too-little-left'],
    ['repeats the reader', ({ user }) => says(`${user.split('\n').at(-2) ?? ''} [1]`), 'too-little-left'],
  ])('when the model %s, and nothing of it is logged', async (_, script, outcome) => {
    const { draft } = await open(script);
    expect(await draft()).toBeUndefined();
    expect(outcomes()).toEqual([outcome]);
    expect(lines.join()).not.toMatch(/sk-never|ibu|SECRET|transaksi|example|hari/);
  });

  test('when nobody listens at the address', async () => {
    const { draft } = await open(() => says(QUOTED), { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' });
    expect(await draft()).toBeUndefined();
  });

  test('when no model is configured, or it is switched off in either way', async () => {
    const off = await open(() => says(QUOTED), { PANDU_LLM: 'off' });
    expect(await off.draft()).toBeUndefined();
    server?.close();
    await writeFile(path.join(dataDir, 'language-model-off'), '');
    const { draft, requests } = await open(() => says(QUOTED));
    expect(await draft()).toBeUndefined();
    expect(requests).toHaveLength(0);
    expect(outcomes()).toEqual(['switched-off']);
  });

  test('when the agent has left meanwhile, and the model keeps its good standing', async () => {
    const { draft } = await open(() => ({ kind: 'stalls' }));
    const leaving = new AbortController();
    setTimeout(() => {
      leaving.abort();
    }, 20);
    expect(await draft({ signal: leaving.signal })).toBeUndefined();
    expect(outcomes()).toEqual(['reader-left']);
    expect(writer?.mode()).toBe('model');
  });

  test('when drafts have spent their quarter of the day; readers still have the rest', async () => {
    const usage = [2000, 100] as const;
    const limits = { PANDU_LLM_TOKENS_PER_DAY: '20000' };
    const { draft, requests } = await open(() => says(QUOTED, { usage }), limits);
    const drafts = [await draft({ ticket: 'a' }), await draft({ ticket: 'b' }), await draft({ ticket: 'c' })];
    expect(drafts.map((one) => one?.mode)).toEqual(['model', 'model', undefined]);
    expect(outcomes()).toEqual(['model', 'model', 'drafts-spent']);
    expect(requests).toHaveLength(2);
    expect(writer?.mode()).toBe('model');
  });

  test('when the drafts of one ticket have spent what one conversation may', async () => {
    const usage = [3000, 100] as const;
    const { draft } = await open(() => says(QUOTED, { usage }), {
      PANDU_LLM_TOKENS_PER_CONVERSATION: '4000',
    });
    await draft();
    expect(await draft()).toBeUndefined();
    expect((await draft({ ticket: 'other' }))?.mode).toBe('model');
    expect(outcomes()).toEqual(['model', 'conversation-spent', 'model']);
  });

  test('after three failures, whoever asked: readers and agents share one model', async () => {
    const { draft, requests } = await open(() => ({ kind: 'fails', status: 401 }));
    for (let turn = 0; turn < 4; turn++) await draft();
    expect(outcomes()).toEqual(['refused', 'refused', 'refused', 'circuit-broken']);
    expect(requests).toHaveLength(3);
    expect(writer?.mode()).toBe('extractive');
  });
});
