import { afterEach, describe, expect, test, vi } from 'vitest';
import { ChatModelError, type ChatEvent } from './chat-model.ts';
import { serveFakeOpenAi, type FakeOpenAiServer, type FakeScript } from './fake-openai-server.ts';
import { openOpenAiChatModel } from './openai-chat-model.ts';
import { TOOLS } from './proposal.ts';

// Before the first client is opened: the library keeps the function that it finds then.
const PRINTED = vi.spyOn(console, 'error').mockImplementation(() => undefined);

let server: FakeOpenAiServer | undefined;
afterEach(() => {
  server?.close();
});

const REQUEST = { prompt: { system: 'be brief', user: 'hello' }, maxTokens: 50, tools: TOOLS };

async function open(script: FakeScript, retries = 0) {
  server = await serveFakeOpenAi(script);
  const model = openOpenAiChatModel({ apiKey: 'k-1', baseUrl: server.baseUrl, model: 'm', retries });
  const ask = async (request = REQUEST) => {
    const events: ChatEvent[] = [];
    for await (const event of model.ask(request, new AbortController().signal)) events.push(event);
    return events;
  };
  return { ask, requests: server.requests };
}
const textOf = (events: readonly ChatEvent[]) =>
  events.flatMap((event) => (event.kind === 'text' ? [event.text] : [])).join('');

describe('openOpenAiChatModel', () => {
  test('streams the text, then the calls of tools, the tokens and the end', async () => {
    const { ask, requests } = await open(() => ({
      kind: 'says',
      text: 'Halo, dunia.',
      calls: [{ name: 'offer_person', json: '{"reason":"upset"}' }],
      usage: [12, 3],
    }));
    const events = await ask();
    expect(textOf(events)).toBe('Halo, dunia.');
    expect(events.filter(({ kind }) => kind === 'text').length).toBeGreaterThan(1);
    expect(events.filter(({ kind }) => kind !== 'text')).toEqual([
      { kind: 'usage', input: 12, output: 3 },
      { kind: 'call', name: 'offer_person', input: { reason: 'upset' } },
      { kind: 'end', isWhole: true },
    ]);
    expect(requests[0]).toMatchObject({
      system: 'be brief',
      user: 'hello',
      body: { model: 'm', max_tokens: 50 },
    });
    expect(requests[0]?.headers['authorization']).toBe('Bearer k-1');
  });

  test.each([
    ['a server without max_tokens', 'max_tokens', 2],
    ['a server without tools', 'tools', 3],
    ['a server that knows only messages', 'stream_options', 4],
  ])('works with %s, and remembers how', async (_, unknown, tries) => {
    const { ask, requests } = await open(({ body }) =>
      unknown in body ? { kind: 'fails', status: 400 } : { kind: 'says', text: 'Ya.' },
    );
    expect(textOf(await ask())).toBe('Ya.');
    expect(requests).toHaveLength(tries);
    await ask();
    expect(requests).toHaveLength(tries + 1);
  });

  test.each([
    ['rate-limited', 429, 1],
    ['broken', 500, 1],
    ['refused', 401, 1],
    ['refused', 400, 4],
  ] as const)('fails as %s on status %i, and tells nothing of the answer', async (fault, status, tries) => {
    const { ask, requests } = await open(() => ({ kind: 'fails', status }));
    const error = await ask().catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ChatModelError);
    expect(error).toMatchObject({ fault, status });
    expect(String(error)).not.toMatch(/SECRET|k-1/);
    expect(requests).toHaveLength(tries);
  });

  test('waits as long as Retry-After says, and asks again', async () => {
    const { ask, requests } = await open(
      (_, turn) =>
        turn === 1 ? { kind: 'fails', status: 429, retryAfterSeconds: 1 } : { kind: 'says', text: 'Ya.' },
      1,
    );
    const begun = performance.now();
    expect(textOf(await ask())).toBe('Ya.');
    expect(requests).toHaveLength(2);
    // A lower bound: no slow machine breaks it.
    expect(performance.now() - begun).toBeGreaterThan(900);
  });

  test.each([
    ['cut', { kind: 'cuts', after: 'Halo' }],
    ['cut', { kind: 'cuts', after: 'Halo', isPolite: true }],
    ['malformed', { kind: 'garbles', after: 'Halo' }],
    ['malformed', { kind: 'garbles', data: '{"choices": "none"}' }],
    ['malformed', { kind: 'garbles', data: '[1, 2]' }],
  ] as const)('fails as %s in the middle of an answer', async (fault, answer) => {
    const { ask } = await open(() => answer);
    expect(await ask().catch((cause: unknown) => cause)).toMatchObject({ fault });
    // What the model said stays out of the log.
    expect(PRINTED).not.toHaveBeenCalled();
  });

  test('says when an answer was cut at its limit, and when nobody is there', async () => {
    const { ask } = await open(() => ({ kind: 'says', text: 'Ya', reason: 'length' }));
    expect((await ask()).at(-1)).toEqual({ kind: 'end', isWhole: false });
    server?.close();
    expect(await ask().catch((cause: unknown) => cause)).toMatchObject({ fault: 'unreachable' });
  });
});
