import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HEADINGS, readContent, SECTIONS } from './core/article/index.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const CONTRIBUTING = read('CONTRIBUTING.md');

/** Texts between backticks that look like a path of this repository. */
function pathsIn(text: string): readonly string[] {
  return [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]*|[\w-]+\.(?:ts|md|json))`/g)].map(
    ([, found = '']) => found,
  );
}

describe('src/README.md', () => {
  const map = read('src/README.md');

  test('names only paths that exist', () => {
    expect(pathsIn(map).length).toBeGreaterThan(20);
    const known = ['index.ts', 'browser.ts', '/g/'];
    const lost = pathsIn(map).filter(
      (name) =>
        !known.includes(name) &&
        !existsSync(path.join(ROOT, 'src', name)) &&
        !existsSync(path.join(ROOT, name)),
    );
    expect(lost).toEqual([]);
  });

  test('names every folder of core and server', () => {
    const folders = ['core', 'server'].flatMap((parent) =>
      readdirSync(path.join(ROOT, 'src', parent)).map((name) => `${parent}/${name}/`),
    );
    expect(folders.filter((folder) => !map.includes(`\`${folder}\``))).toEqual([]);
  });
});

describe('CONTRIBUTING.md', () => {
  test('gives a reason for each dependency, and for no other', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const table = (heading: string) => {
      const start = CONTRIBUTING.search(new RegExp(`^\\| ${heading} +\\|`, 'm'));
      const rows = start < 0 ? '' : (CONTRIBUTING.slice(start).split('\n\n')[0] ?? '');
      return [...rows.matchAll(/^\| `([^`]+)` +\| \S.{9,}\|$/gm)].map(([, name]) => name);
    };
    expect(table('for running')).toEqual(Object.keys(dependencies ?? {}));
    expect(table('for making and testing')).toEqual(Object.keys(devDependencies ?? {}));
  });

  test('names only commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...CONTRIBUTING.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('shows files that pass the check', () => {
    const blocks = [...CONTRIBUTING.matchAll(/```\w+ file=(\S+)\n([\s\S]*?)\n```/g)];
    const files = new Map(blocks.map(([, file = '', text = '']) => [file, `${text}\n`]));
    expect(files.size).toBe(5);
    const folder = 'content/article/education/library-card-blocked';
    const english = files.get(`${folder}/en.md`) ?? '';
    const indonesian = SECTIONS.reduce(
      (text, section) => text.replace(`## ${HEADINGS.en[section]}\n`, `## ${HEADINGS.id[section]}\n`),
      english,
    );
    files.set(`${folder}/id.md`, indonesian);
    const result = readContent(
      [...files].map(([file, text]) => ({ path: file, bytes: new TextEncoder().encode(text) })),
    );
    expect(result).toMatchObject({ ok: true });
  });
});

test('decisions are numbered without a gap, and each has its four parts', () => {
  const files = readdirSync(path.join(ROOT, 'src/decisions')).sort();
  for (const [index, file] of files.entries()) {
    expect(file).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`));
    const headings = [...read(`src/decisions/${file}`).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(['Context', 'Decision', 'Why', 'Consequences']);
  }
});
