import { createVoice } from '../conversation/index.ts';
import { fakeSiteParts, type FakeSiteParts } from '../http/fake-site-parts.ts';
import type { ReplyWriter } from '../language-model/index.ts';
import type { AppParts } from './app-parts.ts';

/** The parts of an app for tests, with what they were asked. */
export type FakeParts = AppParts & Pick<FakeSiteParts, 'store' | 'searches' | 'lines'>;

/**
 * `fakeSiteParts` whose guide has the code `b2c`, with no files and one page (`/cari/`). `changes` replaces some of
 * them.
 */
export function fakeParts(changes: Partial<AppParts> = {}): FakeParts {
  const { knowledge, ...site } = fakeSiteParts();
  let time = 0;
  return {
    ...site,
    resolveCode: (code) => Promise.resolve(code === 'b2c' ? 'banking/otp' : undefined),
    files: { answer: () => Promise.resolve(undefined), answerWith: () => Promise.resolve(undefined) },
    renderPage: (request) => Promise.resolve(new URL(request.url).pathname === '/cari/' ? page() : undefined),
    voice: createVoice({ ...site, knowledge, writer: SILENT_WRITER }),
    conversationDays: 30,
    isReady: () => true,
    now: () => (time += 1),
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

function page(): Response {
  return new Response('<!doctype html><title>Cari</title>', { headers: { 'Content-Type': 'text/html' } });
}
