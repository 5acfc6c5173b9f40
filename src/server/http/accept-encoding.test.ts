import { describe, expect, it } from 'vitest';
import { chooseEncoding, type Encoding } from './accept-encoding.ts';

describe('chooseEncoding', () => {
  it.each<[string | null, Encoding[], Encoding | undefined]>([
    ['gzip, deflate, br', ['br', 'gzip'], 'br'],
    ['gzip, deflate', ['br', 'gzip'], 'gzip'],
    ['GZIP', ['gzip'], 'gzip'],
    ['br', ['gzip'], undefined],
    ['br;q=0, gzip', ['br', 'gzip'], 'gzip'],
    ['br;q=0.5, gzip;q=0.9', ['br', 'gzip'], 'gzip'],
    ['*', ['br', 'gzip'], 'br'],
    ['br;q=0, *', ['br', 'gzip'], 'gzip'],
    ['identity', ['br', 'gzip'], undefined],
    ['br;q=nonsense', ['br'], undefined],
    ['', ['br', 'gzip'], undefined],
    [null, ['br', 'gzip'], undefined],
    ['br', [], undefined],
  ])('answers "%s" for %j with %s', (header, offered, expected) => {
    expect(chooseEncoding(header, offered)).toBe(expected);
  });
});
