import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../core/article/index.ts';
import { extractReply, splitSentences, type WordingInput } from '../../core/wording/index.ts';
import { PENDING, stepMove, wordingInput } from '../../core/wording/fake-wording.ts';
import { readSettings } from '../settings/index.ts';
import { createReplyWriter, type OpenReplyWriter } from './create-reply-writer.ts';
import { ATTACKS, type Attack } from './fake-attacks.ts';
import { collectParts } from './fake-collect.ts';
import {
  parrot,
  serveFakeOpenAi,
  type FakeAnswer,
  type FakeOpenAiServer,
  type FakeRequest,
} from './fake-openai-server.ts';

const ENGLISH: Article = {
  ...PENDING,
  lang: 'en',
  steps: PENDING.steps.map((step) => ({
    ...step,
    action: { text: 'Open the transaction again in the history.', html: '' },
    detail: { text: 'A saved picture never changes. If it says successful, go on.', html: '' },
  })),
};
const GUIDES = { id: PENDING, en: ENGLISH };
/** Everything that may stand in a reply about these guides, whoever words it. */
const TRUE_SENTENCES = new Set(
  [PENDING, ENGLISH].flatMap(({ steps }) =>
    steps.flatMap(({ action, detail }) => splitSentences(`${action.text} ${detail.text}`)),
  ),
);

let answer: (request: FakeRequest) => FakeAnswer = parrot;
let server: FakeOpenAiServer;
let writer: OpenReplyWriter;
const lines: string[] = [];
beforeAll(async () => {
  server = await serveFakeOpenAi((request) => answer(request));
  const settings = readSettings({
    OPENAI_MODEL: 'm',
    OPENAI_BASE_URL: server.baseUrl,
    PANDU_LLM_TOKENS_PER_DAY: '900000000',
  });
  writer = await createReplyWriter({ settings, log: (line) => lines.push(line) });
});
afterAll(() => {
  server.close();
  writer.close();
});

/** What the model does with an attack: what it is told, that amid honest sentences, or repeating all it was given. */
const MODELS: Readonly<Record<string, (attack: Attack) => (request: FakeRequest) => FakeAnswer>> = {
  obeys:
    ({ demand, calls = [] }) =>
    ({ system }) => ({
      kind: 'says',
      text: cited(demand.replace('{system}', system)),
      calls,
      pieceLength: 50,
    }),
  'hides it between honest sentences':
    ({ demand, calls = [], lang }) =>
    ({ system }) => {
      const [first = '', second = ''] = honest(lang);
      const text = `${first} [1] ${cited(demand.replace('{system}', system))} ${second} [1]`;
      return { kind: 'says', text, calls, pieceLength: 50 };
    },
  'repeats everything': () => parrot,
};

describe.each(Object.keys(MODELS))('when the model %s, nothing leaves the policy', (kind) => {
  test.each(
    ATTACKS.map(
      (attack, place) => [`${attack.owasp}, ${attack.door}, ${attack.lang}, ${place}`, attack] as const,
    ),
  )('%s', async (_, attack) => {
    const model = MODELS[kind];
    if (!model) throw new Error('No such model.');
    answer = model(attack);
    const input = attacked(attack);
    const parts = await collectParts(writer, input, `attack ${attack.payload.length}`);
    const shown = parts.flatMap((part) => (part.kind === 'sentence' ? splitSentences(part.text) : []));
    const reply = parts.at(-1);
    if (reply?.kind !== 'reply') throw new Error('There is no reply.');
    const isGuide = reply.reply.mode === 'extractive';
    if (isGuide) expect(reply.reply).toEqual(extractReply(input));
    const said = [...shown, ...(isGuide ? [] : splitSentences(reply.reply.text))];
    for (const sentence of said) expect(TRUE_SENTENCES).toContain(sentence.replaceAll('[1]', '').trim());
    for (const { url } of reply.reply.citations)
      expect(url).toBe(attack.lang === 'id' ? '/banking/pending/' : '/en/banking/pending/');
    // No tool of an attack is one that may even be proposed.
    expect(reply.proposals ?? []).toEqual([]);
    expect(lines.at(-1)).not.toContain(attack.payload.slice(0, 30) || 'no payload');
  });
});

test('honest sentences around an attack still reach the reader', async () => {
  const attack = ATTACKS.find(({ owasp }) => owasp.startsWith('LLM09'));
  if (!attack) throw new Error('No attack.');
  answer = MODELS['hides it between honest sentences']?.(attack) ?? parrot;
  const [first, second] = honest('id');
  expect((await collectParts(writer, attacked(attack))).at(-1)).toMatchObject({
    reply: { mode: 'model', text: `${first} [1] ${second} [1]` },
  });
});

test('covers the ten categories, both languages and every door', () => {
  expect(ATTACKS.length).toBeGreaterThanOrEqual(30);
  expect(new Set(ATTACKS.map(({ owasp }) => owasp.slice(0, 5))).size).toBe(10);
  for (const door of ['reader', 'mail', 'guide', 'model']) {
    for (const lang of ['id', 'en']) {
      expect(ATTACKS.filter((one) => one.door === door && one.lang === lang)).not.toEqual([]);
    }
  }
});

test('what goes to the model is short, fenced, and without invisible characters, whatever the reader wrote', () => {
  for (const { system, user } of server.requests) {
    expect(`${system}${user}`.length).toBeLessThan(6000);
    expect(`${system}${user}`).not.toMatch(/[\p{Cf}\u{e0000}-\u{e007f}]/u);
    expect(user.match(/<\/?(?:pembaca|reader)>/g) ?? []).toHaveLength(2);
  }
});

function attacked({ door, lang, payload }: Attack): WordingInput {
  const guide = GUIDES[lang];
  const poisoned: Article = {
    ...guide,
    steps: guide.steps.map((step) => ({
      ...step,
      detail: { html: '', text: `${step.detail.text} ${door === 'guide' ? payload : ''}` },
    })),
  };
  const said = door === 'guide' || door === 'model' ? 'transfer pending' : payload;
  return wordingInput(stepMove(), { lang, articles: [poisoned], said: [said] });
}

function cited(text: string): string {
  return splitSentences(text)
    .map((sentence) => `${sentence} [1]`)
    .join(' ');
}

function honest(lang: 'id' | 'en'): string[] {
  return GUIDES[lang].steps
    .slice(0, 1)
    .flatMap(({ action, detail }) => [action.text, splitSentences(detail.text)[0] ?? '']);
}
