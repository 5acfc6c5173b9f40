import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_DRAFT, guidesToSend, insert, isWorthKeeping, rewrite, wordsOf, type Draft } from './draft.ts';

const link = 'https://example.org/g/fcbhh9m/';
const piece = { text: `OTP\n\n${link}`, guides: [{ problem: 'banking/a', form: 'link', link }] } as const;
const reply = (words: string): Draft => rewrite(EMPTY_DRAFT, words);
const note: Draft = { ...EMPTY_DRAFT, mode: 'note' };

describe('a guide that is put into a reply', () => {
  test.each([
    ['an empty box', '', 0, 0, piece.text],
    ['the end', 'Halo.', 5, 5, `Halo.\n\n${piece.text}`],
    ['the beginning', 'Salam', 0, 0, `${piece.text}\n\nSalam`],
    ['the middle, in place of what is selected', 'Halo. XX Salam', 6, 8, `Halo.\n\n${piece.text}\n\nSalam`],
  ])('stands apart from other words: %s', (_, words, start, end, expected) => {
    const { draft, caret } = insert(reply(words), piece, { start, end });
    expect(draft.reply).toBe(expected);
    expect(draft.reply.slice(0, caret).endsWith(piece.text)).toBe(true);
  });

  test('is sent along, once, in its last form', () => {
    const { draft } = insert(reply(''), piece, { start: 0, end: 0 });
    const again = insert(
      draft,
      { ...piece, guides: [{ ...piece.guides[0], form: 'steps' }] },
      { start: 0, end: 0 },
    );
    expect(guidesToSend(again.draft)).toEqual([{ problem: 'banking/a', form: 'steps' }]);
  });

  test('is not sent along once its address was taken out', () => {
    const { draft } = insert(reply(''), piece, { start: 0, end: 0 });
    expect(guidesToSend(rewrite(draft, 'OTP'))).toEqual([]);
  });

  test('in a note goes nowhere', () => {
    const { draft } = insert(note, piece, { start: 0, end: 0 });
    expect(draft).toMatchObject({ note: piece.text, reply: '', guides: [] });
  });

  test('loses no word that was there', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (words, at) => {
        const start = at % (words.length + 1);
        const written = insert(reply(words), piece, { start, end: start }).draft.reply;
        expect(written.replace(piece.text, '').replaceAll(/\s/g, '')).toBe(words.replaceAll(/\s/g, ''));
      }),
    );
  });
});

describe('a draft', () => {
  test('is another reply once its words change, and a note is none', () => {
    const tried = { ...reply('Halo'), tried: { key: 'k1', version: 1 } };
    expect(rewrite(tried, 'Halo.').tried).toBeUndefined();
    expect(rewrite({ ...tried, mode: 'note' }, 'catatan')).toMatchObject({
      tried: { key: 'k1' },
      reply: 'Halo',
    });
  });

  test('keeps a note and a reply apart', () => {
    const both = rewrite({ ...reply('untuk pembaca'), mode: 'note' }, 'untuk kita');
    expect(wordsOf(both)).toBe('untuk kita');
    expect(wordsOf({ ...both, mode: 'reply' })).toBe('untuk pembaca');
  });

  test.each([
    [EMPTY_DRAFT, false],
    [reply('  \n'), false],
    [reply('a'), true],
    [rewrite(note, 'a'), true],
    [{ ...EMPTY_DRAFT, files: [{ id: '1', name: 'a.png' }] }, true],
  ])('%o is worth keeping: %s', (draft, expected) => {
    expect(isWorthKeeping(draft)).toBe(expected);
  });
});
