import type { Language } from '../../core/article/browser.ts';
import type { TicketChannel } from '../../core/ticket/browser.ts';
import { ProofOfWork, TicketSender, WORD_FOR, type Sent, type SendingWords } from '../sending/browser.ts';
import { ATTACHMENTS, PROOF, TICKETS } from './addresses.ts';
import { filesIn } from './ticket-files.ts';
import { warnOfSecrets } from './secret-warning.ts';

interface LetterSettings {
  readonly lang: Language;
  readonly words: SendingWords;
  readonly channel: TicketChannel;
}

/**
 * The form for writing to an agent: sends it without leaving the page, so that nothing is lost when it fails, with
 * work done in the meantime, and leads to the page of the ticket.
 */
class ReaderLetter extends HTMLElement {
  #isBusy = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const box = this.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
    const { settings: written } = this.dataset;
    if (!form || !box || written === undefined) return;
    // ContactPage wrote it in this form.
    const settings = JSON.parse(written) as LetterSettings;
    const proof = new ProofOfWork(PROOF);
    const sender = new TicketSender(TICKETS, proof);
    const guard = warnOfSecrets(box, this.querySelector('[data-problem="text"]'), settings.words.secret);
    const files = filesIn(form);
    form.addEventListener(
      'input',
      () => {
        proof.begin();
      },
      { once: true },
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#isBusy) return;
      void this.#whileBusy(async () => {
        if (await guard.stops()) {
          box.focus();
          return;
        }
        this.#say(settings.words.sending);
        const grant = async () => ({ proof: await proof.take() });
        const attachments = files ? await files.upload({ address: ATTACHMENTS, grant }) : [];
        if (typeof attachments === 'string') {
          // What is wrong with a file stands beside it.
          this.#say(attachments === 'refused' ? '' : settings.words[WORD_FOR[attachments]]);
          return;
        }
        const filled = readForm(form);
        const subject = filled.subject ?? firstLine(box.value);
        const { lang, channel } = settings;
        this.#tell(
          await sender.send({ ...filled, lang, channel, subject, text: box.value, attachments }),
          settings.words,
        );
      });
    });
  }

  async #whileBusy(work: () => Promise<void>): Promise<void> {
    this.#isBusy = true;
    this.toggleAttribute('data-busy', true);
    try {
      await work();
    } finally {
      this.#isBusy = false;
      this.toggleAttribute('data-busy', false);
    }
  }

  #tell(sent: Sent, words: SendingWords): void {
    if (sent.kind === 'sent') {
      // The path alone: the site may be reached under another name than its own.
      location.assign(new URL(sent.ticket.url, location.href).pathname);
      return;
    }
    this.#say(words[WORD_FOR[sent.kind]]);
    if (sent.kind === 'refused') this.#mark(sent.fields);
  }

  /** The keyboard goes to the first field that is wrong. */
  #mark(names: readonly string[]): void {
    const [first] = names.flatMap((name) => {
      const field = this.querySelector<HTMLElement>(`form [name="${CSS.escape(name)}"]`);
      return field ? [field] : [];
    });
    first?.setAttribute('aria-invalid', 'true');
    first?.focus();
  }

  #say(text: string): void {
    const note = this.querySelector('[data-note]');
    if (note) note.textContent = text;
  }
}

type Optional = 'subject' | 'service' | 'problem' | 'email' | 'conversation';
const OPTIONAL: readonly Optional[] = ['subject', 'service', 'problem', 'email', 'conversation'];

function readForm(form: HTMLFormElement): Partial<Record<Optional, string>> {
  const data = new FormData(form);
  return Object.fromEntries(
    OPTIONAL.flatMap((name) => {
      const value = data.get(name);
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
    }),
  );
}

/** A letter without a title is known by how it begins. */
function firstLine(text: string): string {
  const [line = ''] = text.trim().split('\n');
  // Never through the middle of a character.
  return line
    .trim()
    .slice(0, LONGEST_SUBJECT)
    .replace(/[\ud800-\udbff]$/, '');
}

const LONGEST_SUBJECT = 80;

customElements.define('reader-letter', ReaderLetter);
