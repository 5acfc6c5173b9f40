import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Embedder } from '../../core/search/index.ts';
import { ContentError } from '../content/index.ts';
import { findRelease, readFileTable, releaseLayout } from '../release/index.ts';
import { buildSite, type BuildOptions } from './build-site.ts';
import { fakeSiteBuilder } from './fake-site-builder.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-build-'));
});
afterEach(() => rm(root, { recursive: true }));

describe('buildSite for the server', () => {
  it('makes a release with pages, data and a table of files', async () => {
    const { isNew, folder } = await buildSite(order({ builder: fakeSiteBuilder('home') }));
    const layout = releaseLayout(folder);
    expect(isNew).toBe(true);
    expect(await readFile(path.join(layout.client, 'index.html'), 'utf8')).toBe('home');
    expect([...(await readFileTable(layout.files)).keys()]).toEqual(
      expect.arrayContaining(['/', '/404.html', '/search-data/id.json']),
    );
    expect((await findRelease(out()))?.folder).toBe(folder);
  });

  it('builds only when a source changed, if so asked', async () => {
    const onlyIfStale = order({ builder: fakeSiteBuilder('home'), onlyIfStale: true });
    const first = await buildSite(onlyIfStale);
    expect(await buildSite(onlyIfStale)).toMatchObject({ isNew: false, folder: first.folder });
    await mkdir(path.join(root, 'public'));
    await writeFile(path.join(root, 'public/robots.txt'), 'User-agent: *');
    expect((await buildSite(onlyIfStale)).isNew).toBe(true);
  });

  it('takes a source that changes during the build as not built', async () => {
    const edit = () => writeFile(path.join(root, 'package-lock.json'), '{}');
    await buildSite(order({ builder: fakeSiteBuilder('old', edit) }));
    const again = await buildSite(order({ builder: fakeSiteBuilder('new'), onlyIfStale: true }));
    expect(again.isNew).toBe(true);
  });

  it('leaves the release in use when the builder fails', async () => {
    await buildSite(order({ builder: fakeSiteBuilder('good') }));
    await expect(buildSite(order({ builder: fakeSiteBuilder('bad', fail) }))).rejects.toThrow('no pages');
    expect(await homePage()).toBe('good');
  });

  it('fails and leaves the release in use when the model fails and there is no other', async () => {
    await buildSite(order({ builder: fakeSiteBuilder('good') }));
    const openEmbedder = () => Promise.reject(new Error('hub down'));
    const again = order({ builder: fakeSiteBuilder('new'), openEmbedder });
    await expect(buildSite(again)).rejects.toThrow('hub down');
    expect(await homePage()).toBe('good');
  });

  it('goes on with another model when the one asked for fails in the middle, for all languages', async () => {
    let turn = 0;
    const failing = embedderNamed('large', () => ++turn > 1);
    const reasons: unknown[] = [];
    const { folder } = await buildSite(
      order({
        builder: fakeSiteBuilder('home'),
        openEmbedder: () => Promise.resolve(failing),
        openFallback(reason) {
          reasons.push(reason);
          return Promise.resolve(embedderNamed('small', () => false));
        },
      }),
    );
    const { search } = releaseLayout(folder);
    const vectors = await Promise.all(
      ['id', 'en'].map((lang) => readFile(path.join(search, `${lang}.vectors`), 'utf8')),
    );
    expect(vectors.map((text) => text.includes('"model":"small"'))).toEqual([true, true]);
    expect(reasons).toHaveLength(1);
  });

  it('stops before building when the content has problems, and names them', async () => {
    await buildSite(order({ builder: fakeSiteBuilder('good') }));
    await mkdir(path.join(root, 'content/article/banking/x'), { recursive: true });
    await writeFile(path.join(root, 'content/article/banking/x/id.md'), '');
    let wasAsked = false;
    const builder = fakeSiteBuilder('bad', () => Promise.resolve(void (wasAsked = true)));
    const failure = buildSite(order({ builder }));
    await expect(failure).rejects.toThrow(ContentError);
    await expect(failure).rejects.toThrow(/banking\/x\/id\.md/);
    expect([wasAsked, await homePage()]).toEqual([false, 'good']);
  });

  it('does not let two builds run into each other', async () => {
    let running = 0;
    const builder = fakeSiteBuilder('home', async () => {
      expect(++running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 30));
      running--;
    });
    const both = order({ builder, onlyIfStale: true, lock: { pollMs: 5 } });
    const [first, second] = await Promise.all([buildSite(both), buildSite(both)]);
    expect([first.isNew, second.isNew].sort()).toEqual([false, true]);
    expect(first.folder).toBe(second.folder);
  });

  it('clears away what a killed build left, never what is in use', async () => {
    const { folder } = await buildSite(order({ builder: fakeSiteBuilder('good') }));
    await cp(path.join(folder, 'client'), path.join(out(), 'server/half/client'), { recursive: true });
    await mkdir(path.join(out(), '.static-half'));
    await expect(buildSite(order({ builder: fakeSiteBuilder('bad', fail) }))).rejects.toThrow();
    expect(await readdir(path.join(out(), 'server'))).not.toContain('half');
    expect(await readdir(out())).not.toContain('.static-half');
    expect(await homePage()).toBe('good');
  });
});

describe('buildSite for static hosts', () => {
  it('makes one plain folder with the search index and packed files, and replaces it whole', async () => {
    const page = 'two '.repeat(500);
    await buildSite(order({ mode: 'static', builder: fakeSiteBuilder('one') }));
    const { folder } = await buildSite(order({ mode: 'static', builder: fakeSiteBuilder(page) }));
    expect(folder).toBe(path.join(out(), 'static'));
    const names = ['404.html', 'index.html', 'index.html.br', 'index.html.gz', 'search-data'];
    expect((await readdir(folder)).sort()).toEqual(names);
    expect(await readFile(path.join(folder, 'index.html'), 'utf8')).toBe(page);
    expect(await readdir(out())).toEqual(['static']);
  });

  it('leaves the folder as it is when the builder fails', async () => {
    const { folder } = await buildSite(order({ mode: 'static', builder: fakeSiteBuilder('one') }));
    await expect(
      buildSite(order({ mode: 'static', builder: fakeSiteBuilder('two', fail) })),
    ).rejects.toThrow();
    expect(await readFile(path.join(folder, 'index.html'), 'utf8')).toBe('one');
  });
});

function out(): string {
  return path.join(root, 'dist');
}

function order(options: Partial<BuildOptions> & Pick<BuildOptions, 'builder'>): BuildOptions {
  return {
    root,
    out: out(),
    mode: 'server',
    siteUrl: 'http://localhost:4321',
    embedderName: 'none',
    ...options,
  };
}

function embedderNamed(id: string, fails: () => boolean): Embedder {
  return {
    id,
    dimensions: 2,
    embed: (texts) =>
      fails() ? Promise.reject(new Error('gone')) : Promise.resolve(texts.map(() => Float32Array.of(1, 0))),
  };
}

function fail(): Promise<void> {
  return Promise.reject(new Error('no pages'));
}

async function homePage(): Promise<string> {
  const release = await findRelease(out());
  if (!release) return 'none';
  return readFile(path.join(releaseLayout(release.folder).client, 'index.html'), 'utf8');
}
