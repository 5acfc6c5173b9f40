import { describe, expect, test } from 'vitest';
import { findSuspicions } from './suspicions.ts';

const REQUEST = {
  subject: 'Transfer tertunda',
  text: 'Sudah dua hari.',
  hasProof: true,
  isTrapped: false,
  isRepeated: false,
  isHasty: false,
};
const links = (count: number) => 'https://example.org/a '.repeat(count);

describe('findSuspicions', () => {
  test.each([
    ['a plain request', {}],
    ['one without a proof', { hasProof: false }],
    ['one that names where a fraud is', { text: links(3), hasProof: true }],
    ['a link in the subject', { subject: links(1) }],
    ['haste of a browser that worked for it', { isHasty: true }],
  ])('leaves %s alone', (_, change) => {
    expect(findSuspicions({ ...REQUEST, ...change })).toEqual([]);
  });

  test.each([
    ['a field that nobody sees', { isTrapped: true }, ['trap']],
    ['many links', { text: links(4) }, ['links']],
    ['links as forums write them', { text: '[url=https://example.org]x[/url]' }, ['markup']],
    ['links as pages write them', { text: '<a class="x" href="https://example.org">x</a>' }, ['markup']],
    ['a text that comes again and again', { isRepeated: true }, ['repeated']],
    ['haste without a proof', { isHasty: true, hasProof: false }, ['no-proof', 'hasty']],
    ['two weak signs together', { subject: links(1), hasProof: false }, ['link-in-subject', 'no-proof']],
  ])('suspects %s', (_, change, expected) => {
    expect(findSuspicions({ ...REQUEST, ...change })).toEqual(expected);
  });
});
