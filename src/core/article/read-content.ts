import {
  SECTORS,
  type Content,
  type ContentProblem,
  type Sector,
  type Service,
  type Sign,
  type Source,
} from './article.ts';
import { buildArticles } from './build-article.ts';
import { readText, reportInto, TOP, type ContentFile, type Report } from './content-file.ts';
import { readGuides } from './read-guides.ts';
import { serviceSchema, signFileSchema, sourceSchema } from './schema.ts';
import { readYaml } from './yaml-file.ts';

/** What reading gives: the content when nothing is wrong, else everything that is, in order of file and line. */
export type ReadContent =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly problems: readonly ContentProblem[] };

/**
 * Reads and checks the guides, signs, sources and services below `content/`.
 * Other folders of `content/` belong to other parts and are passed over. Without guides it gives an empty content.
 */
export function readContent(files: readonly ContentFile[]): ReadContent {
  const problems: ContentProblem[] = [];
  const report = reportInto(problems);
  const byFolder = Map.groupBy(files, ({ path }) => path.split('/')[1] ?? '');
  const slugs = (folder: string) =>
    new Set((byFolder.get(folder) ?? []).map(slugOf).filter((slug) => slug !== undefined));
  const signs = readSigns(byFolder.get('sign') ?? [], report);
  const sources = new Map(
    readEach(byFolder.get('source') ?? [], report, (file, slug, text): Source | undefined => {
      const source = readYaml(file, text, sourceSchema, report);
      return source && withoutUndefined({ slug, ...source.data });
    }),
  );
  const services = new Map(
    readEach(byFolder.get('service') ?? [], report, (file, slug, text): Service | undefined => {
      const service = readYaml(file, text, serviceSchema, report);
      return (
        service &&
        withoutUndefined({ slug, ...service.data, channels: service.data.channels.map(withoutUndefined) })
      );
    }),
  );
  const guides = readGuides(byFolder.get('article') ?? [], report);
  const built = buildArticles(
    guides,
    { signs: signs.complete ? signs.read : undefined, sources: slugs('source'), services: slugs('service') },
    report,
  );
  if (problems.length > 0) return { ok: false, problems: sorted(problems) };
  const content = {
    ...built,
    signs: signs.read,
    sources,
    services: [...services.values()].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
  };
  return { ok: true, content };
}

/** Reads `content/<folder>/<slug>.yaml` files; anything else there is reported. */
function readEach<T>(
  files: readonly ContentFile[],
  report: Report,
  read: (file: string, slug: string, text: string) => T | undefined,
): [string, T][] {
  return files.flatMap((file): [string, T][] => {
    const slug = slugOf(file);
    if (slug === undefined) {
      reportStray(file.path, report);
      return [];
    }
    const text = readText(file, report);
    const value = text === undefined ? undefined : read(file.path, slug, text);
    return value === undefined ? [] : [[slug, value]];
  });
}

function slugOf({ path }: ContentFile): string | undefined {
  return /^content\/[a-z]+\/([a-z0-9-]+)\.yaml$/.exec(path)?.[1];
}

function reportStray(path: string, report: Report): void {
  report(
    path,
    TOP,
    'stray-file',
    'A file of this name does not belong here.',
    'Files here are named like some-name.yaml: lower-case words joined by hyphens, then .yaml. Rename or remove it.',
  );
}

/** `complete` is false when a file could not be read: then nobody can say that a sign does not exist. */
interface ReadSigns {
  readonly read: ReadonlyMap<string, Sign>;
  readonly complete: boolean;
}

function readSigns(files: readonly ContentFile[], report: Report): ReadSigns {
  const signs = new Map<string, Sign>();
  const owner = new Map<string, string>();
  const good = readEach(files, report, (file, name, text): true | undefined => {
    if (name !== 'general' && !SECTORS.includes(name as Sector)) {
      report(
        file,
        TOP,
        'sector',
        `"${name}" is not a sector.`,
        `Name the file after a sector (${SECTORS.join(', ')}) or general.yaml.`,
      );
      return undefined;
    }
    const read = readYaml(file, text, signFileSchema, report);
    for (const [id, sign] of Object.entries(read?.data ?? {})) {
      const first = owner.get(id);
      if (first) {
        report(
          file,
          read?.locate([id]),
          'sign',
          `The sign "${id}" stands in ${first} as well.`,
          'Keep it in one of the two files; all guides can use it.',
        );
      }
      owner.set(id, file);
      signs.set(id, withoutUndefined({ id, ...sign }));
    }
    return read && true;
  });
  return { read: signs, complete: good.length === files.length };
}

/** A key that is absent and a key that is undefined are the same to a reader of YAML, not to the types. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as never;
}

function sorted(problems: readonly ContentProblem[]): readonly ContentProblem[] {
  return [...problems].sort((a, b) =>
    a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1,
  );
}
