import { isSameStory } from './same-story.ts';
import type { Deed } from './deed.ts';
import { NOBODY, SENT } from './desk-events.ts';
import { keep, KEPT_KEY, readKept } from './kept-conversation.ts';
import { LINK_KEY } from './kept-link.ts';
import { PageView, type PageParts } from './page-view.ts';
import type { WordsListener } from './post-until-done.ts';
import { isSentTicket, keepTicket, type SentTicket } from './sent-ticket.ts';
import type { ServerLink } from './server-link.ts';
import type { Talk } from './talk.ts';
import { WordsSlot } from './words-slot.ts';

/** What the page is put together from. */
export interface DiagnosisPageParts extends PageParts {
  readonly talk: Talk;
  /** Where a language model words the replies; absent where the guides alone answer. */
  readonly link?: ServerLink;
}

/** Longer messages say no more: the assistant reads the first thousand characters. */
const MOST_SENT = 4000;

/**
 * The page around a talk: carries out its form, here and, where there is a link, on the server, and keeps what this
 * device keeps.
 */
export class DiagnosisPage {
  readonly #parts: DiagnosisPageParts;
  readonly #page: PageView;
  readonly #slot: WordsSlot;
  /** Counts what the reader did, so that an answer to something earlier changes nothing. */
  #deeds = 0;

