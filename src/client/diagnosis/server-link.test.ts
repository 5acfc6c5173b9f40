import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Conversation } from '../../core/assistant/browser.ts';
import { fakeAssistantApi, fakeState, fakeWords } from './fake-assistant-api.ts';
import { LINK_KEY } from './kept-link.ts';
import type { Patience } from './post-until-done.ts';
import { ServerLink } from './server-link.ts';

const API = '/api/v1/conversations';
const FIRST: Conversation = { turns: [{ kind: 'said', text: 'transfer belum masuk' }] };
const SECOND: Conversation = { turns: [...FIRST.turns, { kind: 'confirmed', problem: 'banking/a' }] };
const SAID = { deed: { text: 'transfer belum masuk' }, after: FIRST };
const CONFIRMED = { deed: { choice: 'confirm:banking/a' }, after: SECOND };

/** Hears words as the page does. */
function listen() {
  const heard: string[] = [];
  let done: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (done = resolve));
  return {
    heard,
    ended,
    words: {
      sentence: (text: string, place: number) => void heard.push(`${place} ${text}`),
      reply: ({ text }: { text: string }) => {
        heard.push(text);
        done();
      },
      missing: () => {
        heard.push('nothing');
        done();
      },
      overtaken: ({ conversation }: { conversation: Conversation }) => {
        heard.push(`${conversation.turns.length} turns`);
        done();
      },
    },
  };
}

const QUICK: Patience = { beforeState: [1, 1], beforeWords: [1, 1, 1], stateMs: 5000, wordsMs: 5000 };

