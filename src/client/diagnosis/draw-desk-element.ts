import { findPart, writeSubject } from '../../core/assistant/browser.ts';
import { holdsSecret } from '../search/browser.ts';
import { ProofOfWork, TicketSender, type OpenedTicket, type Sent } from '../sending/browser.ts';
import { NOBODY, PACKET_CHANGED, SENT } from './desk-events.ts';
import type { DeskOrder } from './draw-desk.ts';
import { readLink } from './kept-link.ts';
import { isSentTicket, type SentTicket } from './sent-ticket.ts';

/** Makes the way to an agent live: one press sends the text of the packet as it stands in the box. */
export function defineReaderDesk(): void {
  if (!customElements.get('reader-desk')) customElements.define('reader-desk', ReaderDesk);
}

/** Kept while the page is drawn anew: the mailbox that was typed, and what was sent, so that it is sent once. */
let typed = '';
const senders = new Map<string, TicketSender>();
const proofs = new Map<string, ProofOfWork>();

class ReaderDesk extends HTMLElement {
  #isBusy = false;

  connectedCallback(): void {
    const { order: written } = this.dataset;
    const form = this.querySelector('button')?.form;
    if (written === undefined || !form) return;
    // drawDesk wrote it in this form.
    const order = JSON.parse(written) as DeskOrder;
    const email = this.#email;
    if (email && email.value === '') email.value = typed;
    email?.addEventListener('input', () => {
      typed = email.value;
    });
    this.addEventListener('focusin', () => {
      proofAt(order.desk.proof).begin();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      event.stopPropagation();
      void this.#send(order);
    });
    const packet = this.closest('reader-packet');
    const say = () => {
      this.#sayWhat(order);
    };
    // The packet may come to life after this element: its own listeners of the same events then follow these.
    packet?.addEventListener(PACKET_CHANGED, say);
    packet?.addEventListener('input', say);
    say();
  }

  get #email(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('[type="email"]');
  }

  get #text(): string {
    return this.closest('reader-packet')?.querySelector<HTMLTextAreaElement>('#packet')?.value ?? '';
  }

  async #send(order: DeskOrder): Promise<void> {
    if (this.#isBusy) return;
    const { words } = order.desk;
    const text = this.#text;
    this.#isBusy = true;
    this.toggleAttribute('data-busy', true);
    try {
      if (await holdsSecret(text)) {
        this.#note(words.sending.secret);
        return;
      }
      this.#note(words.sending.sending);
      await this.#take(order, await senderAt(order).send(this.#request(order, text)));
    } finally {
      this.#isBusy = false;
      this.toggleAttribute('data-busy', false);
    }
  }

  #request(order: DeskOrder, text: string): Parameters<TicketSender['send']>[0] {
    const { lang, problem } = order;
    const email = this.#email?.value.trim() ?? '';
    const service = this.querySelector<HTMLInputElement>('[name="service"]')?.value ?? '';
    const kept = this.#conversation(order, text);
    return {
      lang,
      channel: 'assistant',
      subject: writeSubject(text, lang),
      text,
      ...(problem !== undefined && { problem }),
      // Whoever takes the service out of the packet does not send it beside it.
      ...(service !== '' && findPart(text, lang, 'service') !== undefined && { service }),
      ...(email !== '' && { email }),
      ...(kept && { conversation: kept.id, conversationSecret: kept.secret }),
    };
  }

  /** The conversation holds all that a packet may leave out, so it goes along only with a packet that is whole. */
  #conversation({ lang, parts }: DeskOrder, text: string): { id: string; secret: string } | undefined {
    const isWhole = parts?.every((part) => findPart(text, lang, part) !== undefined);
    const kept = isWhole ? readLink() : undefined;
    return kept?.isBehind ? undefined : kept;
  }

  #sayWhat(order: DeskOrder): void {
    const { exactly, withConversation } = order.desk.words;
    const what = this.querySelector('[data-what]');
    if (what) what.textContent = this.#conversation(order, this.#text) ? withConversation : exactly;
  }

  async #take(order: DeskOrder, sent: Sent): Promise<void> {
    const { words } = order.desk;
    switch (sent.kind) {
      case 'sent':
        typed = '';
        senders.clear();
        this.#tell(SENT, await lookAt(sent.ticket, order));
        return;
      case 'refused':
        this.#note(sent.fields.includes('email') ? words.wrongEmail : words.sending.refused);
        if (sent.fields.includes('email')) this.#email?.focus();
        return;
      case 'too-many':
        this.#note(words.sending.tooMany);
        return;
      case 'away':
        this.#note(words.sending.away);
        this.#tell(NOBODY);
    }
  }

  #tell(name: string, detail?: SentTicket): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }

  #note(text: string): void {
    const note = this.querySelector('[data-desk-note]');
    if (note) note.textContent = text;
  }
}

function senderAt({ desk }: DeskOrder): TicketSender {
  const known = senders.get(desk.tickets) ?? new TicketSender(desk.tickets, proofAt(desk.proof));
  senders.set(desk.tickets, known);
  return known;
}

function proofAt(address: string): ProofOfWork {
  const known = proofs.get(address) ?? new ProofOfWork(address);
  proofs.set(address, known);
  return known;
}

/** What was sent, and by when it is answered as far as the server says so. */
async function lookAt({ token, reference, url }: OpenedTicket, { desk }: DeskOrder): Promise<SentTicket> {
  const api = new URL(desk.tickets, location.href);
  // The site is reached under the name by which it was reached before.
  const sent = { reference, url: new URL(new URL(url, api).pathname, api.origin).href };
  try {
    const response = await fetch(`${api.href}/${encodeURIComponent(token)}`, {
      cache: 'no-store',
      credentials: 'omit',
    });
    const dated: unknown = { ...sent, answerBy: dueOf(await response.json()) };
    return isSentTicket(dated) ? dated : sent;
  } catch {
    // It is sent; when it is answered stands on its page.
    return sent;
  }
}

function dueOf(view: unknown): unknown {
  return typeof view === 'object' && view !== null && 'answerBy' in view ? view.answerBy : undefined;
}
