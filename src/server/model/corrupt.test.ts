import { describe, expect, it } from 'vitest';
import { corrupt } from './corrupt.ts';
import { openRandom } from '../random/index.ts';

const SLANG = new Map([['tidak', ['ga', 'nggak']]]);
/** What many draws make of a text. */
const draw = (text: string) => {
  const random = openRandom(5);
  return new Set(Array.from({ length: 400 }, () => corrupt(text, SLANG, random)));
};

describe('corrupt', () => {
  it.each([
    ['tidak', 'nggak', 'slang'],
    ['mengirim', 'ngirim', 'a spoken prefix'],
    ['terpotong', 'kepotong', 'a spoken passive'],
    ['kirimkan', 'kirimin', 'a spoken suffix'],
    ['transfer', 'trnsfr', 'dropped vowels'],
    ['transfer', 'tranfer', 'a slip of the finger'],
  ])('types %j as %j now and then (%s)', (written, typed) => {
    expect(draw(written)).toContain(typed);
  });

  it('leaves texts as they are most of the time, and short words nearly always', () => {
    expect(draw('transfer').has('transfer')).toBe(true);
    expect(draw('ke dia')).toEqual(new Set(['ke dia']));
  });

  it('keeps every word', () => {
    for (const text of draw('saya tidak menerima kiriman uang')) expect(text.split(' ')).toHaveLength(5);
  });
});
