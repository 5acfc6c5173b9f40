import { describe, expect, test } from 'vitest';
import type { Article, Content } from './article.ts';
import { asContentFiles, fakeContent, LATE, LOST, type FakeFiles } from './fake-content.ts';
import { readContent } from './read-content.ts';

function contentOf(files: FakeFiles): Content {
  const result = readContent(asContentFiles(files));
  if (!result.ok) throw new Error(JSON.stringify(result.problems, undefined, 1));
  return result.content;
}
function article(files: FakeFiles, id: string, lang: string): Article {
  const found = contentOf(files).articles.find((one) => one.id === id && one.lang === lang);
  if (!found) throw new Error(`no ${lang} article ${id}`);
  return found;
}
function rulesOf(files: FakeFiles): string[] {
  const result = readContent(asContentFiles(files));
  return result.ok ? [] : result.problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}
function change(path: string, edit: (text: string) => string): FakeFiles {
  const files = fakeContent();
  files[path] = edit(String(files[path]));
  return files;
}
const EN = `${LATE}/en.md`;
const prose = (text: string) => change(EN, (file) => file.replace('Send in the morning.', text));
const prevention = (text: string) => article(prose(text), 'banking/parcel-late', 'en').prevention.html;

describe('readContent', () => {
  test('gives the articles of good files as pages need them', () => {
    const found = article(fakeContent(), 'banking/parcel-late', 'en');
    expect(found).toEqual({
      id: 'banking/parcel-late',
      lang: 'en',
      sector: 'banking',
      slug: 'parcel-late',
      code: 'cqw8kjf',
      title: 'Parcel late',
      description: 'The parcel moves but has not arrived.',
      asks: ['parcel takes ages', 'my parcel is not here yet', 'why is the parcel late'],
      symptoms: [
        { text: 'The status says moving.', html: 'The status says <em>moving</em>.' },
        { text: 'The date is over.', html: 'The date is over.' },
      ],
      steps: [
        {
          key: 'read-status',
          minutes: 1,
          action: { text: 'Read the status.', html: 'Read the status.' },
          detail: {
            text: 'If it says lost, open parcel lost.',
            html: 'If it says lost, open <a href="/en/banking/parcel-lost/#file-claim">parcel lost</a>.',
          },
        },
        {
          key: 'ask-counter',
          minutes: 5,
          action: { text: 'Ask the counter.', html: 'Ask the counter.' },
          detail: {
            text: 'They answer the same day.',
            html: 'They answer the same day.<sup class="cite"><a href="#source-rule-1">1</a></sup>',
          },
          risk: 'money',
          only: { sign: 'parcel-status', answer: 'moving' },
        },
      ],
      afterSteps: { text: 'Never pay twice.', html: '<p>Never pay twice.</p>' },
      ifUnresolved: {
        text: 'Have the number ready. See the second step.',
        html: '<p>Have the number ready. See <a href="/en/banking/parcel-late/#ask-counter">the second step</a>.</p>',
      },
      causes: { text: 'Rain.', html: '<p>Rain.</p>' },
      prevention: { text: 'Send in the morning.', html: '<p>Send in the morning.</p>' },
      risk: 'money',
      escalate: 'if-unresolved',
      related: ['banking/parcel-lost'],
      signs: {
        'parcel-status': { moving: 0.9, lost: expect.closeTo(0.1) as number },
        'counter-asked': { yes: 0.4, no: 0.6 },
      },
      services: ['example-post'],
      citations: [{ number: 1, slug: 'rule-1' }],
      reviewed: '2026-11-20',
      reviewEveryDays: 180,
      markdown: String(fakeContent()[EN]).split('---\n\n')[1],
    });
  });

  test('links guides in the language of the guide', () => {
    const [step] = article(fakeContent(), 'banking/parcel-late', 'id').steps;
    expect(step?.detail.html).toContain('href="/banking/parcel-lost/#file-claim"');
  });

  test('orders the articles by sector, id and language, whatever the order of the files', () => {
    const files = Object.fromEntries(Object.entries(fakeContent()).reverse());
    expect(contentOf(files).articles.map(({ id, lang }) => `${lang} ${id}`)).toEqual([
      'id banking/parcel-late',
      'en banking/parcel-late',
      'id banking/parcel-lost',
      'en banking/parcel-lost',
    ]);
  });

  test('gives signs, sources, services and short links', () => {
    const { signs, sources, services, codes } = contentOf(fakeContent());
    expect([...signs.keys()]).toEqual(['parcel-status', 'counter-asked']);
    expect(sources.get('rule-1')).toMatchObject({ slug: 'rule-1', publisher: 'Kantor Contoh' });
    expect(services[0]).toMatchObject({
      slug: 'example-post',
      channels: [{ value: { id: 'https://example.org/help', en: 'https://example.org/help' } }],
    });
    expect([...codes.values()].sort()).toEqual(['banking/parcel-late', 'banking/parcel-lost']);
  });

  test('keeps the short link of a former name', () => {
    const files = change(`${LOST}/problem.yaml`, (text) => `formerly: [banking/parcel-gone]\n${text}`);
    const ids = [...contentOf(files).codes.values()].filter((id) => id === 'banking/parcel-lost');
    expect(ids).toHaveLength(2);
  });

  test('numbers footnotes in the order of first mention and cites each once', () => {
    const files = prose('One.[^rule-2] Two.[^rule-1]');
    files['content/source/rule-2.yaml'] = files['content/source/rule-1.yaml'] ?? '';
    files[`${LATE}/problem.yaml`] = String(files[`${LATE}/problem.yaml`]).replace(
      '[rule-1]',
      '[rule-1, rule-2]',
    );
    const found = article(files, 'banking/parcel-late', 'en');
    expect(found.citations).toEqual([
      { number: 1, slug: 'rule-1' },
      { number: 2, slug: 'rule-2' },
    ]);
    expect(found.prevention.html).toMatch(/#source-rule-2">2<.*#source-rule-1">1</);
  });

  test('is empty without files', () => {
    expect(contentOf({})).toMatchObject({ articles: [], services: [] });
  });

  test.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['the line ends of old Macs', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte-order mark', (text: string) => `\ufeff${text}`],
    ['blanks behind the front matter', (text: string) => text.replaceAll('---\n', '---  \n')],
  ])('reads files with %s as if they had none', (_, edit) => {
    const files = change(EN, edit);
    expect(article(files, 'banking/parcel-late', 'en')).toEqual(
      article(fakeContent(), 'banking/parcel-late', 'en'),
    );
  });

  test('reads yes and no as the words that they are', () => {
    const files = change(`${LATE}/problem.yaml`, (text) => text.replace('{ yes: 0.4, no: 0.6 }', 'no'));
    expect(article(files, 'banking/parcel-late', 'en').signs['counter-asked']?.['no']).toBeCloseTo(0.9);
  });

  test('keeps what belongs to a step: a second paragraph, a list, code', () => {
    const inner = '\n\n   Then wait.\n\n   - one\n   - two\n\n   ```\n   *123#\n   ```\n';
    const files = change(EN, (text) => text.replace('same day.[^rule-1]\n', `same day.[^rule-1]${inner}`));
    const detail = article(files, 'banking/parcel-late', 'en').steps[1]?.detail;
    expect(detail?.html).toMatch(/<p>Then wait\.<\/p>\n<ul>[\s\S]*<pre><code>\*123#\n<\/code><\/pre>$/);
    expect(detail?.text).toBe('They answer the same day.\nThen wait.\n\n- one\n- two\n\n*123#');
  });

  test.each([
    ['a table', '| a | b |\n| - | - |\n| 1 | 2 |', '<table>'],
    [
      'an https autolink',
      '<https://example.org/a>',
      '<a href="https://example.org/a" rel="noopener external">',
    ],
    ['a bare https address', 'See https://example.org/a now.', 'href="https://example.org/a"'],
    ['an entity for a sign', '5 &lt; 6 &amp; 7', '5 &#x3C; 6 &#x26; 7'],
    ['an escaped sign', '\\<b>', '&#x3C;b>'],
    ['a quote', '> Say it.', '<blockquote>'],
  ])('draws %s', (_, markdown, html) => {
    expect(prevention(markdown)).toContain(html);
  });

  test('reports everything that is wrong together, by file and line', () => {
    const files = change(EN, (text) =>
      text
        .replace('title: Parcel late', 'title: 5')
        .replace('## Causes', '## Reasons')
        .replace('Send in', '<b>Send</b> [in](../nowhere/) ![x](y)')
        .replace('**Ask the counter.**', 'Ask.')
        .replace('Never pay twice.', '3. **More.** And more.'),
    );
    files['content/service/example-post.yaml'] = 'name: 1';
    files[`${LOST}/problem.yaml`] = '';
    expect(rulesOf(files)).toEqual([
      `${EN}:2 wrong-value`,
      `${EN}:18 step-action`,
      `${EN}:20 step-count`,
      `${EN}:26 section`,
      `${EN}:32 missing-section`,
      `${EN}:32 raw-html`,
      `${EN}:32 raw-html`,
      `${EN}:32 link`,
      `${EN}:32 image`,
      `${LOST}/problem.yaml:1 empty-file`,
      'content/service/example-post.yaml:1 wrong-value',
      'content/service/example-post.yaml:1 wrong-value',
      'content/service/example-post.yaml:1 wrong-value',
    ]);
  });

  test.each([
    ['a sign file', 'content/sign/banking.yaml'],
    ['a source', 'content/source/rule-1.yaml'],
    ['a service', 'content/service/example-post.yaml'],
    ['the problem.yaml that others link into', `${LOST}/problem.yaml`],
    ['the language that cites a source', EN],
  ])('reports %s that cannot be read once, not at each place that uses it', (_, path) => {
    const files = fakeContent();
    files[path] = 'a: [';
    const places = rulesOf(files).map((said) => said.split(':')[0]);
    expect(new Set(places)).toEqual(new Set([path]));
  });

  test('does not call a source uncited while the language that may cite it cannot be read', () => {
    const files = change(`${LATE}/id.md`, (text) => text.replace('[^rule-1]', ''));
    files[EN] = Uint8Array.of(0xff);
    expect(rulesOf(files)).toEqual([`${EN}:1 encoding`]);
  });

  test.each([
    ['a value in YAML', `${LATE}/problem.yaml`, 'minutes: 5', 'minutes: 0', 9, 25],
    ['a link in a line', EN, 'Send in', 'Send [in](../gone/)', 32, 6],
    ['a footnote in a line', EN, 'Send in', 'Send in.[^gone]', 32, 9],
    ['a contact on the second line of a paragraph', EN, 'Rain.', 'Rain.\nCall 1500 888.', 29, 6],
  ])('points at %s by line and column', (_, path, from, to, line, column) => {
    const result = readContent(asContentFiles(change(path, (text) => text.replace(from, to))));
    expect(result).toMatchObject({ ok: false, problems: [{ file: path, line, column }] });
  });

  test('says nothing of what separates a problem whose sign is misspelt', () => {
    const files = change(`${LATE}/problem.yaml`, (text) =>
      text.replace('parcel-status: moving\n', 'parcel-stat: moving\n'),
    );
    expect(rulesOf(files)).toEqual([`${LATE}/problem.yaml:5 sign`]);
  });
});
