import { cp, mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fakeContent } from '../../core/article/fake-content.ts';
import { runKb } from './index.ts';

const CATALOGUE = [
  {
    id: 'banking/parcel-damaged',
    sector: 'banking',
    title_id: 'Paket rusak: "penyok" atau basah',
    title_en: 'Parcel damaged',
    scope: 'The parcel arrives broken; not late (banking/parcel-late) or lost (banking/parcel-lost).',
    risk: 'money',
    escalate: 'if-unresolved',
    related: ['banking/parcel-late', 'banking/parcel-eaten'],
  },
];
let root = '';

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-kb-'));
  const files = { ...fakeContent(), 'content/catalogue/problems.json': JSON.stringify(CATALOGUE) };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
});
afterAll(() => rm(root, { recursive: true }));

async function kb(...args: string[]): Promise<{ code: number; text: string }> {
  return kbOn('2026-12-01', ...args);
}
async function kbOn(today: string, ...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const print = (line: string) => lines.push(line);
  const code = await runKb(args, { root, today, print, openEmbedder: () => Promise.resolve(undefined) });
  return { code, text: lines.join('\n') };
}

describe('kb', () => {
  test.each([[[]], [['help']], [['--help']], [['lint', '--help']]])('explains itself to %j', async (args) => {
    const { code, text } = await kb(...args);
    expect(code).toBe(0);
    expect(text).toContain('npm run kb -- lint [--json]');
  });

  test.each([
    [['lnit'], 'There is no command "lnit". Did you mean "lint"?'],
    [['constructor'], 'There is no command "constructor".'],
    [['lint', '--loud'], "Unknown option '--loud'."],
    [['lint', 'banking'], 'it takes no names'],
    [['codes', 'banking'], 'it takes no names'],
    [['new'], 'Say which problem'],
    [['new', 'a/b', 'c/d'], 'One guide at a time: "a/b" or "c/d"?'],
    [['new', 'banking/parcel-damagd'], 'Did you mean "banking/parcel-damaged"?'],
    [['new', '../../etc'], 'The catalogue has no problem "../../etc"'],
    [['ask'], 'Say what the reader types'],
    [['ask', '  '], 'Say what the reader types'],
    [['ask', 'x', '--lang', 'fr'], 'There is no language "fr". Write --lang id or --lang en.'],
    [['ask', 'x', '--lang'], "Option '--lang <value>' argument missing"],
  ])('says what is not understood in %j', async (args, words) => {
    const { code, text } = await kb(...args);
    expect({ code, text }).toEqual({ code: 2, text: expect.stringContaining(words) as string });
    expect(text).toContain('npm run kb -- ');
  });
});

describe('kb lint', () => {
  test('counts what is there, and warns without failing', async () => {
    const { code, text } = await kb('lint');
    expect(code).toBe(0);
    expect(text).toContain('2 problems, 4 guides, 2 signs, 1 services, 1 sources: nothing wrong.');
    expect(text).toContain('banking/parcel-late and banking/parcel-lost: only parcel-status');
    expect(text).not.toContain('To be read again');
  });

  test('warns of a guide whose day of review has gone by, and not on that day', async () => {
    expect((await kbOn('2027-02-18', 'lint')).text).not.toContain('To be read again');
    const { code, text } = await kbOn('2027-02-19', 'lint');
    expect(code).toBe(0);
    expect(text).toContain('banking/parcel-lost since 2027-02-18 (last read 2026-11-20)');
    expect(text).not.toContain('banking/parcel-late since');
  });

  test('prints the same for machines', async () => {
    const { code, text } = await kb('lint', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      ok: true,
      problems: [],
      warnings: [{ rule: 'separation', subject: 'banking/parcel-late' }],
      counts: { problems: 2, guides: 4 },
    });
  });
});

describe('kb codes', () => {
  test('lists the short link of each problem', async () => {
    const { code, text } = await kb('codes');
    expect({ code, text }).toEqual({
      code: 0,
      text: '/g/cqw8kjf/  banking/parcel-late\n/g/23fkgzg/  banking/parcel-lost',
    });
  });
});

describe('kb ask', () => {
  test('shows the words, the ranks and the passages', async () => {
    const { code, text } = await kb('ask', 'paket', 'hilang');
    expect(code).toBe(0);
    expect(text).toContain('"paket hilang" (id), compared by words alone');
    expect(text).toMatch(/hilang +hilang +as written +1\.00/);
    expect(text).toMatch(/1 {2}\d+ % +1 {2}\(\d+\.\d\d\) +– +banking\/parcel-lost\n/);
    expect(text).toMatch(/1\. Paket hilang\n +.*\[hilang\]/i);
    expect(text).toMatch(/The chance that one of the guides answers is \d+ %/);
  });

  test('asks in English when told so', async () => {
    expect((await kb('ask', 'parcel lost', '--lang', 'en')).text).toMatch(/1\. Parcel lost\n/);
  });

  test('says when nothing is found', async () => {
    const { text } = await kb('ask', 'xqzxqz');
    expect(text).toMatch(/xqzxqz +xqzxqz +in no guide/);
    expect(text).toContain('No guide was found.');
  });
});

