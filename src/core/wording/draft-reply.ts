import type { Language } from '../article/browser.ts';
import { checkSentence, type DropRule } from './check-sentence.ts';
import { citationList } from './citation-list.ts';
import { MOST_SENTENCES } from './extract-reply.ts';
import type { SourcePassage } from './passage.ts';
import type { Reply } from './reply.ts';

/** Why a sentence was left out: a rule, or it came once more. */
export type DroppedFor = DropRule | 'repeated';

/** A reply in the making, from the sentences of a language model. */
export interface ReplyDraft {
  /** The sentence as it may be shown, its citations numbered anew; undefined when it is dropped. */
  readonly add: (sentence: string) => string | undefined;
  /** No further sentence is wanted: the reply is full, or too much was dropped for it to become one. */
  readonly isOver: () => boolean;
  /** The sentences that were dropped, in order. */
  readonly dropped: readonly { readonly rule: DroppedFor; readonly sentence: string }[];
  /** The reply; undefined when too little is left: nothing of a guide beside its title, or less than was dropped. */
  readonly finish: () => Reply | undefined;
}

/** Begins a reply of at most `most` sentences that may rest on `passages` alone; `instructions` are what must not leak. */
export function draftReply(
  lang: Language,
  passages: readonly SourcePassage[],
  instructions: string,
  most = MOST_SENTENCES,
): ReplyDraft {
  const { cite, citations } = citationList();
  const texts = passages.map(({ text }) => text);
  const titles = new Set(passages.map(({ article }) => article.title.replace(/\.$/, '')));
  const kept: string[] = [];
  /** Something of a guide is said beside its title. */
  let says = false;
  const seen = new Set<string>();
  const dropped: { rule: DroppedFor; sentence: string }[] = [];
  const isOver = () => kept.length >= most || dropped.length > most;
  return {
    dropped,
    isOver,
    add(given) {
      const sentence = plain(given);
      if (sentence === '' || isOver()) return undefined;
      const rule = seen.has(sentence)
        ? 'repeated'
        : checkSentence(sentence, { lang, passages: texts, instructions });
      seen.add(sentence);
      if (rule) {
        dropped.push({ rule, sentence });
        return undefined;
      }
      const shown = citedAtEnd(sentence).replaceAll(CITATION, (mark, number) => {
        const passage = passages[Number(number) - 1];
        return passage ? cite(passage.article, passage.anchor) : mark;
      });
      kept.push(shown);
      const claim = shown
        .replaceAll(CITATION, '')
        .replace(/[.\s]+$/, '')
        .trim();
      if (shown.includes('[') && !titles.has(claim)) says = true;
      return shown;
    },
    finish() {
      if (!says || kept.length < dropped.length) return undefined;
      return { text: kept.join(' '), citations: [...citations], mode: 'model' };
    },
  };
}

const CITATION = /\[(\d{1,3})\]/g;

/** "[1] Wait." as "Wait. [1]". */
function citedAtEnd(sentence: string): string {
  return sentence.replace(
    /^((?:\[\d{1,3}\]\s*)+)(.+)$/,
    (_, numbers: string, rest: string) => `${rest} ${numbers.trim()}`,
  );
}

/** Without the dress that models put on plain text: bold, and the mark of a list. */
function plain(sentence: string): string {
  return sentence
    .replaceAll('**', '')
    .replace(/^\s*(?:[-•]|\d{1,2}[.)])\s+/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
