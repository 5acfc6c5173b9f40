import { permalinkPath, type Article } from '../../core/article/browser.ts';
import type { DeskDraft } from '../../core/ticket/index.ts';
import { splitSentences, type Reply } from '../../core/wording/index.ts';
import type { DraftSubject } from './draft-from-guide.ts';
import { DRAFT_WORDS } from './draft-words.ts';

/**
 * A letter around what a model has quoted: sentences from one place stand together, numbers of citations give way to the
 * short addresses of the guides that are quoted. `guides` are those that it may rest on.
 */
export function writeLetter(
  { text, citations }: Reply,
  { lang, siteUrl, agentName }: Pick<DraftSubject, 'lang' | 'siteUrl' | 'agentName'>,
  guides: readonly Article[],
): DeskDraft {
  const words = DRAFT_WORDS[lang];
  const quoted = guides.filter(({ id }) => citations.some((one) => one.id === id));
  const links = quoted.map(({ title, code }) => {
    const name = quoted.length > 1 ? `${title}:` : words.whole;
    return `${name} ${siteUrl}${permalinkPath(code, lang)}`;
  });
  return {
    text: [words.greeting, ...paragraphs(text), links.join('\n'), words.after, agentName].join('\n\n'),
    guides: quoted.map(({ id, steps }) => {
      const isStep = citations.some((one) => one.id === id && steps.some(({ key }) => key === one.anchor));
      return { problem: id, form: isStep ? 'steps' : 'link' };
    }),
    mode: 'model',
  };
}

const CITATION = /\s*\[(\d{1,3})\]/g;

/** A paragraph for each place that is quoted; polite words stay with what stands before them. */
function paragraphs(text: string): string[] {
  const written: string[] = [];
  let place: string | undefined;
  for (const sentence of splitSentences(text)) {
    const [, number] = [...sentence.matchAll(CITATION)].at(-1) ?? [];
    const words = sentence.replaceAll(CITATION, '');
    const last = written.at(-1);
    if (last === undefined || (number !== undefined && number !== place)) written.push(words);
    else written[written.length - 1] = `${last} ${words}`;
    place = number ?? place;
  }
  return written;
}
