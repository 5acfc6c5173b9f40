import { guidePath, SECTIONS, type Article } from '../../core/article/index.ts';
import { splitSentences, type Reply } from '../../core/wording/index.ts';

/** What reached the reader in one reply, judged without the checks that let it through. */
export interface WordingVerdict {
  readonly contacts: readonly string[];
  readonly links: readonly string[];
  /** Sentences that stand, word for word, in the part of the guide that they cite. */
  readonly verbatim: number;
  /** All others of a reply that a model worded: whether they claim something wrong, a person has to read. */
  readonly toRead: readonly string[];
}

const CONTACT = /(?:\d[\s().-]*){5,}|@|:\/\/|\bwww\b|[\p{L}\d-]+\.\p{L}{2,}/gu;

/** Judges a reply by the guides that it may rest on. */
export function judgeWording({ text, citations, mode }: Reply, articles: readonly Article[]): WordingVerdict {
  const bare = text.replaceAll(/\s?\[\d+\]/g, '');
  const links = citations.flatMap(({ id, url, anchor }) => {
    const article = articles.find((one) => one.id === id && guidePath(id, one.lang) === url);
    return article && anchorsOf(article).includes(anchor) ? [] : [`${url}#${anchor}`];
  });
  const sentences = mode === 'model' ? splitSentences(text) : [];
  const toRead = sentences.filter((sentence) => {
    const cited = [...sentence.matchAll(/\[(\d+)\]/g)].map(([, number]) => citations[Number(number) - 1]);
    return !cited.some((citation) => {
      const article = articles.find(({ id }) => id === citation?.id);
      return (
        article !== undefined && letters(partOf(article, citation?.anchor ?? '')).includes(letters(sentence))
      );
    });
  });
  return { contacts: bare.match(CONTACT) ?? [], links, verbatim: sentences.length - toRead.length, toRead };
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
