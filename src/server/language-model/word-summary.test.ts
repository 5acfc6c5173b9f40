import { afterEach, describe, expect, test } from 'vitest';
import { readSettings } from '../settings/index.ts';
import { createReplyWriter, type OpenReplyWriter } from './create-reply-writer.ts';
import { serveFakeOpenAi, type FakeAnswer, type FakeOpenAiServer } from './fake-openai-server.ts';

const TEMPLATE = {
  problem: 'Belum pasti: “transfer ke ibu pending”.',
  tried: 'Muat ulang (belum berhasil).',
  wants: 'Uangnya kembali.',
  mood: 'Tenang.',
  text: 'Masalah: Belum pasti: “transfer ke ibu pending”.\nSudah dicoba: Muat ulang (belum berhasil).\nYang diinginkan: Uangnya kembali.\nPerasaan: Tenang.',
};
const SAID = ['transfer ke ibu pending dari tadi pagi', 'mau uangnya balik'];

let server: FakeOpenAiServer | undefined;
let writer: OpenReplyWriter | undefined;
let lines: string[] = [];
afterEach(() => {
  server?.close();
  writer?.close();
  lines = [];
});

async function summarise(answer: FakeAnswer) {
  server = await serveFakeOpenAi(() => answer);
  const settings = readSettings({
    OPENAI_MODEL: 'm',
    OPENAI_BASE_URL: server.baseUrl,
    PANDU_LLM_SECONDS: '1',
  });
  writer = await createReplyWriter({ settings, log: (line) => lines.push(line) });
  return writer.summarise({ template: TEMPLATE, lang: 'id', said: SAID, conversation: 'c' });
}
const says = (text: string): FakeAnswer => ({ kind: 'says', text });

describe('a summary for the agent', () => {
  test('takes what happened and what is wanted from the model, the rest from the template', async () => {
    const problem = 'Transfer ke ibu pending dari tadi pagi.';
    const wants = 'Pembaca mau uangnya balik.';
    const worded = await summarise(says(JSON.stringify({ problem, wants })));
    expect(worded).toEqual({
      mode: 'model',
      summary: {
        ...TEMPLATE,
        problem,
        wants,
        text: `Masalah: ${problem}\nSudah dicoba: Muat ulang (belum berhasil).\nYang diinginkan: ${wants}\nPerasaan: Tenang.`,
      },
    });
    expect(server?.requests[0]?.body).toHaveProperty('response_format.json_schema.name', 'summary');
    expect(server?.requests[0]?.user).toContain('<pembaca>mau uangnya balik</pembaca>');
  });

  test.each([
    [
      'wraps its JSON in words',
      'Ini: {"problem":"Transfer pending dari tadi pagi.","wants":"x"} semoga membantu',
    ],
    ['knows no JSON', 'Transfer pending dari tadi pagi.'],
  ])('works with a model that %s', async (_, text) => {
    const { summary, mode } = await summarise(says(text));
    expect([mode, summary.problem, summary.wants]).toEqual([
      'model',
      'Transfer pending dari tadi pagi.',
      TEMPLATE.wants,
    ]);
  });

  test.each<[string, FakeAnswer]>([
    ['makes things up', says('{"problem":"Ditipu 5 juta.","wants":"Lapor polisi."}')],
    ['adds a contact', says('{"problem":"Transfer pending, 0800-0000-0000.","wants":"mau example.org"}')],
    ['answers in another form', says('{"problem":"Transfer pending.","extra":1}')],
    ['breaks its JSON', says('{"problem":"Transfer pending."')],
    ['fails', { kind: 'fails', status: 401 }],
    ['stalls', { kind: 'stalls', after: '{"problem":' }],
    ['is cut', { kind: 'cuts', after: '{"problem":"Transfer pending.","wants":"mau uangnya balik"}' }],
  ])('is that of the template when the model %s', async (_, answer) => {
    expect(await summarise(answer)).toEqual({ mode: 'template', summary: TEMPLATE });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/transfer|ibu|Ditipu/i);
  });

  test('is that of the template without a model', async () => {
    writer = await createReplyWriter({ settings: readSettings({}) });
    expect(await writer.summarise({ template: TEMPLATE, lang: 'id', said: SAID, conversation: 'c' })).toEqual(
      {
        mode: 'template',
        summary: TEMPLATE,
      },
    );
  });
});
