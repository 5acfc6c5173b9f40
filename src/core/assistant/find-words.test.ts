import { describe, expect, test } from 'vitest';
import { beginConversation, addTurn, type Conversation } from './conversation.ts';
import { findWords, splitProblems, type WordSearch } from './find-words.ts';

const GUIDES: readonly (readonly [RegExp, string])[] = [
  [/otp|code/, 'banking/otp'],
  [/paket/, 'e-commerce/parcel'],
];
const search: WordSearch = (query) => {
  const results = GUIDES.flatMap(([words, id]) => (words.test(query) ? [{ id, confidence: 0.6 }] : []));
  return Promise.resolve({ results, outOfScope: results.length === 0 });
};
const findIn = async (text: string) =>
  (await findWords(addTurn(beginConversation(), { kind: 'said', text }), search, 'id')).turns[0];

describe('findWords', () => {
  test('finds two problems in one message', async () => {
    expect(await findIn('otp ga masuk terus paket juga belum sampai')).toMatchObject({
      found: {
        parts: [
          { text: 'otp ga masuk', hits: [{ id: 'banking/otp' }] },
          { text: 'paket juga belum sampai', hits: [{ id: 'e-commerce/parcel' }] },
        ],
      },
    });
  });

  test.each(['otp ga masuk, otp telat', 'otp ga masuk dan sinyal bagus', 'otp ga masuk'])(
    'finds one problem in %j',
    async (text) => {
      expect(await findIn(text)).toMatchObject({ found: { outOfScope: false, parts: [] } });
    },
  );

  test('asks in the language of the message', async () => {
    const asked: string[] = [];
    const listen: WordSearch = (query, lang) => {
      asked.push(lang);
      return search(query, lang);
    };
    const said = addTurn(beginConversation(), { kind: 'said', text: 'my code is not arriving' });
    await findWords(said, listen, 'id');
    expect(asked).toEqual(['en']);
  });

  test('leaves a message waiting when search fails', async () => {
    const said = addTurn(beginConversation(), { kind: 'said', text: 'otp' });
    await expect(findWords(said, () => Promise.reject(new Error('offline')), 'id')).rejects.toThrow(
      'offline',
    );
  });
});

test.each([
  ['satu dua tiga terus empat lima enam', ['satu dua tiga', 'empat lima enam']],
  ['satu dua tiga, empat juga lima', ['satu dua tiga', 'empat juga lima']],
  ['satu dua tiga, empat lima enam', []],
  ['satu dua tiga. Empat lima enam', []],
  ['satu dua', []],
  ['a b c dan d e f dan g h i dan j k l', []],
  ['ok, satu dua', []],
])('splitProblems(%j)', (text, parts) => {
  expect(splitProblems(text)).toEqual(parts);
});

test('what was written to a person is not searched for, also after they have left', async () => {
  const asked: string[] = [];
  const conversation: Conversation = {
    turns: [
      { kind: 'said', text: 'before' },
      { kind: 'joined' },
      { kind: 'said', text: 'to the person' },
      { kind: 'handover-failed', channel: 'desk' },
      { kind: 'said', text: 'after' },
    ],
  };
  await findWords(
    conversation,
    (query) => {
      asked.push(query);
      return Promise.resolve({ results: [], outOfScope: true });
    },
    'en',
  );
  expect(asked).toEqual(['before', 'after']);
});
