import { describe, expect, test } from 'vitest';
import { fillMacro, variablesOf } from './fill-macro.ts';

describe('a macro', () => {
  test('is filled in, and says what it could not fill', () => {
    expect(
      fillMacro('Halo {name}, nomor {reference}. {name}, {agent}', { name: 'Siti', reference: '' }),
    ).toEqual({
      text: 'Halo Siti, nomor {reference}. Siti, {agent}',
      unknown: ['reference', 'agent'],
    });
  });

  test.each([
    ['a value that looks like a variable', '{name}', { name: '{agent}', agent: 'Ani' }, '{agent}'],
    ['a value with signs of a replacement', '{name}', { name: "$& $1 $'" }, "$& $1 $'"],
    ['what every object has', '{constructor} {toString}', {}, '{constructor} {toString}'],
    ['braces that name nothing', '{ name } {} {1}', { name: 'Siti' }, '{ name } {} {1}'],
  ])('takes %s as plain text', (_, text, values, expected) => {
    expect(fillMacro(text, values).text).toBe(expected);
  });

  test('names its variables once', () => {
    expect(variablesOf('{name} {agent} {name}')).toEqual(['name', 'agent']);
  });
});
