import { describe, expect, test } from 'vitest';
import { BENCH_NAMES, BenchArgumentError, parseBenchArguments } from './bench-arguments.ts';

describe('the command line of the benchmarks', () => {
  test('without words asks for everything', () => {
    expect(parseBenchArguments([])).toEqual({ names: BENCH_NAMES, options: {} });
  });

  test('takes names, sizes, a folder and a file', () => {
    const args = [
      'scale',
      'pages',
      '--guides',
      '100,200',
      '--folder',
      'site',
      '--json',
      'out.json',
      '--kills',
      '3',
      '--database',
      'postgres',
    ];
    expect(parseBenchArguments(args)).toEqual({
      names: ['scale', 'pages'],
      jsonFile: 'out.json',
      options: { guides: [100, 200], kills: 3, database: 'postgres', folder: 'site' },
    });
  });

  test.each([
    [['fast']],
    [['--guides', 'many']],
    [['--guides', '0']],
    [['--kills', '0']],
    [['--database', 'mysql']],
    [['--colour']],
  ])('refuses %j and shows the usage', (args) => {
    expect(() => parseBenchArguments(args)).toThrow(BenchArgumentError);
    expect(() => parseBenchArguments(args)).toThrow(/npm run bench/);
  });
});
