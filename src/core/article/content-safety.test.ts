import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asContentFiles, fakeContent, LATE, type FakeFiles } from './fake-content.ts';
import { readContent, type ReadContent } from './read-content.ts';

const EN = `${LATE}/en.md`;
const read = (files: FakeFiles): ReadContent => readContent(asContentFiles(files));
const withProse = (prose: string): FakeFiles => {
  const files = fakeContent();
  files[EN] = String(files[EN]).replace('Send in the morning.', () => prose);
  return files;
};

/** Pieces that markdown, HTML, YAML and attackers are made of. */
const PIECES =
  '**|*|_|~~|`|```|[|](|)|![|<|>|</|<script>|</script>|<b onclick="x">|<!--|-->|javascript:|data:|&#106;|&lt;|\\|"|\'|https://example.org/|../parcel-lost/|#steps|[^rule-1]|[^|]: |www.|@|a@example.org|\n|\n\n|\n> |\n- |\n1. |\n## |\n|---|\t|    |{{|}}|${|&a|*a|on=|onerror=alert(1)|\u0000|\u202e|\ud800|é|…|0812 3456 789'.split(
    '|',
  );
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 25 })
  .map((pieces) => pieces.join(''));

/** A tag as the renderer writes it: every attribute is quoted. */
const TAG = /<\/?[a-z][a-z0-9]*(?: [a-z-]+(?:="[^"]*")?)*>/g;

function expectSafe(html: string): void {
  const tags = html.match(TAG) ?? [];
  expect(html.replaceAll(TAG, '')).not.toContain('<');
  for (const tag of tags) {
    expect(tag).not.toMatch(/^<\/?(?:script|style|iframe|object|embed|form|img|svg|math|link|meta|base)/);
    expect(tag).not.toMatch(/ (?:on[a-z]*|style|srcdoc|formaction)=/);
    const address = /(?:href|src)="([^"]*)"/.exec(tag)?.[1];
    if (address !== undefined) expect(address).toMatch(/^(?:https:\/\/|\/|#source-)/);
  }
}

describe('readContent, whatever it is given', () => {
  test('never throws, and gives content or problems with a place', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      hostileText.map((text) => new TextEncoder().encode(text)),
    );
    const paths = Object.keys(fakeContent());
    fc.assert(
      fc.property(fc.constantFrom(...paths), bytes, fc.nat(400), (path, piece, at) => {
        const files = fakeContent();
        const whole = new TextEncoder().encode(String(files[path]));
        files[path] = Uint8Array.from([...whole.slice(0, at), ...piece, ...whole.slice(at)]);
        const result = read(files);
        for (const problem of result.ok ? [] : result.problems) {
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.column).toBeGreaterThanOrEqual(1);
          expect(problem.remedy).not.toBe('');
        }
        expect(result.ok || result.problems.length > 0).toBe(true);
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  test('lets no path throw', () => {
    const part = fc.constantFrom(
      'content',
      'article',
      'banking',
      'x',
      'en.md',
      'sign',
      'a.yaml',
      '..',
      '',
      '__proto__',
    );
    const path = fc.array(part, { minLength: 1, maxLength: 7 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.dictionary(path, fc.constant('x')), (files) => typeof read(files).ok === 'boolean'),
    );
  });

  test('draws only safe HTML from what passes the check', () => {
    let passed = 0;
    fc.assert(
      fc.property(hostileText, (prose) => {
        const result = read(withProse(prose));
        if (!result.ok) return;
        passed += 1;
        for (const article of result.content.articles) expectSafe(article.prevention.html);
      }),
      { numRuns: 300 },
    );
    expect(passed).toBeGreaterThan(15);
  }, 60_000);

  test('gives the same answer twice', () => {
    fc.assert(
      fc.property(hostileText, (prose) => {
        expect(read(withProse(prose))).toEqual(read(withProse(prose)));
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('the measure of safe HTML', () => {
  test.each([
    '<script>alert(1)</script>',
    '<a href="javascript:alert(1)">x</a>',
    '<b onclick="x">y</b>',
    '<img src="x">',
    'a < b',
    '<a href=x>',
  ])('refuses %s', (html) => {
    expect(() => {
      expectSafe(html);
    }).toThrow();
  });
});

describe('readContent, text that is made to be slow', () => {
  const SIZE = 38_000;
  const fill = (piece: string, size = SIZE) => piece.repeat(Math.floor(size / piece.length));
  const underscores = fill('_a__b');
  const cases = {
    'quotes within quotes': fill('>'),
    'lists within lists': fill('- '),
    'lists indented ever deeper': Array.from({ length: 250 }, (_, depth) => `${' '.repeat(depth)}- x`).join(
      '\n',
    ),
    brackets: fill('['),
    'links that never end': fill('[a]('),
    'emphasis that never ends': fill('*a **b '),
    'emphasis within emphasis': `${fill('*a _b ', 19_000)}${fill('_*', 19_000)}`,
    underscores,
    'underscores on many lines': underscores.replaceAll('b', 'b\n'),
    'code of every length': Array.from({ length: 270 }, (_, length) => '`'.repeat(length)).join(' a '),
    tags: fill('<a "'),
    footnotes: fill('[^a]'),
    'half a mailbox': `${fill('a.')}@`,
    'half a number': fill('0812 '),
    'one long line': fill('a'),
    'many short lines': fill('a\n'),
    headings: fill('## a\n'),
  };
  // The wall is far above what each takes, so that it falls only for a different kind of cost.
  test.each(Object.entries(cases))('reads %s in a breath', { timeout: 5000 }, (_, prose) => {
    expect(typeof read(withProse(prose)).ok).toBe('boolean');
  });

  const yaml = {
    'opening brackets': fill('['),
    'opening groups': fill('{a: '),
    hyphens: fill('- '),
    'quote signs': fill('"'),
    'thousands of names': Array.from({ length: 4000 }, (_, index) => `k${index}: 1`).join('\n'),
  };
  test.each(Object.entries(yaml))('reads YAML of %s in a breath', { timeout: 5000 }, (_, text) => {
    expect(read({ ...fakeContent(), [`${LATE}/problem.yaml`]: text }).ok).toBe(false);
  });
});
