import { expect, test } from 'vitest';
import { readButtonColour } from './button-colour.ts';

test.each([
  ['#0055a4', { fill: '#0055a4', text: '#ffffff' }],
  [' #FFD500 ', { fill: '#ffd500', text: '#1c2321' }],
  ['#000000', { fill: '#000000', text: '#ffffff' }],
  ['#ffffff', { fill: '#ffffff', text: '#1c2321' }],
  ['#abc', undefined],
  ['red', undefined],
  ['#0055a4;position:static', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s is %o', (text, colour) => {
  expect(readButtonColour(text)).toEqual(colour);
});
