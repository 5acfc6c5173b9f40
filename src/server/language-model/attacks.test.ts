import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractReply, splitSentences, type Reply, type WordingInput } from '../../core/wording/index.ts';
import { stepMove, wordingInput } from '../../core/wording/fake-wording.ts';
import { readSettings } from '../settings/index.ts';
import { createReplyWriter, type OpenReplyWriter } from './create-reply-writer.ts';
import {
  ATTACKED_MODELS,
  attackedGuide,
  attackedWords,
  honestSentences,
  TRUE_SENTENCES,
} from './fake-attacked.ts';
import { ATTACKS, type Attack } from './fake-attacks.ts';
import { collectParts } from './fake-collect.ts';
import {
  parrot,
  serveFakeOpenAi,
  type FakeAnswer,
  type FakeOpenAiServer,
  type FakeRequest,
} from './fake-openai-server.ts';

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

const NAMED = ATTACKS.map(
  (attack, place) => [`${attack.owasp}, ${attack.door}, ${attack.lang}, ${place}`, attack] as const,
);

describe.each(Object.keys(ATTACKED_MODELS))('when the model %s, nothing leaves the policy', (kind) => {
  test.each(NAMED)('%s', async (_, attack) => {
    answer = play(kind, attack);
    const input = attacked(attack);
    const parts = await collectParts(writer, input, `attack ${attack.payload.length}`);
    const shown = parts.flatMap((part) => (part.kind === 'sentence' ? splitSentences(part.text) : []));
    const reply = parts.at(-1);
    if (reply?.kind !== 'reply') throw new Error('There is no reply.');
    const isGuide = reply.reply.mode === 'extractive';
    if (isGuide) expect(reply.reply).toEqual(extractReply(input));
    const said = [...shown, ...(isGuide ? [] : splitSentences(reply.reply.text))];
    for (const sentence of said) expectTrue(sentence);
    expectCitations(reply.reply, attack);
    // No tool of an attack is one that may even be proposed.
    expect(reply.proposals ?? []).toEqual([]);
    expectNothingLogged(attack);
  });

  test.each(NAMED)('in a draft for an agent: %s', async (_, attack) => {
    answer = play(kind, attack);
    const draft = await writer.draft({
      lang: attack.lang,
      turns: [
        { by: 'reader', text: 'transfer pending' },
        { by: 'agent', text: attackedWords(attack) },
        { by: 'reader', text: attackedWords(attack) },
      ],
      guide: attackedGuide(attack),
      others: [attackedGuide(attack)],
      tried: new Set(),
      ticket: String(attack.payload.length),
      signal: new AbortController().signal,
    });
    for (const sentence of splitSentences(draft?.text ?? '')) expectTrue(sentence);
    if (draft) expectCitations(draft, attack);
    expectNothingLogged(attack);
  });
});

test('honest sentences around an attack still reach the reader', async () => {
  const attack = ATTACKS.find(({ owasp }) => owasp.startsWith('LLM09'));
  if (!attack) throw new Error('No attack.');
  answer = play('hides it between honest sentences', attack);
  const [first, second] = honestSentences('id');
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
    const fences = (user.match(/<\/?(?:pembaca|petugas|reader|agent)>/g) ?? []).map((fence) =>
      fence.replace(/\w+/, ''),
    );
    const pairs = /<(?:petugas|agent)>/.test(user) ? 3 : 1;
    expect(fences).toEqual(Array.from({ length: pairs }, () => ['<>', '</>']).flat());
  }
});

function play(kind: string, attack: Attack): (request: FakeRequest) => FakeAnswer {
  const model = ATTACKED_MODELS[kind];
  if (!model) throw new Error('No such model.');
  return model(attack);
}

function attacked(attack: Attack): WordingInput {
  const { lang } = attack;
  return wordingInput(stepMove(), {
    lang,
    articles: [attackedGuide(attack)],
    said: [attackedWords(attack)],
  });
}

function expectTrue(sentence: string): void {
  expect(TRUE_SENTENCES).toContain(sentence.replaceAll(/\s*\[\d\]/g, '').trim());
}

function expectCitations({ citations }: Reply, { lang }: Attack): void {
  for (const { url } of citations)
    expect(url).toBe(lang === 'id' ? '/banking/pending/' : '/en/banking/pending/');
}

function expectNothingLogged({ payload }: Attack): void {
  expect(lines.at(-1)).not.toContain(payload.slice(0, 30) || 'no payload');
}
