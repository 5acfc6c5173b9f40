import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LAYERS, OPEN_FOLDERS, STRANGERS } from './layers.ts';
import { importsOf, readImports, type Import } from './read-imports.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const IMPORTS = readImports(ROOT, ['src', 'scripts']);

/** Only these know Astro; all else runs in plain Node or a plain browser. */
const ASTRO_FOLDERS = ['src/pages/', 'src/components/', 'src/layouts/', 'src/content.config.ts'];
const BROWSER_FOLDERS = ['src/core/', 'src/client/'];
/** Readers load no framework (decision 0020). */
const PREACT_FOLDER = 'src/client/inbox/';

type Layer = (typeof LAYERS)[number];
type Rule = (one: Import) => string | undefined;

/** The folder of `LAYERS` that a file lies in. */
function layerOf(file: string): Layer | undefined {
  return LAYERS.find((layer) => file.startsWith(`src/${layer}/`));
}
const isTest = (file: string) => file.endsWith('.test.ts');
const isFake = (file: string) => path.posix.basename(file).startsWith('fake-');
const isCode = (file: string) => /\.(?:ts|tsx|mts|mjs|js)$/.test(file);

const upward: Rule = ({ from, to }) => {
  const [own, other] = [layerOf(from), layerOf(to)];
  if (to.startsWith('scripts/') && from.startsWith('src/')) return 'src imports nothing from scripts';
  if (!own || !other || LAYERS.indexOf(other) <= LAYERS.indexOf(own)) return undefined;
  return `${own} stands above ${other} in LAYERS, so it must not import it`;
};
const pastTheDoor: Rule = ({ from, to }) => {
  const other = layerOf(to);
  if (!other || other === layerOf(from) || !isCode(to)) return undefined;
  if ([`src/${other}/index.ts`, `src/${other}/browser.ts`].includes(to)) return undefined;
  if ((OPEN_FOLDERS as readonly Layer[]).includes(other)) return undefined;
  // A page loads the one behaviour that it has; a door would bring it those of all pages.
  if (from.endsWith('.astro') && other.startsWith('client/')) return undefined;
  if ((isTest(from) || isFake(from)) && isFake(to)) return undefined;
  return `import src/${other}/index.ts or browser.ts, not the file behind it`;
};
const astroOutside: Rule = ({ from, to }) =>
  to.startsWith('astro:') && !ASTRO_FOLDERS.some((folder) => from.startsWith(folder))
    ? 'only pages, components, layouts and content.config.ts import astro:*'
    : undefined;
const nodeInBrowser: Rule = ({ from, to }) =>
  to.startsWith('node:') && !isTest(from) && BROWSER_FOLDERS.some((folder) => from.startsWith(folder))
    ? 'this folder runs in browsers, where there is no node:*'
    : undefined;
const strangers: Rule = ({ from, to }) => {
  const meets = (one: string, other: string) =>
    from.startsWith(`src/${one}/`) && to.startsWith(`src/${other}/`);
  const pair = STRANGERS.find(([one, other]) => meets(one, other) || meets(other, one));
  return pair && `${pair.join(' and ')} never import one another`;
};
const preactOutside: Rule = ({ from, to }) =>
  /^preact(?:\/|$)/.test(to) && !from.startsWith(PREACT_FOLDER)
    ? 'only client/inbox imports preact'
    : undefined;
const RULES = { upward, pastTheDoor, astroOutside, nodeInBrowser, strangers, preactOutside };

function breaches(rule: Rule, imports: readonly Import[]): string[] {
  return imports.flatMap((one) => {
    const reason = rule(one);
    return reason === undefined ? [] : [`${one.from}:${one.line} imports ${one.to}: ${reason}`];
  });
}

