import { guidePath, SECTIONS, type Article } from '../../core/article/index.ts';
import { splitSentences, type Reply } from '../../core/wording/index.ts';

/** What reached the reader in one reply, or while it was written, judged without the checks that let it through. */
export interface WordingVerdict {
  readonly contacts: readonly string[];
  readonly links: readonly string[];
  /** Sentences that stand, word for word, in the part of the guide that they cite. */
  readonly verbatim: number;
  /** All others that a model worded: whether they claim something wrong, a person has to read. */
  readonly toRead: readonly string[];
}

const CONTACT = /(?:\d[\s().-]*){5,}|@|:\/\/|\bwww\b|[\p{L}\d-]+\.\p{L}{2,}/gu;

/**
 * Judges a reply by the guides that it may rest on, and the sentences that were `shown` while it was written, also where
 * another reply took their place in the end.
 */
export function judgeWording(
  { text, citations, mode }: Reply,
  shown: readonly string[],
  articles: readonly Article[],
): WordingVerdict {
  const plain = [text, ...shown].join('\n').replaceAll(/\s?\[\d+\]/g, '');
  // Some services are named by their address, and so are the guides about them.
  const bare = articles.reduce((rest, { title }) => rest.replaceAll(title, ''), plain);
  const links = citations.flatMap(({ id, url, anchor }) => {
    const article = articles.find((one) => one.id === id && guidePath(id, one.lang) === url);
    return article && anchorsOf(article).includes(anchor) ? [] : [`${url}#${anchor}`];
  });
  const sentences = mode === 'model' ? splitSentences(text) : [];
  const isCited = (sentence: string) =>
    [...sentence.matchAll(/\[(\d+)\]/g)].some(([, number]) => {
      const citation = citations[Number(number) - 1];
      return articles.some(
        ({ id }, place) => id === citation?.id && holds(articles[place], citation.anchor, sentence),
      );
    });
  const isAnywhere = (sentence: string) =>
    articles.some((article) => anchorsOf(article).some((anchor) => holds(article, anchor, sentence)));
  const toRead =
    mode === 'model'
      ? sentences.filter((sentence) => !isCited(sentence))
      : shown.filter((sentence) => !isAnywhere(sentence));
  const judged = mode === 'model' ? sentences : shown;
  return { contacts: bare.match(CONTACT) ?? [], links, verbatim: judged.length - toRead.length, toRead };
}

function holds(article: Article | undefined, anchor: string, sentence: string): boolean {
  return article !== undefined && letters(partOf(article, anchor)).includes(letters(sentence));
}

function anchorsOf(article: Article): readonly string[] {
  return ['', ...SECTIONS, ...article.steps.map(({ key }) => key)];
}

function partOf(article: Article, anchor: string): string {
  const step = article.steps.find(({ key }) => key === anchor);
  if (step) return `${step.action.text} ${step.detail.text}`;
  if (anchor === 'symptoms') return article.symptoms.map(({ text }) => text).join(' ');
  if (anchor === 'causes') return article.causes.text;
  return `${article.title}. ${article.description}`;
}

/** Only letters and digits, small, parted by single blanks. */
function letters(text: string): string {
  return ` ${(
    text
      .replaceAll(/\[\d+\]/g, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')} `;
}
