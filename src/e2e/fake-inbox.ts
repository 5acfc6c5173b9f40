import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { fakeDeskApi, fakeMessage, fakeTicket } from '../client/inbox/fake-desk-api.ts';
import type { DeskThread } from '../core/ticket/browser.ts';
import { GUIDE } from './page-kinds.ts';
import type { Visit, VisitOptions } from './visitor.ts';

/** The inbox of the real site in front of an API that the test plays. */
export interface FakeInbox {
  readonly page: Page;
  readonly fake: ReturnType<typeof fakeDeskApi>;
  /** Lets the server tell that a ticket has changed. */
  readonly tell: (ticket: string) => Promise<void>;
}

export const SUBJECT = 'Kode OTP tidak masuk';
/** Words and a name that would do harm where they were taken for markup. */
export const HOSTILE = '<img src=x onerror="document.title=\'pwned\'"> javascript:alert(1)';

const THREADS: readonly DeskThread[] = [
  {
    ticket: fakeTicket({
      subject: SUBJECT,
      problem: GUIDE,
      priority: 'urgent',
      firstReplyDue: '2026-01-05T03:00:00.000Z',
    }),
    messages: [
      fakeMessage({
        text: HOSTILE,
        attachments: [{ id: 'f1', name: HOSTILE, type: 'application/pdf', bytes: 900, url: '/icon.svg' }],
      }),
    ],
    events: [
      { id: 'e1', at: '2026-01-05T03:00:00.000Z', actor: { kind: 'system' }, verb: 'late', detail: {} },
    ],
    viewers: [],
    story: {
      summary: HOSTILE,
      said: ['otp ga masuk'],
      signs: [{ ask: 'Apakah SMS lain masuk?', reply: 'Ya' }],
      tried: [{ action: 'Tunggu dua menit.', result: 'belum berhasil' }],
      candidates: [{ id: GUIDE, title: SUBJECT, probability: 0.7 }],
      state: 'handoff',
    },
  },
  {
    ticket: fakeTicket({ id: 't2', subject: 'Paket tidak sampai', lang: 'en' }),
    messages: [fakeMessage({ id: 'n1', text: 'Where is my parcel?' })],
    events: [],
    viewers: [{ agent: 'budi', name: 'Budi', isTyping: true }],
  },
];

/** Opens the inbox as an agent who is signed in. */
export async function openFakeInbox(visit: Visit, options: VisitOptions = {}, hash = ''): Promise<FakeInbox> {
  const page = await visit({ ...options, address: `${inject('serverUrl')}/icon.svg` });
  const fake = fakeDeskApi(THREADS);
  let changed: string | undefined;
  await page.route('**/agent/api/**', async (route) => {
    const request = route.request();
    if (request.url().endsWith('/events')) {
      // A stream that ends at once is asked for again at once: `retry` is how the browser paces it.
      const event = changed === undefined ? '' : `event: ticket\ndata: {"id":"${changed}"}\n\n`;
      changed = undefined;
      await route.fulfill({ contentType: 'text/event-stream', body: `retry: 200\n\n${event}` });
      return;
    }
    const body = request.postDataBuffer();
    try {
      const answer = await fake.handle(
        new Request(request.url(), {
          method: request.method(),
          headers: request.headers(),
          ...(body && { body: new Uint8Array(body) }),
        }),
      );
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: await answer.text(),
      });
    } catch {
      await route.abort();
    }
  });
  await page.goto(`${inject('serverUrl')}/agent/${hash}`);
  return {
    page,
    fake,
    async tell(ticket) {
      changed = ticket;
      await page.waitForResponse((response) => response.url().endsWith('/events'));
    },
  };
}
