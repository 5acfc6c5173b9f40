import type { Language } from '../../core/article/browser.ts';
import type { Conversation } from '../../core/assistant/browser.ts';
import type { Reply } from '../../core/wording/browser.ts';
import type { Deed } from './deed.ts';
import { keepLink, readLink, type Access, type KeptLink } from './kept-link.ts';
import { PATIENCE, postUntilDone, type Patience, type WordsListener } from './post-until-done.ts';
import { RefusedError, type Posting } from './post.ts';
import { readAnswer, type ServerAnswer } from './server-answer.ts';

/** What the reader did, and the conversation with it, as this browser has it. */
export interface Telling {
  readonly deed: Deed;
  readonly after: Conversation;
}

/**
 * The conversation as the server has it. Where the server missed something, because it was out of reach, it is
 * given the whole conversation of this browser and takes it up as a new one: nothing is done twice.
 */
export class ServerLink {
  readonly #api: string;
  readonly #lang: Language;
  readonly #patience: Patience;
  #kept: KeptLink | undefined = readLink();
  /** What is told now; the next telling waits until its turn is safe, and stops its words. */
  #now: { readonly turn: Promise<unknown>; readonly stop: AbortController } | undefined;

  /** `api` is the address of all conversations. */
  constructor(api: string, lang: Language, patience: Patience = PATIENCE) {
    this.#api = api;
    this.#lang = lang;
    this.#patience = patience;
  }

  /** The last words, when they belong to a conversation of so many turns. */
  wordsAt(turns: number): Reply | undefined {
    const said = this.#kept?.said;
    return said?.turns === turns ? said.reply : undefined;
  }

  /** Another tab has changed what this browser keeps. */
  reread(): void {
    this.#kept = readLink();
  }

  /**
   * Tells the server what the reader did. Fulfilled once the turn is safe; the words follow.
   * @throws when the server does not take it: this browser then goes on alone, until the next time.
   */
  tell(telling: Telling, words: WordsListener): Promise<ServerAnswer> {
    const before = this.#now;
    const stop = new AbortController();
    const turn = this.#tellAfter(before?.turn, telling, words, stop);
    this.#now = { turn: turn.catch(() => undefined), stop };
    // Its turn may not be safe yet; only the words are of no use any more.
    void before?.turn.then(() => {
      before.stop.abort();
    });
    return turn;
  }

  /**
   * What the server has; undefined when there is nothing, or when this browser went on without it. Words that were
   * on their way when the page was left come now.
   * @throws when it cannot be reached.
   */
  async resume(words: WordsListener): Promise<ServerAnswer | undefined> {
    const kept = this.#kept;
    if (!kept || kept.isBehind) return undefined;
    if (!kept.underWay?.url.startsWith(this.#api)) return this.#look(kept);
    const stop = new AbortController();
    const turn = this.#post(kept.underWay, words, stop);
    this.#now = { turn: turn.catch(() => undefined), stop };
    return turn;
  }

  async #tellAfter(
    before: Promise<unknown> | undefined,
    { deed, after }: Telling,
    words: WordsListener,
    stop: AbortController,
  ): Promise<ServerAnswer> {
    await before;
    const kept = this.#kept;
    if (kept && !kept.isBehind) {
      const url = `${this.#api}/${kept.id}/messages`;
      try {
        return await this.#post({ url, key: randomKey(), secret: kept.secret, body: deed }, words, stop);
      } catch (fault) {
        this.#keep({ id: kept.id, secret: kept.secret, isBehind: true });
        if (!(fault instanceof RefusedError) || !GONE.has(fault.status)) throw fault;
      }
    }
    const body = { lang: this.#lang, conversation: after };
    const answer = await this.#post({ url: this.#api, key: randomKey(), body }, words, stop);
    // What was taken up as a new conversation is of no use as the old one.
    if (kept) void this.#ask('DELETE', kept).catch(() => undefined);
    return answer;
  }

  #post(posting: Posting, words: WordsListener, stop: AbortController): Promise<ServerAnswer> {
    let turns = 0;
    const isWanted = () => !stop.signal.aborted;
    return postUntilDone(
      posting,
      {
        state: ({ id, secret = posting.secret, conversation }) => {
          turns = conversation.turns.length;
          this.#keep(secret === undefined ? undefined : { id, secret, underWay: posting });
        },
        sentence(text, place) {
          if (isWanted()) words.sentence(text, place);
        },
        reply: (reply) => {
          if (!isWanted()) return;
          if (this.#kept)
            this.#keep({ id: this.#kept.id, secret: this.#kept.secret, said: { reply, turns } });
          words.reply(reply);
        },
        missing() {
          if (isWanted()) words.missing();
        },
        overtaken(answer) {
          if (isWanted()) words.overtaken(answer);
        },
      },
      stop,
      this.#patience,
    );
  }

  async #look(kept: KeptLink): Promise<ServerAnswer | undefined> {
    const response = await this.#ask('GET', kept);
    if (GONE.has(response.status)) this.fallBehind();
    return response.ok ? readAnswer(await response.text()) : undefined;
  }

  /** Begins anew; what the server has stays there until its time is over. */
  leave(): void {
    this.#now?.stop.abort();
    this.#keep(undefined);
  }

  /** The conversation is not the server's any more: it went on here alone. */
  fallBehind(): void {
    if (this.#kept) this.#keep({ id: this.#kept.id, secret: this.#kept.secret, isBehind: true });
  }

  /** Deletes the conversation here and on the server. False when the server has not deleted it (yet). */
  async forget(): Promise<boolean> {
    this.#now?.stop.abort();
    const kept = this.#kept;
    if (!kept) return true;
    this.#keep(undefined);
    try {
      const response = await this.#ask('DELETE', kept);
      return response.ok || GONE.has(response.status);
    } catch {
      // Out of reach: it goes when its time is over.
      return false;
    }
  }

  #ask(method: 'GET' | 'DELETE', { id, secret }: Access): Promise<Response> {
    return fetch(`${this.#api}/${id}`, {
      method,
      headers: { Accept: 'application/json', Authorization: `Bearer ${secret}` },
      cache: 'no-store',
      credentials: 'omit',
    });
  }

  #keep(link: KeptLink | undefined): void {
    this.#kept = link;
    keepLink(link);
  }
}

/** It has expired, was deleted, or the secret does not open it (any more). */
const GONE: ReadonlySet<number> = new Set([401, 403, 404, 410]);

/** Also where `crypto.randomUUID` is not: on a page without https. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
