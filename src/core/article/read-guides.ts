import { LANGUAGES, SECTORS, type Language, type Sector } from './article.ts';
import { readText, TOP, type ContentFile, type Report } from './content-file.ts';
import { readGuideFile, type GuideFile } from './guide-file.ts';
import type { ProblemFile } from './problem-file.ts';
import { problemSchema } from './schema.ts';
import { readYaml } from './yaml-file.ts';

/** One folder below `content/article/`; what could not be read is absent and has been reported. */
export interface GuideFolder {
  readonly id: string;
  readonly sector: Sector;
  readonly slug: string;
  readonly problem?: ProblemFile;
  readonly guides: readonly GuideFile[];
}

/** Reads every folder `content/article/<sector>/<slug>/`. */
export function readGuides(files: readonly ContentFile[], report: Report): readonly GuideFolder[] {
  const folders = Map.groupBy(files, folderOf);
  return [...folders].flatMap(([folder, found]) => {
    const members = found.filter((file) => isMember(file, folder, report));
    const [first] = members;
    if (!first || !isAddress(folder, first.path, report)) return [];
    return [readFolder(folder, members, report)];
  });
}

/** `<sector>/<slug>`, the id if all is well. */
function folderOf({ path }: ContentFile): string {
  return path.split('/').slice(2, 4).join('/');
}

function isMember({ path }: ContentFile, folder: string, report: Report): boolean {
  if (FILES.some((name) => path === `content/article/${folder}/${name}`)) return true;
  const [sector = ''] = folder.split('/');
  report(
    path,
    TOP,
    'stray-file',
    'This file is not part of a guide.',
    `A guide is a folder content/article/${isSector(sector) ? sector : '<sector>'}/<name>/ with exactly ${FILES.join(', ')}. Rename, move or remove it.`,
  );
  return false;
}

/** Reported once for a folder, at its first file. */
function isAddress(folder: string, path: string, report: Report): boolean {
  const [sector = '', slug = ''] = folder.split('/');
  if (!isSector(sector)) {
    report(
      path,
      TOP,
      'sector',
      `"${sector}" is not a sector.`,
      `Move the guide to content/article/<sector>/, where the sector is one of ${SECTORS.join(', ')}.`,
    );
    return false;
  }
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return true;
  report(
    path,
    TOP,
    'folder-name',
    `"${slug}" cannot be an address.`,
    'Name the folder in lower-case English words joined by hyphens.',
  );
  return false;
}

const FILES = ['problem.yaml', ...LANGUAGES.map((lang) => `${lang}.md`)];

function readFolder(id: string, files: readonly ContentFile[], report: Report): GuideFolder {
  const [sector = '', slug = ''] = id.split('/');
  const byName = new Map(files.map((file) => [file.path.split('/').at(-1), file]));
  const folder = `content/article/${id}`;
  const problem = readProblem(id, `${folder}/problem.yaml`, byName.get('problem.yaml'), report);
  const guides = LANGUAGES.flatMap((lang) => {
    const guide = readLanguage(folder, lang, byName.get(`${lang}.md`), report);
    return guide ? [guide] : [];
  });
  return { id, sector: sector as Sector, slug, ...(problem && { problem }), guides };
}

function readProblem(
  id: string,
  path: string,
  file: ContentFile | undefined,
  report: Report,
): ProblemFile | undefined {
  if (!file) {
    report(
      path,
      TOP,
      'missing-file',
      'This file is missing: it says what both languages share.',
      `Write it, or run \`npm run kb -- new ${id}\` for a start.`,
    );
    return undefined;
  }
  const text = readText(file, report);
  const yaml = text === undefined ? undefined : readYaml(path, text, problemSchema, report);
  return yaml && { id, file: path, ...yaml };
}

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { id: 'Indonesian', en: 'English' };

function readLanguage(
  folder: string,
  lang: Language,
  file: ContentFile | undefined,
  report: Report,
): GuideFile | undefined {
  const path = `${folder}/${lang}.md`;
  if (!file) {
    report(
      path,
      TOP,
      'missing-language',
      `The guide has no ${LANGUAGE_NAMES[lang]} text.`,
      `Write ${path} with the same sections and the same number of steps as the other language.`,
    );
    return undefined;
  }
  const text = readText(file, report);
  return text === undefined ? undefined : readGuideFile(path, lang, text, report);
}

function isSector(name: string): name is Sector {
  return (SECTORS as readonly string[]).includes(name);
}
