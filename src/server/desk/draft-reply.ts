import { permalinkPath, type Article, type Language } from '../../core/article/browser.ts';
import type { DeskDraft, DeskStory, DeskSuggestion } from '../../core/ticket/index.ts';

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
export function draftReply({ lang, siteUrl, agentName, guide, story }: DraftSubject): DeskDraft {
  const words = WORDS[lang];
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

/** The suggestion that a draft is written from: one that is likely enough, rather one that was not sent yet. */
export function likeliest(suggestions: readonly DeskSuggestion[]): DeskSuggestion | undefined {
  const likely = suggestions.filter(({ probability }) => probability >= LEAST_PROBABILITY);
  return likely.find(({ isSent }) => isSent !== true) ?? likely[0];
}

const LEAST_PROBABILITY = 0.2;

interface DraftWords {
  readonly greeting: string;
  readonly ask: string;
  readonly tryThis: string;
  readonly allTried: string;
  readonly whole: string;
  readonly after: string;
}

const WORDS: Readonly<Record<Language, DraftWords>> = {
  id: {
    greeting: 'Halo, terima kasih sudah menulis.',
    ask: 'Supaya tidak salah langkah, boleh ceritakan apa yang muncul di layar dan sejak kapan? Jangan kirim PIN, OTP, atau kata sandi.',
    tryThis: 'Coba langkah ini dulu, satu per satu:',
    allTried:
      'Langkah-langkah yang biasanya berhasil sudah Anda coba. Bagian “Jika belum berhasil” di panduan ini menjelaskan ke mana selanjutnya:',
    whole: 'Panduan lengkapnya:',
    after: 'Kalau ada yang tidak cocok dengan yang Anda lihat, balas saja di sini.',
  },
  en: {
    greeting: 'Hello, and thank you for writing.',
    ask: 'So that we take the right step: what does the screen show, and since when? Please send no PIN, code or password.',
    tryThis: 'Please try these steps first, one at a time:',
    allTried:
      'You have tried what usually helps. The part “If it still fails” of this guide says where to go next:',
    whole: 'The whole guide:',
    after: 'If something differs from what you see, just answer here.',
  },
};
