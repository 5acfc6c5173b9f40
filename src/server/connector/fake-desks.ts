import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A desk elsewhere for tests: as its documentation says, over HTTP, in memory. */
export interface FakeDesk {
  readonly url: string;
  /** Every ticket or conversation, with the texts of its messages in order. */
  readonly tickets: readonly FakeRemoteTicket[];
  /** Carries out the request of that number (from 1) and breaks the connection: the answer is lost. */
  loseAnswer(request: number): void;
  close(): Promise<void>;
}

export interface FakeRemoteTicket {
  readonly id: number;
  readonly about: Readonly<Record<string, unknown>>;
  readonly texts: string[];
}

type Answer = readonly [status: number, body: unknown];
type Carry = (method: string, url: URL, body: Readonly<Record<string, unknown>>) => Answer;

/** A Chatwoot with one account (1) and one API inbox (3), opened by the token `token`. */
export function startFakeChatwoot(): Promise<FakeDesk> {
  const contacts: { id: number; identifier: string }[] = [];
  const conversations: (FakeRemoteTicket & { contact: number; messages: { readonly id: number }[] })[] = [];
  const sources = new Map<string, number>();
  const addSource = (contact: number) => {
    const source = `source-${sources.size + 1}`;
    sources.set(source, contact);
    return source;
  };
  const carry: Carry = (method, url, body) => {
    const route = `${method} ${url.pathname.replace('/api/v1/accounts/1', '').replace(/\/\d+/, '/:id')}`;
    const id = Number(/\/(\d+)(?:\/\w+)?$/.exec(url.pathname)?.[1]);
    const conversation = conversations.find((one) => one.id === id);
    switch (route) {
      case 'GET /contacts/search': {
        const q = url.searchParams.get('q') ?? '';
        return [200, { meta: {}, payload: contacts.filter(({ identifier }) => identifier.includes(q)) }];
      }
      case 'POST /contacts': {
        const identifier = String(body['identifier']);
        if (contacts.some((one) => one.identifier === identifier)) {
          return [422, { message: 'Identifier has already been taken', attributes: ['identifier'] }];
        }
        const contact = { id: contacts.length + 1, identifier };
        contacts.push(contact);
        return [
          200,
          { payload: { contact, contact_inbox: { source_id: addSource(contact.id), inbox: {} } } },
        ];
      }
      case 'POST /contacts/:id/contact_inboxes':
        return [200, { source_id: addSource(id), inbox: { id: body['inbox_id'] } }];
      case 'GET /contacts/:id/conversations':
        return [
          200,
          {
            payload: conversations
              .filter(({ contact }) => contact === id)
              .map((one) => ({ id: one.id, custom_attributes: one.about })),
          },
        ];
      case 'POST /conversations': {
        const contact = sources.get(String(body['source_id']));
        if (contact === undefined || body['inbox_id'] !== 3)
          return [404, { error: 'Resource could not be found' }];
        const about = body['custom_attributes'] as Record<string, unknown>;
        const made = { id: conversations.length + 1, contact, about, texts: [], messages: [] };
        conversations.push(made);
        return [200, { id: made.id, account_id: 1, inbox_id: 3, custom_attributes: about }];
      }
      case 'GET /conversations/:id/messages': {
        if (!conversation) return [404, {}];
        const after = url.searchParams.get('after');
        const payload =
          after === null
            ? conversation.messages.slice(-20)
            : conversation.messages.filter((one) => one.id > Number(after)).slice(0, 100);
        return [200, { meta: {}, payload }];
      }
      case 'POST /conversations/:id/messages': {
        if (!conversation) return [404, {}];
        conversation.texts.push(String(body['content']));
        const message = { id: conversation.messages.length + 1, ...body };
        conversation.messages.push(message);
        return [200, message];
      }
      default:
        return [404, { error: `no such route: ${route}` }];
    }
  };
  return serve(conversations, (headers) => headers['api_access_token'] === 'token', carry);
}

/** A Zammad with the group `Bantuan`, opened by the token `token`. Its search may lag; this one does not. */
export function startFakeZammad(): Promise<FakeDesk> {
  const tickets: (FakeRemoteTicket & { articles: Record<string, unknown>[] })[] = [];
  const addArticle = (ticket: (typeof tickets)[number], article: Readonly<Record<string, unknown>>) => {
    ticket.texts.push(String(article['body']));
    const made = { id: ticket.articles.length + 1, ...article };
    ticket.articles.push(made);
    return made;
  };
  const show = (one: (typeof tickets)[number]) => ({ id: one.id, title: one.about['title'], customer_id: 7 });
  const carry: Carry = (method, url, body) => {
    const id = Number(/\/(\d+)$/.exec(url.pathname)?.[1]);
    switch (`${method} ${url.pathname.replace('/api/v1', '').replace(/\/\d+$/, '/:id')}`) {
      case 'GET /tickets/search': {
        const title = /^title:"(.+)"$/.exec(url.searchParams.get('query') ?? '')?.[1] ?? '';
        return [200, tickets.filter(({ about }) => String(about['title']).includes(title)).map(show)];
      }
      case 'POST /tickets': {
        if (body['group'] !== 'Bantuan') return [422, { error: "No lookup value found for 'group'" }];
        const { article, ...about } = body;
        const made = { id: tickets.length + 1, about, texts: [], articles: [] };
        tickets.push(made);
        addArticle(made, article as Record<string, unknown>);
        return [201, show(made)];
      }
      case 'GET /ticket_articles/by_ticket/:id':
        return [200, tickets.find((one) => one.id === id)?.articles ?? []];
      case 'POST /ticket_articles': {
        const ticket = tickets.find((one) => one.id === body['ticket_id']);
        return ticket ? [201, addArticle(ticket, body)] : [404, { error: 'Not found' }];
      }
      default:
        return [404, { error: 'Not found' }];
    }
  };
  return serve(tickets, ({ authorization }) => authorization === 'Token token=token', carry);
}

async function serve(
  tickets: readonly FakeRemoteTicket[],
  mayEnter: (headers: IncomingMessage['headers']) => boolean,
  carry: Carry,
): Promise<FakeDesk> {
  const lost = new Set<number>();
  let requests = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    requests++;
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [status, made] = mayEnter(request.headers)
      ? carry(request.method ?? 'GET', url, body)
      : ([401, { error: 'You need to sign in' }] as const);
    if (lost.has(requests)) request.socket.destroy();
    else response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(made));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    tickets,
    loseAnswer: (request) => void lost.add(request),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
