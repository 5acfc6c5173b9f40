import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EvaluationFileError, readLabelledQueries, readStrayQueries } from './read-queries.ts';

const GOOD = '{"q":"otp ga masuk","lang":"id","style":"casual","problem":"banking/otp-not-received"}';

describe('readLabelledQueries', () => {
  it('reads one query a line, blank lines and a byte-order mark aside', () => {
    expect(readLabelledQueries(`\uFEFF${GOOD}\r\n\n${GOOD}\n`, 'q.jsonl')).toHaveLength(2);
  });

  it('takes a query whose line says no style, and a stray one of no kind', () => {
    const [query] = readLabelledQueries(GOOD.replace('"style":"casual",', ''), 'q.jsonl');
    expect(query?.style).toBe('unstated');
    expect(readStrayQueries('{"q":"halo","lang":"id"}', 'oos.jsonl')[0]?.kind).toBe('unstated');
  });

  it.each([
    ['a line that is not JSON', `${GOOD}\n{broken`, /q\.jsonl:2: this line is not a JSON object/],
    ['a line that is a list', '[]', /q\.jsonl:1: this line is not a JSON object/],
    ['an unknown language', GOOD.replace('"id"', '"fr"'), /q\.jsonl:1: "lang"/],
    ['an empty query', GOOD.replace('otp ga masuk', ''), /q\.jsonl:1: "q"/],
    ['an empty style', GOOD.replace('casual', ''), /q\.jsonl:1: "style"/],
    [
      'a problem that is no id',
      GOOD.replace('banking/', 'banking '),
      /q\.jsonl:1: "problem": must be a problem id/,
    ],
    ['no queries', '\n', /q\.jsonl has no queries/],
  ])('refuses %s', (_, text, message) => {
    expect(() => readLabelledQueries(text, 'q.jsonl')).toThrow(EvaluationFileError);
    expect(() => readLabelledQueries(text, 'q.jsonl')).toThrow(message);
  });

  it('reports every wrong line at once, up to twenty', () => {
    const text = Array.from({ length: 30 }, () => '{}').join('\n');
    expect(() => readLabelledQueries(text, 'q.jsonl')).toThrow(
      /q\.jsonl:1:[\s\S]*q\.jsonl:20:[\s\S]*and 10 more lines/,
    );
  });

  it('reads the development queries', () => {
    const read = (name: string) => readFileSync(`content/evaluation/${name}`, 'utf8');
    expect(readLabelledQueries(read('queries.dev.jsonl'), 'queries.dev.jsonl')).toHaveLength(450);
    expect(readStrayQueries(read('oos.dev.jsonl'), 'oos.dev.jsonl')).toHaveLength(150);
  });
});
