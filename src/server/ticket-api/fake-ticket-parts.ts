import { tmpdir } from 'node:os';
import path from 'node:path';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { fakeSiteParts, type FakeSiteParts } from '../http/fake-site-parts.ts';
import { PDF } from '../attachment/fake-files.ts';
import { openAttachments } from '../attachment/index.ts';
import { openConversationStore } from '../conversation/index.ts';
import type { Database } from '../database/index.ts';
import { createRateLimiter, type PageLocals } from '../http/index.ts';
import { openIntake } from '../intake/index.ts';
import { openSubjects } from '../privacy/index.ts';
import { openFakeTicketStore } from '../ticket/fake-ticket-store.ts';
import { createLiveTickets, type LiveTickets } from '../ticket/index.ts';
import type { TicketParts } from './ticket-parts.ts';

/** The parts of readers' tickets for tests, with what they sent and drew. */
export interface FakeTicketParts extends TicketParts {
  readonly live: LiveTickets;
  readonly conversations: FakeSiteParts['conversations'];
  /** The codes that went to mailboxes. */
  readonly codes: string[];
  /** What each page was told. */
  readonly drawn: PageLocals[];
}

/** Nobody drafts guides in tests of readers: it is never there. */
const DATA_DIR = path.join(tmpdir(), 'pandu-no-drafts');

/** Opens them over a database (one of TEST_DATABASES): real but for mail, agents and pages, which are empty. */
export async function openFakeTicketParts(database: Database): Promise<FakeTicketParts> {
  const codes: string[] = [];
  const drawn: PageLocals[] = [];
  const now = () => new Date();
  const { tickets } = await openFakeTicketStore(database);
  await openConversationStore(database);
  const intake = await openIntake(database, {
    now,
    sendCode: (_, __, ___, code) => Promise.resolve(void codes.push(code)),
  });
  return {
    ...fakeSiteParts(),
    codes,
    drawn,
    tickets,
    attachments: await openAttachments(database, { now }),
    intake,
    subjects: openSubjects(database, { now, dataDir: DATA_DIR }),
    live: await createLiveTickets(database),
    rateLimiter: createRateLimiter({ trustedProxies: [], now: () => Date.now(), burst: 1000 }),
    nameAgent: () => Promise.resolve('Sari'),
    pageLocals: () => ({ desk: { answersByMail: true, drawnAt: intake.stamps.draw() } }),
    renderPage: (_, locals) => {
      drawn.push(locals);
      return Promise.resolve(new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }));
    },
  };
}

/** What opening a ticket answers. */
export interface OpenedBody {
  readonly token: string;
  readonly reference: string;
  readonly url: string;
  readonly covered?: string[];
}

/** A form as a browser sends it. */
export function formOf(fields: Readonly<Record<string, string | File | readonly File[]>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : [value].flat()) form.append(name, one);
  }
  return form;
}

/** A small PDF under any name. */
export function pdf(name = 'bukti.pdf'): File {
  return new File([PDF], name, { type: 'application/pdf' });
}

/** The work of a browser for one request. */
export async function proveWork({ intake }: Pick<TicketParts, 'intake'>): Promise<string> {
  const challenge = await intake.proofs.challenge();
  return btoa(JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) }));
}
