import { vi } from 'vitest';
import type { DeskList, DeskThread } from '../core/ticket/browser.ts';
import { ADMIN } from './desk-agent.ts';
import { join, signInAs, type DeskSession } from './desk-session.ts';
import { openTicket, sendPictures, viewTicket, type OwnTicket } from './desk-tickets.ts';
import type { StartedSite } from './start-site.ts';

/** Something of all that is kept: a ticket with its thread and a file, an agent and a conversation. */
export interface StoreStory {
  readonly ticket: OwnTicket;
  /** Where the reader comes back to, with the secret of that. */
  readonly conversation: { readonly id: string; readonly secret: string };
  /** The session that the agent had. */
  readonly cookie: string;
}

/** What of a story a server tells over HTTP. */
export interface ToldStory {
  readonly status: string;
  readonly messages: readonly (readonly [from: string, text: string])[];
  /** The bytes of the file as base64, as its reader gets them. */
  readonly file: string;
  /** What the agent reads, signed in anew. */
  readonly story: readonly string[];
  /** The status of a call in the session from before. */
  readonly oldSession: number;
  readonly turns: readonly unknown[];
}

const WORDS = 'paket belum sampai';

/** Puts a story into the empty store of a site that prints the link of its first admin. */
export async function tellStory(site: StartedSite): Promise<StoreStory> {
  const desk = deskOf(site);
  const link = await vi.waitFor(() => readLink(site), { timeout: 60_000 });
  await join(desk, link, ADMIN);
  const session = await signInAs(desk, ADMIN);
  const ticket = await openTicket(desk, { text: 'Uangnya belum kembali \u{1F614}\n\u2028"; --' });
  await sendPictures(desk, ticket, ['bukti.png']);
  await answerAs(session, ticket);
  await vi.waitFor(() => seeAnswer(desk, ticket), { timeout: 60_000, interval: 500 });
  const conversation = await converse(site);
  return { ticket, conversation, cookie: session.cookie };
}

/** Reads a story back, as its reader and as its agent. */
export async function readStory(
  site: StartedSite,
  { ticket, conversation, cookie }: StoreStory,
): Promise<ToldStory> {
  const desk = deskOf(site);
  const session = await signInAs(desk, ADMIN);
  const { status, messages } = await viewTicket(desk, ticket);
  const file = messages.flatMap(({ attachments }) => attachments)[0]?.id ?? '';
  const got = await fetch(`${site.url}/api/v1/tickets/${ticket.token}/attachments/${file}`);
  if (!got.ok) throw new Error(`The file is not given: ${got.status}.`);
  const { thread } = await findThread(session, ticket);
  const old = await fetch(`${site.url}/agent/api/tickets?view=all`, { headers: { Cookie: cookie } });
  return {
    status,
    messages: messages.map(({ from, text }) => [from, text] as const),
    file: Buffer.from(await got.arrayBuffer()).toString('base64'),
    story: thread.messages.map(({ text }) => text),
    oldSession: old.status,
    turns: await readTurns(site, conversation),
  };
}

/** What the other helpers of a desk take. */
export function deskOf({ url, printed }: StartedSite) {
  return {
    readerUrl: url,
    agentUrl: url,
    printed,
    firstAdminPath: '',
    mails: [],
    stop: () => Promise.resolve(),
  };
}

async function answerAs(session: DeskSession, ticket: OwnTicket): Promise<void> {
  const { id, thread } = await findThread(session, ticket);
  const body = { text: 'Kami cek dulu.', version: thread.ticket.version, guides: [] };
  const sent = await session.ask(`/tickets/${id}/reply`, body);
  if (!sent.ok) throw new Error(`The agent could not answer: ${await sent.text()}`);
}

/** Until then the agent can take the answer back. */
async function seeAnswer(desk: ReturnType<typeof deskOf>, ticket: OwnTicket): Promise<void> {
  const { messages } = await viewTicket(desk, ticket);
  if (messages.length < 3) throw new Error('The answer of the agent has not come yet.');
}

async function findThread(session: DeskSession, { reference }: OwnTicket) {
  const { tickets } = await readAs<DeskList>(session, '/tickets?view=all');
  const id = tickets.find((one) => one.reference === reference)?.id ?? '';
  return { id, thread: await readAs<DeskThread>(session, `/tickets/${id}`) };
}

async function readAs<Answer>(session: DeskSession, path: string): Promise<Answer> {
  const response = await session.ask(path);
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  // The caller names the part of the agreed form that it looks at.
  return (await response.json()) as Answer;
}

async function converse({ url }: StartedSite): Promise<StoreStory['conversation']> {
  const response = await fetch(`${url}/api/v1/conversations`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ lang: 'id', text: WORDS }),
  });
  if (!response.ok) throw new Error(`No conversation began: ${await response.text()}`);
  // The contract says that these are there.
  const { id, secret } = (await response.json()) as StoreStory['conversation'];
  return { id, secret };
}

async function readTurns(
  { url }: StartedSite,
  { id, secret }: StoreStory['conversation'],
): Promise<readonly unknown[]> {
  const response = await fetch(`${url}/api/v1/conversations/${id}`, {
    headers: { Authorization: `Bearer ${secret}` },
  });
  if (!response.ok) throw new Error(`The conversation is gone: ${await response.text()}`);
  const { turns } = (await response.json()) as { readonly turns: { readonly turns: readonly unknown[] } };
  return turns.turns;
}

function readLink({ printed }: StartedSite): string {
  const [, link] = /first admin, once: http:\/\/[^/\s]+(\/agent\/\S+)/.exec(printed()) ?? [];
  if (link === undefined) throw new Error(`No link for the first admin was printed:\n${printed()}`);
  return link;
}
