import type { Article } from '../../core/article/browser.ts';
import type { SearchRequest } from '../../core/search/browser.ts';
import { fakeConversationParts } from '../conversation/fake-conversation-parts.ts';
import {
  fakeConversationStore,
  type FakeConversationStore,
} from '../conversation/fake-conversation-store.ts';
import { createVoice, openConversations } from '../conversation/index.ts';
import type { ReplyWriter } from '../language-model/index.ts';
import type { AppParts } from './app-parts.ts';

/** The parts of an app for tests, with what they were asked. */
export interface FakeParts extends AppParts {
  readonly store: FakeConversationStore;
  readonly searches: SearchRequest[];
  readonly lines: string[];
}

/**
 * Parts that know one guide (`banking/otp`, code `b2c`), find it for every search, have no files, and make one
 * page (`/cari/`); conversations as `fakeConversationParts` has them, in memory. `changes` replaces some of them.
 */
export function fakeParts(changes: Partial<AppParts> = {}): FakeParts {
  const searches: SearchRequest[] = [];
  const lines: string[] = [];
  const store = fakeConversationStore();
  const talk = fakeConversationParts(store);
  const readArticle: AppParts['readArticle'] = (lang, id) =>
    Promise.resolve(id === 'banking/otp' ? articleIn(lang) : undefined);
  let time = 0;
  return {
    searches,
    lines,
    store,
    search: (request) => {
      searches.push(request);
      const { query, lang } = request;
      return Promise.resolve({ query, lang, outOfScope: false, mode: 'lexical', results: [HIT] });
    },
    readArticle,
    resolveCode: (code) => Promise.resolve(code === 'b2c' ? 'banking/otp' : undefined),
    files: { answer: () => Promise.resolve(undefined), answerWith: () => Promise.resolve(undefined) },
    renderPage: (request) => Promise.resolve(new URL(request.url).pathname === '/cari/' ? page() : undefined),
    conversations: openConversations(talk),
    voice: createVoice({ knowledge: talk.knowledge, readArticle, writer: SILENT_WRITER }),
    conversationDays: 30,
    stopping: new AbortController().signal,
    siteUrl: 'http://localhost:4321',
    isReady: () => true,
    now: () => (time += 1),
    log: (line) => void lines.push(line),
    ...changes,
  };
}

/** Leaves the words to the guides, so that it is never asked to write. */
const SILENT_WRITER: ReplyWriter = {
  mode: () => 'extractive',
  write: () => {
    throw new Error('A writer without a model was asked to write.');
  },
};

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

function page(): Response {
  return new Response('<!doctype html><title>Cari</title>', { headers: { 'Content-Type': 'text/html' } });
}

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
