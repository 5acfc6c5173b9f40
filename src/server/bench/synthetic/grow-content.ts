import { parse, stringify } from 'yaml';
import { LANGUAGES, type ContentFile, type Language } from '../../../core/article/index.ts';
import { readGuideText, type GuideText } from './guide-text.ts';
import { openRandom } from '../../random/index.ts';
import { createRecombiner, type Recombiner } from './recombine.ts';
import { writeGuideText } from './write-guide-text.ts';

const DEFAULT_SEED = 20_261_125;
const FOOTNOTE = /\[\^([a-z0-9-]+)\]/g;

interface Original {
  readonly id: string;
  readonly problem: Readonly<Record<string, unknown>> & { readonly related: readonly string[] };
  readonly texts: Readonly<Record<Language, GuideText>>;
}

/**
 * Gives the files of invented guides, so that together with the valid guides in `files` there are
 * `count` problems (none when there are as many already). Each keeps the signs, steps and neighbours
 * of a real one; its sentences come from all guides, with some words exchanged for invented ones.
 * The same input gives the same files, one problem after the other.
 */
export function* growContent(
  files: readonly ContentFile[],
  count: number,
  seed = DEFAULT_SEED,
): Generator<{ readonly path: string; readonly text: string }> {
  const originals = readOriginals(files);
  const random = openRandom(seed);
  const recombiners = Object.fromEntries(
    LANGUAGES.map((lang) => [
      lang,
      createRecombiner(
        originals.map(({ texts }) => texts[lang]),
        random,
      ),
    ]),
  ) as Record<Language, Recombiner>;
  const idAt = (place: number) =>
    nameCopy(originals[place % originals.length]?.id ?? '', Math.floor(place / originals.length));
  const all = new Set(Array.from({ length: count }, (_, place) => idAt(place)));
  for (let place = originals.length; place < count; place++) {
    const original = originals[place % originals.length];
    if (!original) return;
    const copy = Math.floor(place / originals.length);
    const folder = `content/article/${idAt(place)}`;
    const texts = LANGUAGES.map(
      (lang) => [lang, writeGuideText(recombiners[lang](original.texts[lang]), lang)] as const,
    );
    for (const [lang, text] of texts) yield { path: `${folder}/${lang}.md`, text };
    const sources = new Set(
      texts.flatMap(([, text]) => [...text.matchAll(FOOTNOTE)].map(([, slug]) => slug)),
    );
    const related = original.problem.related.map((id) => nameCopy(id, copy)).filter((id) => all.has(id));
    const problem: Record<string, unknown> = { ...original.problem, related, sources: [...sources] };
    delete problem['code'];
    delete problem['formerly'];
    yield { path: `${folder}/problem.yaml`, text: stringify(problem, { lineWidth: 0 }) };
  }
}

function nameCopy(id: string, copy: number): string {
  return copy === 0 ? id : `${id}-${copy}`;
}

function readOriginals(files: readonly ContentFile[]): Original[] {
  const texts = new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
  return [...texts].flatMap(([path, text]) => {
    const [, id, sector] = /^content\/article\/(([^/]+)\/[^/]+)\/problem\.yaml$/.exec(path) ?? [];
    if (id === undefined || sector === undefined) return [];
    const read = (lang: Language) =>
      readGuideText(texts.get(`content/article/${id}/${lang}.md`) ?? '', lang, sector);
    // The content was checked before, so the file has this form.
    return [{ id, problem: parse(text) as Original['problem'], texts: { id: read('id'), en: read('en') } }];
  });
}
