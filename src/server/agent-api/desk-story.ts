import type { DeskStory } from '../../core/ticket/index.ts';
import { readDeskStory, suggestGuides } from '../desk/index.ts';
import { problemResponse } from '../http/index.ts';
import type { TicketThread } from '../ticket/index.ts';
import type { DeskRouteParts } from './desk-routes.ts';

/** What a story and the guides that fit it are read from. */
export type StoryParts = Pick<
  DeskRouteParts,
  'conversations' | 'knowledge' | 'readArticle' | 'search' | 'siteUrl'
>;

/** The story of the conversation that a ticket came from; undefined without one, or once its time is over. */
export async function storyOf(parts: StoryParts, { ticket }: TicketThread): Promise<DeskStory | undefined> {
  if (ticket.conversation === undefined) return undefined;
  const kept = await parts.conversations.readFor(ticket.conversation);
  return kept && readDeskStory(parts, kept.conversation, ticket.lang);
}

/** Guides that fit what the reader wrote and what the agent types (`typed`). */
export function suggestFor(
  parts: StoryParts,
  { ticket, messages }: TicketThread,
  typed: string,
  story: DeskStory | undefined,
) {
  const said = messages.filter(({ kind }) => kind === 'reader').map(({ text }) => text);
  return suggestGuides(parts, {
    lang: ticket.lang,
    said,
    typed,
    sent: new Set(messages.flatMap(({ guides }) => guides.map((guide) => guide.problem))),
    ...(story && { story }),
    ...(ticket.problem !== undefined && { problem: ticket.problem }),
  });
}

/** The answer about a ticket that is not there. */
export function gone(): Response {
  return problemResponse(404, 'There is no such ticket any more. Look at the list again.');
}
