import { permalinkPath } from '../../core/article/browser.ts';
import type { TicketView, TicketViewMessage } from '../../core/ticket/index.ts';
import type { TicketMessage, TicketThread } from '../ticket/index.ts';
import type { TicketParts } from './ticket-parts.ts';

export const TICKETS = '/api/v1/tickets';

/** A ticket as its reader sees it; `token` is the one that opened it, and stands in the addresses of its files. */
export async function viewOf(
  { ticket, messages }: TicketThread,
  token: string,
  parts: Pick<TicketParts, 'nameAgent' | 'readArticle' | 'siteUrl'>,
): Promise<TicketView> {
  const { reference, lang, subject, status, createdAt, email, rating, firstReplyDue, solveDue } = ticket;
  const answerBy = firstReplyDue ?? solveDue;
  const authors = [...new Set(messages.flatMap(({ author }) => author ?? []))];
  const names = new Map(
    await Promise.all(authors.map(async (id) => [id, await parts.nameAgent(id)] as const)),
  );
  return {
    ...{ reference, lang, subject },
    status: status === 'held' ? 'new' : status,
    createdAt: createdAt.toISOString(),
    ...(answerBy && { answerBy: answerBy.toISOString() }),
    messages: await Promise.all(messages.map((message) => messageOf(message, { token, lang, names }, parts))),
    hasEmail: email !== undefined,
    ...(rating && { rating }),
  };
}

async function messageOf(
  { id, kind, author, text, createdAt, sendAt, guides, attachments }: TicketMessage,
  {
    token,
    lang,
    names,
  }: {
    readonly token: string;
    readonly lang: TicketView['lang'];
    readonly names: ReadonlyMap<string, string | undefined>;
  },
  { readArticle, siteUrl }: Pick<TicketParts, 'readArticle' | 'siteUrl'>,
): Promise<TicketViewMessage> {
  const name = author === undefined ? undefined : names.get(author);
  const known = await Promise.all(
    guides.map(async ({ problem, solved }) => {
      const article = await readArticle(lang, problem);
      if (!article) return [];
      const url = `${siteUrl}${permalinkPath(article.code, lang)}`;
      return [{ id: problem, title: article.title, url, ...(solved !== undefined && { solved }) }];
    }),
  );
  return {
    id,
    from: kind === 'note' ? 'system' : kind,
    ...(name !== undefined && { author: name }),
    text,
    at: (kind === 'agent' ? sendAt : createdAt).toISOString(),
    guides: known.flat(),
    attachments: attachments.map((one) => ({ ...one, url: `${TICKETS}/${token}/attachments/${one.id}` })),
  };
}