  constructor(parts: DiagnosisPageParts) {
    const { words, talk, live } = parts;
    this.#parts = parts;
    this.#slot = new WordsSlot(words, (problem) => talk.titleOf(problem), addLog(live));
    this.#page = new PageView(parts, (element) => {
      this.#slot.enter(element);
    });
  }

  /** Begins to listen; `isDrawn` leaves what the page shows. */
  async attach(isDrawn: boolean): Promise<void> {
    this.#listen();
    if (isDrawn) {
      keep(this.#parts.talk.conversation);
      this.#page.dress();
    } else await this.#show({ isQuiet: true });
    await this.#catchUp();
  }

  /** Begins to listen, and with what the reader wrote on another page. */
  async begin(text: string): Promise<void> {
    this.#listen();
    await this.#carryOut('say', { text, isQuiet: true });
  }

  #listen(): void {
    const { view } = this.#parts;
    view.addEventListener('submit', (event) => {
      // The way to an agent has a form of its own.
      if (event.target instanceof Element && !event.target.matches('.diagnosis')) return;
      event.preventDefault();
      const { submitter } = event;
      void this.#carryOut(submitter instanceof HTMLButtonElement ? submitter.value : 'say');
    });
    view.addEventListener('click', (event) => {
      const target =
        event.target instanceof Element ? event.target.closest('[data-clear],[data-anew]') : null;
      if (!target) return;
      event.preventDefault();
      void (target.hasAttribute('data-clear') ? this.#clear() : this.#beginAnew());
    });
    view.addEventListener(SENT, (event) => {
      if (event instanceof CustomEvent && isSentTicket(event.detail)) void this.#join(event.detail);
    });
    view.addEventListener(NOBODY, () => void this.#carryOut('failed:desk'));
    window.addEventListener('storage', ({ key }) => {
      this.#hearOtherTab(key);
    });
  }

  async #carryOut(choice: string, from: { text?: string; isQuiet?: boolean } = {}): Promise<void> {
    const { talk, link } = this.#parts;
    const before = talk.conversation;
    const mine = ++this.#deeds;
    const { deed, draft } = this.#doHere(choice, from.text);
    const after = talk.conversation;
    const how = { draft, ...(from.isQuiet && { isQuiet: true }) };
    if (!link || after === before) {
      await this.#show(how);
      return;
    }
    this.#slot.begin();
    const told = this.#tell(link, mine, { deed, after });
    keep(after);
    // The server searches for what was written; whatever else was done, both know what comes next.
    if (talk.isWaiting) await this.#page.busy(told);
    await this.#show(how);
  }

  /** Does it in this browser. What was refused stays in the box, to be mended. */
  #doHere(choice: string, elsewhere?: string): { readonly deed: Deed; readonly draft: string } {
    const { talk } = this.#parts;
    const { text: here, service } = this.#page.written;
    const text = elsewhere ?? here;
    if (choice === 'say') {
      const notice = talk.say(text);
      const isTaken = notice === undefined || talk.conversation.turns.at(-1)?.kind === 'said';
      return { deed: { text: talk.mask(text.slice(0, MOST_SENT)) }, draft: isTaken ? '' : text };
    }
    const wish = choice === 'service' ? `service:${service}` : choice;
    talk.choose(wish);
    return { deed: { choice: wish }, draft: text };
  }

  async #tell(link: ServerLink, mine: number, telling: Parameters<ServerLink['tell']>[0]): Promise<void> {
    const { talk } = this.#parts;
    const isNow = () => mine === this.#deeds;
    try {
      const { conversation, notice } = await link.tell(telling, this.#listenerFor(mine));
      if (!isNow()) return;
      const isAsDrawn = isSameStory(conversation, telling.after);
      talk.adopt(conversation, notice ?? talk.notice);
      keep(conversation);
      // Somebody else went on in the meantime: another tab.
      if (!isAsDrawn) await this.#show({ isQuiet: true });
    } catch {
      // What there is to do follows from the turns, which are here.
      if (isNow()) this.#slot.away();
    }
  }

  /** Writes the words about what the reader did then, unless they did something since. */
  #listenerFor(deed: number): WordsListener {
    return {
      sentence: (text, place) => {
        if (deed === this.#deeds) this.#slot.sentence(text, place);
      },
      reply: (reply) => {
        if (deed === this.#deeds) this.#slot.reply(reply);
      },
      missing: () => {
        if (deed === this.#deeds) this.#slot.recall(undefined);
      },
      overtaken: ({ conversation, notice }) => {
        if (deed !== this.#deeds) return;
        this.#slot.recall(undefined);
        this.#parts.talk.adopt(conversation, notice);
        void this.#show({ isQuiet: true });
      },
    };
  }

  /** Takes up what the server has, unless this browser went on without it. */
  async #catchUp(): Promise<void> {
    const { talk, link } = this.#parts;
    if (!link) return;
    const here = talk.conversation;
    const mine = this.#deeds;
    this.#slot.recall(link.wordsAt(here.turns.length));
    try {
      const answer = await link.resume(this.#listenerFor(mine));
      if (!answer || mine !== this.#deeds || here.turns.length === 0) return;
      const { conversation, notice } = answer;
      if (!isSameStory(here, { ...conversation, turns: conversation.turns.slice(0, here.turns.length) })) {
        link.fallBehind();
        return;
      }
      if (conversation.turns.length > here.turns.length) {
        talk.adopt(conversation, notice);
        await this.#show({ isQuiet: true });
      }
    } catch {
      this.#slot.away();
    }
  }

  #hearOtherTab(key: string | null): void {
    const { talk, link } = this.#parts;
    if (key !== KEPT_KEY && key !== LINK_KEY) return;
    link?.reread();
    if (key === KEPT_KEY) {
      this.#deeds++;
      talk.adopt(readKept());
      void this.#show({ isQuiet: true });
    }
    this.#slot.recall(link?.wordsAt(talk.conversation.turns.length));
  }

  /** An agent has it: from here on a person answers, elsewhere. */
  async #join(ticket: SentTicket): Promise<void> {
    const { talk } = this.#parts;
    this.#deeds++;
    keepTicket(ticket);
    talk.join();
    this.#slot.recall(undefined);
    await this.#show({ draft: '' });
  }

  async #beginAnew(): Promise<void> {
    const { talk, link } = this.#parts;
    this.#deeds++;
    link?.leave();
    keepTicket(undefined);
    talk.adopt();
    this.#slot.recall(undefined);
    await this.#show({ draft: '' });
  }

  async #clear(): Promise<void> {
    const { talk, link, words } = this.#parts;
    this.#deeds++;
    const forgotten = link?.forget();
    keepTicket(undefined);
    talk.adopt();
    this.#slot.recall(undefined);
    await this.#show({ draft: '', says: words.cleared });
    if (forgotten) this.#page.announce((await forgotten) ? words.clearedBoth : words.clearedHere);
  }

  async #show(how: Parameters<PageView['show']>[1]): Promise<void> {
    await this.#page.show(this.#parts.talk, how);
  }
}

/** Where sentences are said to screen readers, one after the other. */
function addLog(live: HTMLElement): HTMLElement {
  const log = document.createElement('div');
  log.className = 'visually-hidden';
  log.setAttribute('role', 'log');
  live.after(log);
  return log;
}