/** The first chain of files, types apart, that comes back to where it began. */
function findCycle(imports: readonly Import[]): readonly string[] | undefined {
  const edges = Map.groupBy(
    imports.filter(({ isType }) => !isType),
    ({ from }) => from,
  );
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const { to } of edges.get(file) ?? []) {
      const cycle = walk(to, [...trail, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of edges.keys()) {
    const cycle = walk(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}

describe('the folders of src', () => {
  test.each(Object.entries(RULES))('hold the rule %s', (_, rule) => {
    expect(breaches(rule, IMPORTS)).toEqual([]);
  });

  test('have no cycle of files', () => {
    expect(findCycle(IMPORTS)).toBeUndefined();
  });

  test('are read at all', () => {
    expect(IMPORTS.length).toBeGreaterThan(100);
    expect(IMPORTS.some(({ from }) => from.endsWith('.astro'))).toBe(true);
    const lost = IMPORTS.filter(
      ({ to }) => isCode(to) && to.startsWith('src/') && !existsSync(path.join(ROOT, to)),
    );
    expect(lost).toEqual([]);
  });

  test('all stand in LAYERS when they hold code, and LAYERS names no other', () => {
    const files = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .map((file) => `src/${file.split(path.sep).join('/')}`)
      .filter((file) => (isCode(file) || file.endsWith('.astro')) && file.split('/').length > 2);
    expect(files.filter((file) => !layerOf(file))).toEqual([]);
    expect(LAYERS.filter((layer) => !files.some((file) => layerOf(file) === layer))).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const one = (from: string, to: string): Import => ({ from, to, line: 1, isType: false });
  const TEST = 'src/core/search/a.test.ts';
  test.each([
    ['upward', one('src/core/article/a.ts', 'src/core/search/index.ts')],
    ['upward', one('src/core/search/a.ts', 'src/pages/index.astro')],
    ['upward', one('src/i18n/a.ts', 'scripts/kb.ts')],
    ['pastTheDoor', one('src/core/search/a.ts', 'src/core/article/render.ts')],
    ['pastTheDoor', one('src/pages/a.astro', 'src/server/content/load-content.ts')],
    ['pastTheDoor', one('src/i18n/a.ts', 'src/client/search/search-page.ts')],
    ['pastTheDoor', one('scripts/kb.ts', 'src/server/content/load-content.ts')],
    ['pastTheDoor', one(TEST, 'src/core/article/render.ts')],
    ['astroOutside', one('src/server/content/a.ts', 'astro:content')],
    ['nodeInBrowser', one('src/core/search/a.ts', 'node:fs')],
    ['nodeInBrowser', one('src/client/search/a.ts', 'node:path')],
    ['preactOutside', one('src/client/search/a.ts', 'preact/hooks')],
    ['preactOutside', one('src/components/a.astro', 'preact')],
    ['strangers', one('src/client/search/a.ts', 'src/server/content/index.ts')],
    ['strangers', one('src/server/api/a.ts', 'src/client/search/index.ts')],
  ] as const)('%s refuses %o', (name, bad) => {
    expect(breaches(RULES[name], [bad])).toHaveLength(1);
  });

  test.each([
    one('src/core/search/a.ts', 'src/core/article/index.ts'),
    one('src/core/search/a.ts', 'src/core/search/b.ts'),
    one('src/pages/a.astro', 'src/components/Icon.astro'),
    one('src/pages/a.astro', 'src/layouts/site-content.ts'),
    one('src/layouts/a.astro', 'src/client/search/search-page.ts'),
    one('src/pages/a.astro', 'astro:content'),
    one('src/layouts/a.astro', 'src/styles/base.css'),
    one('src/server/content/a.ts', 'node:fs'),
    one(TEST, 'node:fs'),
    one(TEST, 'src/core/article/fake-content.ts'),
    one('src/client/inbox/a.tsx', 'preact/hooks'),
    one('scripts/kb.ts', 'src/server/content/index.ts'),
  ])('allow %o', (good) => {
    expect(Object.values(RULES).flatMap((rule) => breaches(rule, [good]))).toEqual([]);
  });

  test('find a cycle and no other', () => {
    const chain = [one('a', 'b'), one('b', 'c'), one('d', 'b')];
    expect(findCycle(chain)).toBeUndefined();
    expect(findCycle([...chain, { ...one('c', 'a'), isType: true }])).toBeUndefined();
    expect(findCycle([...chain, one('c', 'a')])).toEqual(['a', 'b', 'c', 'a']);
  });
});

describe('importsOf', () => {
  test.each([
    ['an import', "import { a } from './a.ts';", 'src/x/a.ts'],
    ['a type import', "import type { A } from '../y/index.ts';", 'src/y/index.ts'],
    ['an import for its effect', "import 'node:fs';", 'node:fs'],
    ['a re-export', "export * from './a.ts';", 'src/x/a.ts'],
    ['a dynamic import', "const a = await import('./a.ts');", 'src/x/a.ts'],
    ['a type in passing', "let a: import('./a.ts').A;", 'src/x/a.ts'],
    ['an asset', "import text from './a.css?raw';", 'src/x/a.css'],
  ])('finds %s', (_, code, to) => {
    expect(importsOf('src/x/b.ts', `\n${code}\n`)).toMatchObject([{ from: 'src/x/b.ts', to, line: 2 }]);
  });

  test.each([
    ["import type { A } from './a.ts';", true],
    ["export type { A } from './a.ts';", true],
    ["let a: import('./a.ts').A;", true],
    ["import { type A } from './a.ts';", false],
    ["import './a.ts';", false],
    ["export { a } from './a.ts';", false],
    ["await import('./a.ts');", false],
  ])('says whether %s is of types alone', (code, isType) => {
    expect(importsOf('src/x/b.ts', code)).toMatchObject([{ isType }]);
  });

  test('finds nothing in comments and texts', () => {
    expect(importsOf('src/x/b.ts', "// import './a.ts'\nconst a = \"import './a.ts'\";")).toEqual([]);
  });

  test('reads the front matter and the scripts of an .astro file, at their lines', () => {
    const astro =
      "---\nimport A from './A.astro';\n---\n<p>it's import './no.ts'</p>\n<script>\n  import './b.ts';\n</script>\n";
    expect(importsOf('src/pages/x.astro', astro)).toMatchObject([
      { from: 'src/pages/x.astro', to: 'src/pages/A.astro', line: 2 },
      { from: 'src/pages/x.astro', to: 'src/pages/b.ts', line: 6 },
    ]);
  });
});