describe('kb new', () => {
  const folder = 'content/article/banking/parcel-damaged';

  test('lays out three files that lint then takes apart, and never touches them again', async () => {
    const first = await kb('new', 'banking/parcel-damaged');
    expect(first.code).toBe(0);
    expect(first.text).toContain(`${folder}/id.md`);
    expect(first.text).toContain('npm run kb -- lint');
    expect((await readdir(path.join(root, folder))).sort()).toEqual(['en.md', 'id.md', 'problem.yaml']);

    const yaml = await readFile(path.join(root, folder, 'problem.yaml'), 'utf8');
    expect(yaml).toContain('related: [banking/parcel-late]\n');
    expect(yaml).toContain('# also related, once they have a guide: banking/parcel-eaten');

    const lint = await kb('lint', '--json');
    expect(lint.code).toBe(1);
    const { problems } = JSON.parse(lint.text) as {
      problems: { file: string; rule: string; problem: string }[];
    };
    expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['unwritten']));
    // title apart: description, 3 asks, a symptom, a step's two halves, three sections of prose
    expect(problems.filter(({ file }) => file === `${folder}/en.md`)).toHaveLength(10);
    expect(problems.filter(({ file }) => file === `${folder}/problem.yaml`)).toHaveLength(2);

    await writeFile(path.join(root, folder, 'en.md'), 'mine');
    await rm(path.join(root, folder, 'id.md'));
    const second = await kb('new', 'banking/parcel-damaged');
    expect(second.text).toContain(`${folder}/id.md`);
    expect(second.text).not.toContain(`${folder}/en.md`);
    expect(await readFile(path.join(root, folder, 'en.md'), 'utf8')).toBe('mine');

    const third = await kb('new', 'banking/parcel-damaged');
    expect(third).toMatchObject({ code: 1, text: expect.stringContaining('nothing was changed') as string });
    await rm(path.join(root, folder), { recursive: true });
  });

  test('says when the catalogue cannot be read', async () => {
    const file = path.join(root, 'content/catalogue/problems.json');
    await writeFile(file, '{');
    const { code, text } = await kb('new', 'banking/parcel-damaged');
    expect(code).toBe(1);
    expect(text).toMatch(/^content\/catalogue\/problems\.json cannot be read: /);
    await writeFile(file, JSON.stringify(CATALOGUE));
  });
});

test('lint and ask print the faults of broken content', async () => {
  const file = path.join(root, 'content/source/rule-1.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, 'title: 1');
  for (const args of [['lint'], ['ask', 'paket'], ['codes']]) {
    const result = await kb(...args);
    expect(result.code).toBe(1);
    expect(result.text).toContain('content/source/rule-1.yaml:1:1  [wrong-value]');
  }
  await writeFile(file, text);
});

test('lint does not call an empty folder good', async () => {
  const lines: string[] = [];
  const desk = { root: tmpdir(), today: '2026-12-01', print: (line: string) => lines.push(line) };
  const code = await runKb(['lint'], { ...desk, openEmbedder: () => Promise.resolve(undefined) });
  expect(code).toBe(1);
  expect(lines.join()).toContain('There is no guide below');
});

describe('kb lint and the desk', () => {
  const policy = () => path.join(root, 'content/policy');
  beforeAll(async () => {
    await mkdir(policy());
    for (const file of ['desk.yaml', 'holidays.yaml'])
      await cp(path.resolve('content/policy', file), path.join(policy(), file));
  });
  afterAll(() => rm(policy(), { recursive: true }));

  test('names the years whose holidays are not known when they are near', async () => {
    expect((await kbOn('2026-06-01', 'lint')).text).not.toContain('has no holidays');
    const { code, text } = await kbOn('2027-12-01', 'lint');
    expect(code).toBe(0);
    expect(text).toContain('2028 has no holidays');
  });

  test('fails when the policy is wrong, and says where', async () => {
    await writeFile(path.join(policy(), 'desk.yaml'), 'hours: 24');
    const { code, text } = await kb('lint');
    expect(code).toBe(1);
    expect(text).toMatch(/content\/policy\/desk\.yaml is no policy of a desk:[^]+hours: /);
  });
});
