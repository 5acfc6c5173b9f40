import { permalinkPath, type Article, type Language } from '../../core/article/browser.ts';
import type { DeskDraft, DeskStory } from '../../core/ticket/index.ts';
import { DRAFT_WORDS } from './draft-words.ts';

/** What a draft is written from. */
export interface DraftSubject {
  readonly lang: Language;
  readonly siteUrl: string;
  readonly agentName: string;
  /** The guide that fits best, if one does. */
  readonly guide: Article | undefined;
  readonly story?: DeskStory;
}

/** So many steps are written out; the guide has the rest. */
const MOST_STEPS = 3;

/**
 * A reply for an agent to edit, from the guide alone: its next steps that the reader has not tried, and its short
 * address. Without a guide it asks what is missing.
 */
export function draftFromGuide({ lang, siteUrl, agentName, guide, story }: DraftSubject): DeskDraft {
  const words = DRAFT_WORDS[lang];
  if (!guide) return { text: [words.greeting, words.ask, agentName].join('\n\n'), guides: [], mode: 'guide' };
  const tried = new Set((story?.tried ?? []).map(({ action }) => action));
  const open = guide.steps.filter(({ action }) => !tried.has(action.text)).slice(0, MOST_STEPS);
  const steps = open.map(({ action }, index) => `${index + 1}. ${action.text}`);
  const link = `${words.whole} ${siteUrl}${permalinkPath(guide.code, lang)}`;
  const body = steps.length > 0 ? [words.tryThis, steps.join('\n'), link] : [words.allTried, link];
  return {
    text: [words.greeting, ...body, words.after, agentName].join('\n\n'),
    guides: [{ problem: guide.id, form: steps.length > 0 ? 'steps' : 'link' }],
    mode: 'guide',
  };
}
