import type { Language } from '../../core/article/browser.ts';
import type { TicketChannel } from '../../core/ticket/browser.ts';
import type { ProofOfWork } from './proof-of-work.ts';
import { postJson, type NotTaken } from './post-json.ts';
import { randomKey } from './random-key.ts';

/** What a reader sends to the desk. */
export interface TicketRequest {
  readonly lang: Language;
  readonly subject: string;
  readonly text: string;
  readonly channel: TicketChannel;
  readonly service?: string;
  readonly problem?: string;
  readonly email?: string;
  readonly conversation?: string;
  readonly conversationSecret?: string;
  readonly attachments?: readonly string[];
}

/** What opens the ticket, and what to say of it. */
export interface OpenedTicket {
  readonly token: string;
  readonly reference: string;
  readonly url: string;
}

export type Sent = { readonly kind: 'sent'; readonly ticket: OpenedTicket } | NotTaken;

interface Posting {
  readonly order: string;
  readonly key: string;
  readonly proof: string | undefined;
}

/** Sends a reader's request to the desk; the same request, sent again after a failure, opens one ticket. */
export class TicketSender {
  readonly #api: string;
  readonly #proof: ProofOfWork;
  #last: Posting | undefined;

  /** `api` is the address of all tickets. */
  constructor(api: string, proof: ProofOfWork) {
    this.#api = api;
    this.#proof = proof;
  }

  async send(request: TicketRequest): Promise<Sent> {
    const order = JSON.stringify(request);
    // What is sent again is the same to the letter: the server knows it by that.
    if (this.#last?.order !== order)
      this.#last = { order, key: randomKey(), proof: await this.#proof.take() };
    const sent = await this.#post(request, this.#last);
    if (sent.kind !== 'refused' || !sent.fields.includes('proof')) return sent;
    // Its time was over before it came there.
    this.#last = { ...this.#last, proof: await this.#proof.take() };
    return this.#post(request, this.#last);
  }

  async #post(request: TicketRequest, { key, proof }: Posting): Promise<Sent> {
    const answer = await postJson(this.#api, { ...request, ...(proof !== undefined && { proof }) }, key);
    if (answer.kind !== 'taken') return answer;
    return isOpened(answer.body) ? { kind: 'sent', ticket: answer.body } : { kind: 'away' };
  }
}

function isOpened(value: unknown): value is OpenedTicket {
  return (
    typeof value === 'object' &&
    value !== null &&
    'token' in value &&
    typeof value.token === 'string' &&
    'reference' in value &&
    typeof value.reference === 'string' &&
    'url' in value &&
    typeof value.url === 'string'
  );
}
