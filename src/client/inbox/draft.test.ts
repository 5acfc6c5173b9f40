import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EMPTY_DRAFT,
  guidesToSend,
  insert,
  insertDrafted,
  isWorthKeeping,
  rewrite,
  takeOutDrafted,
  wordsOf,
  type Draft,
} from './draft.ts';

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

describe('what is drafted for an agent', () => {
  const drafted = (draft: Draft, by: 'guide' | 'model' = 'model') => insertDrafted(draft, piece, by).draft;

  test('stands after what was written, and says who worded it', () => {
    expect(drafted(reply('Halo.'))).toMatchObject({
      reply: `Halo.\n\n${piece.text}`,
      guides: piece.guides,
      drafted: { by: 'model' },
    });
  });

  test('can be taken out, with what it took the place of put back', () => {
    const before = insert(reply('Halo. XX'), piece, { start: 8, end: 8 }).draft;
    const { draft } = insertDrafted(before, piece, 'guide', { start: 0, end: 8 });
    expect(draft.reply).not.toContain('XX');
    expect(takeOutDrafted(draft)).toEqual(before);
  });

  test('cannot be taken out once the agent has gone on from it, but is still a draft', () => {
    const edited = rewrite(drafted(reply('Halo.')), 'Halo. Coba ini.');
    expect(edited.drafted).toEqual({ by: 'model' });
    expect(takeOutDrafted(edited)).toBe(edited);
  });

  test('is forgotten with an empty box', () => {
    expect(rewrite(drafted(reply('')), ' \n').drafted).toBeUndefined();
  });

  test('stays a draft of the model when one of the guide is put beside it', () => {
    expect(drafted(drafted(reply('')), 'guide').drafted?.by).toBe('model');
  });

  test('leaves a note that is being written alone', () => {
    const noting = rewrite({ ...reply('Halo.'), mode: 'note' }, 'untuk kita');
    expect(drafted(noting)).toMatchObject({
      mode: 'note',
      note: 'untuk kita',
      reply: `Halo.\n\n${piece.text}`,
    });
  });

  test('loses no word that was there, wherever it goes, and none when it is taken out', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (words, at) => {
        const start = at % (words.length + 1);
        const { draft } = insertDrafted(reply(words), piece, 'model', { start, end: start });
        expect(draft.reply.replace(piece.text, '').replaceAll(/\s/g, '')).toBe(words.replaceAll(/\s/g, ''));
        expect(takeOutDrafted(draft).reply).toBe(words);
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
