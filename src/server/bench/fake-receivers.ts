import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeFakeSite, type FakeSite } from '../api/fake-site.ts';
import { startFakeSmtpServer } from '../mail/fake-smtp-server.ts';

export type { FakeSite };

/** The address that the pages of such a site were built for. */
export const KILL_SITE_URL = 'http://localhost:4321';

/** The real start command over a release with a few pages. */
export function makeKillSite(): Promise<FakeSite> {
  return makeFakeSite({ content: true });
}

/** A webhook that a receiver has taken. */
export interface TakenWebhook {
  /** Its `webhook-id`. */
  readonly id: string;
  /** `ticket.opened` … */
  readonly type: string;
  /** Id of the ticket. */
  readonly ticket: string;
  /** Id of the message, where it is about one. */
  readonly message: string | undefined;
}

/** A mail server and an endpoint of webhooks that take everything and count it. */
export interface Receivers {
  readonly smtpUrl: string;
  readonly webhookUrl: string;
  readonly mails: readonly { readonly to: readonly string[]; readonly source: string }[];
  readonly webhooks: readonly TakenWebhook[];
  close(): Promise<void>;
}

export async function startReceivers(): Promise<Receivers> {
  const smtp = await startFakeSmtpServer();
  const webhooks: TakenWebhook[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      webhooks.push(readWebhook(String(request.headers['webhook-id']), Buffer.concat(parts).toString()));
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    smtpUrl: smtp.url,
    webhookUrl: `http://127.0.0.1:${port}/`,
    mails: smtp.taken,
    webhooks,
    async close() {
      await smtp.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The body is what `server/webhook` writes. */
function readWebhook(id: string, body: string): TakenWebhook {
  const { type, data } = JSON.parse(body) as {
    readonly type: string;
    readonly data: {
      readonly ticket: { readonly id: string };
      readonly detail: { readonly message?: string };
    };
  };
  return { id, type, ticket: data.ticket.id, message: data.detail.message };
}
