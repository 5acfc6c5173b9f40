import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it, vi } from 'vitest';
import { createAskOutward, type OutwardAnswer, type OutwardRequest } from '../outward/index.ts';
import type { Ticket, TicketEvent } from '../ticket/index.ts';
import { openWebhooks } from './webhook.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const URL = 'https://hooks.example.org/pandu?key=hidden';

const TICKET: Ticket = {
  id: 'ticket-1',
  reference: '4829-1735',
  lang: 'id',
  subject: 'Saldo saya hilang',
  status: 'new',
  priority: 'high',
  channel: 'contact',
  email: 'pembaca@example.org',
  phone: '0800-0000',
  createdAt: new Date('2026-11-25T02:00:00Z'),
  updatedAt: new Date('2026-11-25T02:00:00Z'),
  version: 1,
};
const EVENT: TicketEvent = {
  id: 'event-1',
  ticket: 'ticket-1',
  at: new Date('2026-11-25T02:00:00Z'),
  actor: { kind: 'reader' },
  verb: 'opened',
  detail: {},
};

/** Webhooks to one endpoint that answers `statuses` in turn, with what it was asked. */
function open(...statuses: readonly number[]) {
  const asked: OutwardRequest[] = [];
  const ask = (request: OutwardRequest): Promise<OutwardAnswer> => {
    const status = statuses[asked.length] ?? 200;
    asked.push(request);
    return Promise.resolve({ status, body: '' });
  };
  const webhooks = openWebhooks({ urls: [URL], secret: SECRET }, ask);
  const taken = vi.fn();
  const deliver = () => webhooks.deliver(webhooks.endpoints[0] ?? '', EVENT, TICKET, taken);
  return { asked, webhooks, deliver, taken };
}

describe('a webhook', () => {
  it('is signed so that a receiver with the secret can check it, and nobody else', async () => {
    const { asked, deliver } = open();
    await deliver();
    const [request] = asked;
    expect(request).toBeDefined();
    const { body = '', headers = {} } = request ?? {};
    expect(new Webhook(SECRET).verify(body, { ...headers })).toMatchObject({ type: 'ticket.opened' });
    expect(() =>
      new Webhook('whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA').verify(body, { ...headers }),
    ).toThrow();
    expect(() => new Webhook(SECRET).verify(body.replace('high', 'low'), { ...headers })).toThrow();
  });

  it('tells what happened, and nothing of the person', async () => {
    const { asked, deliver } = open();
    await deliver();
    const sent = JSON.stringify(asked);
    expect(sent).toContain('4829-1735');
    for (const word of [TICKET.subject, TICKET.email, TICKET.phone]) expect(sent).not.toContain(word);
  });

  it('has the same id when it is delivered again, so that a receiver knows it', async () => {
    const { asked, deliver, taken } = open(500, 200);
    await expect(deliver()).rejects.toThrow('500');
    expect(taken).not.toHaveBeenCalled();
    await deliver();
    expect(taken).toHaveBeenCalledOnce();
    expect(asked.map(({ headers }) => headers['webhook-id'])).toEqual(['event-1', 'event-1']);
  });

  it('is delivered once its status is there, however its body ends', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'Content-Length': '10' }).write('half');
      setTimeout(() => response.destroy(), 20);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A server that listens on a port has an address of this kind.
    const { port } = server.address() as AddressInfo;
    const ask = createAskOutward({ networks: ['127.0.0.1'] });
    const webhooks = openWebhooks({ urls: [`http://127.0.0.1:${port}/`], secret: SECRET }, ask);
    const taken = vi.fn();
    await webhooks.deliver(webhooks.endpoints[0] ?? '', EVENT, TICKET, taken);
    expect(taken).toHaveBeenCalledOnce();
    await new Promise((resolve) => server.close(resolve));
  });

  it.each([301, 400, 404, 429, 503])('is tried again after %i', async (status) => {
    await expect(open(status).deliver()).rejects.toThrow(String(status));
  });

  it('is not sent again to an endpoint that is gone for good', async () => {
    const { asked, deliver, taken } = open(410);
    await deliver();
    await deliver();
    expect(asked).toHaveLength(1);
    expect(taken).not.toHaveBeenCalled();
  });

  it('names endpoints without their address, and leaves alone those that are not configured any more', async () => {
    const { asked, webhooks } = open();
    expect(webhooks.endpoints.join()).not.toMatch(/hooks|hidden/);
    await webhooks.deliver('another', EVENT, TICKET);
    expect(asked).toEqual([]);
  });
});
