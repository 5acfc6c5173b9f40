import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { AskOutward } from '../outward/index.ts';
import type { Ticket, TicketEvent } from '../ticket/index.ts';

/** Where webhooks go, and what they are signed with. */
export interface WebhookSettings {
  readonly urls: readonly string[];
  /** `whsec_` and the key in base64. */
  readonly secret: string;
}

/** A name of an endpoint that is no secret: an address may hold one. */
export type EndpointName = string;

/** Tells other programs of events, signed as Standard Webhooks says (standardwebhooks.com, version 1.0.0). */
export interface Webhooks {
  readonly endpoints: readonly EndpointName[];
  /**
   * Delivers an event to an endpoint; one that is not configured any more is left alone. The same event has the same
   * `webhook-id` each time, so that a receiver knows it again. Calls `taken` in the moment of its 2xx.
   * @throws {WebhookRefusedError} unless the endpoint answers 2xx; to be tried again later.
   */
  deliver(endpoint: EndpointName, event: TicketEvent, ticket: Ticket, taken?: () => void): Promise<void>;
}

/** An endpoint did not take an event. */
export class WebhookRefusedError extends Error {
  override readonly name = 'WebhookRefusedError';
}

const JSON_TYPE = 'application/json';
const GONE = 410;

export function openWebhooks(
  { urls, secret }: WebhookSettings,
  ask: AskOutward,
  now: () => Date = () => new Date(),
): Webhooks {
  const byName = new Map(urls.map((url) => [nameOf(url), url]));
  const signer = secret === '' ? undefined : new Webhook(secret);
  /** Endpoints that said that they are gone for good are not asked again by this process. */
  const gone = new Set<EndpointName>();
  return {
    endpoints: [...byName.keys()],
    async deliver(endpoint, event, ticket, taken) {
      const url = byName.get(endpoint);
      if (url === undefined || !signer || gone.has(endpoint)) return;
      const body = JSON.stringify(payloadOf(event, ticket));
      const at = now();
      const headers = {
        'Content-Type': JSON_TYPE,
        'User-Agent': 'Pandu',
        'webhook-id': event.id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': signer.sign(event.id, at, body),
      };
      // The yes is the status: what comes behind it is not waited for, and cannot undo it.
      const { status } = await ask({ method: 'POST', url, headers, body, readsBody: false });
      if (status >= 200 && status <= 299) taken?.();
      else if (status === GONE) gone.add(endpoint);
      else throw new WebhookRefusedError(`A webhook endpoint answered ${status} and not 2xx.`);
    },
  };
}

/** What happened, without a word or an address of a person: a receiver that needs more asks for it. */
function payloadOf(event: TicketEvent, ticket: Ticket): object {
  const { id, reference, lang, status, priority, channel, problem, service, outcome, rating } = ticket;
  return {
    type: `ticket.${event.verb}`,
    timestamp: event.at.toISOString(),
    data: {
      event: event.id,
      actor: event.actor.kind,
      detail: event.detail,
      ticket: { id, reference, lang, status, priority, channel, problem, service, outcome, rating },
    },
  };
}

function nameOf(url: string): EndpointName {
  return createHash('sha256').update(url).digest('base64url').slice(0, 16);
}