function openLink(patience: Partial<Patience> = {}): ServerLink {
  return new ServerLink(API, 'id', { ...QUICK, ...patience });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('ServerLink', () => {
  test('opens a conversation with what this browser has, then tells one deed at a time under the secret', async () => {
    const { asked } = fakeAssistantApi(
      { events: [fakeState(FIRST, { secret: 's1' }), ...fakeWords('Satu.')] },
      { events: [fakeState(SECOND), ...fakeWords('Dua.')] },
    );
    const link = openLink();
    const { words, heard, ended } = listen();
    expect((await link.tell(SAID, words)).conversation).toEqual(FIRST);
    await ended;
    const second = listen();
    await link.tell(CONFIRMED, second.words);
    await second.ended;
    expect(asked.map(({ url, body }) => [url, body])).toEqual([
      [API, { lang: 'id', conversation: FIRST }],
      [`${API}/c1/messages`, CONFIRMED.deed],
    ]);
    expect(asked[1]?.authorization).toBe('Bearer s1');
    expect(asked[0]?.key).not.toBe(asked[1]?.key);
    expect([...heard, ...second.heard]).toEqual(['Satu.', 'Dua.']);
  });

  test('posts again under the same key when the stream breaks, and hears the rest', async () => {
    const sentence = ['sentence', { text: 'Satu.' }] as const;
    const { asked } = fakeAssistantApi(
      { events: [fakeState(FIRST, { secret: 's1' }), sentence], breaks: true },
      'unreachable',
      { status: 503 },
      { events: [fakeState(FIRST, { secret: 's1' }), sentence, ...fakeWords('Satu. Dua.')] },
    );
    const { words, heard, ended } = listen();
    await openLink().tell(SAID, words);
    await ended;
    expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
    expect(asked).toHaveLength(4);
    expect(heard).toEqual(['0 Satu.', '0 Satu.', 'Satu. Dua.']);
  });

  test('lets the browser go on alone when the server is gone, and has it take all up again later', async () => {
    const { asked } = fakeAssistantApi(
      { events: [fakeState(FIRST, { secret: 's1' }), ...fakeWords('Satu.')] },
      'unreachable',
      'unreachable',
      'unreachable',
      { events: [fakeState(SECOND, { id: 'c2', secret: 's2' }), ...fakeWords('Dua.')] },
      { status: 204 },
    );
    const link = openLink();
    await link.tell(SAID, listen().words);
    await expect(link.tell(CONFIRMED, listen().words)).rejects.toThrow('cannot be reached');
    const { words, ended } = listen();
    await link.tell({ deed: { choice: 'person' }, after: SECOND }, words);
    await ended;
    expect(asked.slice(4).map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', API, { lang: 'id', conversation: SECOND }],
      ['DELETE', `${API}/c1`, undefined],
    ]);
  });

  test.each([401, 404, 410])('opens a new conversation when the old one is gone (%i)', async (status) => {
    const { asked } = fakeAssistantApi(
      { events: [fakeState(FIRST, { secret: 's1' }), ...fakeWords('Satu.')] },
      { status },
      { events: [fakeState(SECOND, { id: 'c2', secret: 's2' }), ...fakeWords('Dua.')] },
      { status: 404 },
    );
    const link = openLink();
    await link.tell(SAID, listen().words);
    expect((await link.tell(CONFIRMED, listen().words)).id).toBe('c2');
    expect(asked[2]?.body).toEqual({ lang: 'id', conversation: SECOND });
  });

  test('does not ask again what was refused', async () => {
    const { asked } = fakeAssistantApi({ status: 422 });
    await expect(openLink().tell(SAID, listen().words)).rejects.toThrow('422');
    expect(asked).toHaveLength(1);
  });

  test('takes no answer of another form, and does not ask for it again', async () => {
    const { asked } = fakeAssistantApi({ events: [['state', { id: 'c1', turns: 'no' }]] });
    await expect(openLink().tell(SAID, listen().words)).rejects.toThrow();
    expect(asked).toHaveLength(1);
  });

  test('hears after a reload the words that were on their way', async () => {
    const { asked } = fakeAssistantApi(
      { events: [fakeState(FIRST, { secret: 's1' })], breaks: true },
      { events: [fakeState(FIRST, { secret: 's1' }), ...fakeWords('Satu.')] },
    );
    await openLink({ beforeWords: [] }).tell(SAID, listen().words);
    const { words, ended } = listen();
    const reloaded = openLink();
    const answer = await reloaded.resume(words);
    await ended;
    expect(answer?.conversation).toEqual(FIRST);
    expect(new Set(asked.slice(0, 2).map(({ key }) => key)).size).toBe(1);
    expect(reloaded.wordsAt(1)?.text).toBe('Satu.');
    expect(reloaded.wordsAt(2)).toBeUndefined();
  });

  test('hears nothing of what came before, once the reader went on', async () => {
    fakeAssistantApi(
      { events: [fakeState(FIRST, { secret: 's1' })], breaks: true },
      { events: [fakeState(SECOND), ...fakeWords('Dua.')] },
    );
    const link = openLink({ beforeWords: [] });
    const before = listen();
    await link.tell(SAID, before.words);
    const { words, ended } = listen();
    await link.tell(CONFIRMED, words);
    await ended;
    expect(before.heard).toEqual([]);
  });

  test('hears that a person joined in the place of the words', async () => {
    const joined: Conversation = { turns: [...FIRST.turns, { kind: 'joined' }] };
    fakeAssistantApi({
      events: [
        fakeState(FIRST, { secret: 's1' }),
        ['sentence', { text: 'Satu.' }],
        fakeState(joined),
        ['done', {}],
      ],
    });
    const { words, heard, ended } = listen();
    await openLink().tell(SAID, words);
    await ended;
    expect(heard).toEqual(['0 Satu.', '2 turns']);
  });

  test('says that no words will come when patience is over', async () => {
    fakeAssistantApi({
      events: [fakeState(FIRST, { secret: 's1' }), ['sentence', { text: 'Satu.' }]],
      breaks: true,
    });
    const { words, heard, ended } = listen();
    await openLink().tell(SAID, words);
    await ended;
    expect(heard).toEqual(['0 Satu.', 'nothing']);
  });

  test('deletes on the server too, and says when it could not', async () => {
    const { asked, kept } = fakeAssistantApi(
      { events: [fakeState(FIRST, { secret: 's1' }), ...fakeWords('Satu.')] },
      { status: 204 },
      { events: [fakeState(FIRST, { secret: 's1' }), ...fakeWords('Satu.')] },
      'unreachable',
    );
    const link = openLink();
    await link.tell(SAID, listen().words);
    expect(await link.forget()).toBe(true);
    expect(asked[1]).toMatchObject({ method: 'DELETE', url: `${API}/c1`, authorization: 'Bearer s1' });
    await link.tell(SAID, listen().words);
    expect(await link.forget()).toBe(false);
    expect(kept.get(LINK_KEY)).toBeUndefined();
  });
});
