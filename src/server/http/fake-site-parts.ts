import type { Article } from '../../core/article/browser.ts';
import type { SearchRequest } from '../../core/search/browser.ts';
import { fakeConversationParts } from '../conversation/fake-conversation-parts.ts';
import {
  fakeConversationStore,
  type FakeConversationStore,
} from '../conversation/fake-conversation-store.ts';
import { openConversations, type Conversations } from '../conversation/index.ts';
import type { AskSearch, ReadArticle } from './site-parts.ts';

/** What routes of a site are given in tests, with what they were asked. */
export interface FakeSiteParts {
  readonly search: AskSearch;
  readonly readArticle: ReadArticle;
  readonly conversations: Conversations;
  readonly knowledge: ReturnType<typeof fakeConversationParts>['knowledge'];
  readonly siteUrl: string;
  readonly stopping: AbortSignal;
  readonly log: (line: string) => void;
  readonly store: FakeConversationStore;
  readonly searches: SearchRequest[];
  readonly lines: string[];
}

/** Parts that know one guide (`banking/otp`) and find it for every search; conversations in memory. */
export function fakeSiteParts(): FakeSiteParts {
  const searches: SearchRequest[] = [];
  const lines: string[] = [];
  const store = fakeConversationStore();
  const talk = fakeConversationParts(store);
  return {
    searches,
    lines,
    store,
    search: (request) => {
      searches.push(request);
      const { query, lang } = request;
      return Promise.resolve({ query, lang, outOfScope: false, mode: 'lexical', results: [HIT] });
    },
    readArticle: (lang, id) => Promise.resolve(id === 'banking/otp' ? articleIn(lang) : undefined),
    conversations: openConversations(talk),
    knowledge: talk.knowledge,
    stopping: new AbortController().signal,
    siteUrl: 'http://localhost:4321',
    log: (line) => void lines.push(line),
  };
}

const HIT = {
  id: 'banking/otp',
  url: '/banking/otp/',
  title: 'Kode OTP tidak diterima',
  description: 'Kode tidak masuk.',
  sector: 'banking',
  score: 1,
  confidence: 0.9,
  passage: { text: 'Kode OTP', anchor: '', marks: [[5, 8]] },
} as const;

function articleIn(lang: Article['lang']): Article {
  const text = { text: 'Kode OTP', html: '<p>Kode OTP</p>' };
  return {
    id: 'banking/otp',
    lang,
    sector: 'banking',
    slug: 'otp',
    code: 'b2c',
    title: lang === 'id' ? 'Kode OTP tidak diterima' : 'OTP code not received',
    description: 'Kode tidak masuk.',
    asks: [],
    symptoms: [text],
    steps: [],
    ifUnresolved: text,
    causes: text,
    prevention: text,
    risk: 'security',
    escalate: 'if-unresolved',
    related: [],
    signs: {},
    services: [],
    citations: [],
    reviewed: '2026-01-01',
    reviewEveryDays: 180,
    markdown: 'Kode OTP. '.repeat(500),
  };
}
