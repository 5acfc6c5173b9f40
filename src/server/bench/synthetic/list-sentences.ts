import type { ContentFile } from '../../../core/article/index.ts';
import { growContent } from './grow-content.ts';
import { PROSE, readGuideText } from './guide-text.ts';

const GUIDE = /^content\/article\/([^/]+)\/[^/]+\/(id|en)\.md$/;
const MARKUP = /\[\^[^\]]*\]|\]\([^)]*\)|[*_`[\]]/g;
/** Shorter pieces say nothing by themselves. */
const SHORTEST = 8;

/**
 * The sentences of the guides in both languages, and then of invented guides, until there are `count`
 * different ones. The same files give the same sentences.
 */
export function listSentences(files: readonly ContentFile[], count: number): string[] {
  const sentences = new Set<string>();
  const decoder = new TextDecoder();
  for (const { path, bytes } of files) addSentences(sentences, path, decoder.decode(bytes));
  // Each invented guide has some sentence of its own, so so many guides are enough.
  for (const { path, text } of growContent(files, files.length + count)) {
    if (sentences.size >= count) break;
    addSentences(sentences, path, text);
  }
  return [...sentences].slice(0, count);
}

function addSentences(sentences: Set<string>, path: string, markdown: string): void {
  const [, sector = '', lang] = GUIDE.exec(path) ?? [];
  if (lang !== 'id' && lang !== 'en') return;
  const guide = readGuideText(markdown, lang, sector);
  const pieces = [
    guide.title,
    guide.description,
    ...guide.asks,
    ...guide.symptoms,
    ...guide.steps.flatMap(({ action, detail }) => [action, ...detail]),
    ...PROSE.flatMap((section) => guide.prose[section].flat()),
  ];
  for (const piece of pieces) {
    const sentence = piece.replaceAll(MARKUP, '').replaceAll(/\s+/g, ' ').trim();
    if (sentence.length >= SHORTEST) sentences.add(sentence);
  }
}
