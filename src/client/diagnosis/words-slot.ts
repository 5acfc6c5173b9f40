import type { Reply } from '../../core/wording/browser.ts';
import { citedPlaces, replyPieces } from './reply-pieces.ts';
import type { DiagnosisWords } from './words.ts';

/** What is known of the assistant's words about the move on the page. */
type State =
  | { readonly kind: 'none' }
  | { readonly kind: 'awaited'; readonly sentences: readonly string[] }
  | { readonly kind: 'said'; readonly reply: Reply }
  | { readonly kind: 'away' };

/** Names a problem in the reader's language. */
export type NameProblem = (id: string) => string;

/**
 * The assistant's words above a move, written as they come, and who chose them. They are written as text: nothing of
 * them is ever markup, and only numbers that lead to pages of this site become links.
 */
export class WordsSlot {
  readonly #words: DiagnosisWords;
  readonly #nameProblem: NameProblem;
  readonly #log: HTMLElement;
  #element: HTMLElement | undefined;
  #state: State = { kind: 'none' };

  /** Each sentence is added to `log` once, for screen readers. */
  constructor(words: DiagnosisWords, nameProblem: NameProblem, log: HTMLElement) {
    this.#words = words;
    this.#nameProblem = nameProblem;
    this.#log = log;
  }

  /** The page was drawn anew. */
  enter(element: HTMLElement | undefined): void {
    this.#element = element;
    this.#write();
  }

  /** The reader did something: the words of before are over; new ones may come. */
  begin(): void {
    this.#log.replaceChildren();
    this.#set({ kind: 'awaited', sentences: [] });
  }

  sentence(text: string, place: number): void {
    // A stream that broke after its last words begins again.
    if (this.#state.kind === 'said') return;
    const before = this.#state.kind === 'awaited' ? this.#state.sentences : [];
    if (!before.includes(text)) this.#say(text);
    this.#set({ kind: 'awaited', sentences: [...before.slice(0, place), text] });
  }

  reply(reply: Reply): void {
    const heard = this.#state.kind === 'awaited' && this.#state.sentences.length > 0;
    if (reply.mode === 'model' && !heard) this.#say(reply.text);
    this.#set({ kind: 'said', reply });
  }

  /** Words that were said before, on another visit or in another tab; undefined when there are none. */
  recall(reply: Reply | undefined): void {
    this.#set(reply ? { kind: 'said', reply } : { kind: 'none' });
  }

  /** The server cannot be reached. */
  away(): void {
    this.#set({ kind: 'away' });
  }

  #say(text: string): void {
    const line = document.createElement('p');
    line.textContent = plainText(text);
    this.#log.append(line);
  }

  #set(state: State): void {
    this.#state = state;
    this.#write();
  }

  #write(): void {
    const state = this.#state;
    const { composing, away, byGuide } = this.#words;
    this.#element?.toggleAttribute('data-awaited', state.kind === 'awaited');
    switch (state.kind) {
      case 'none':
        this.#element?.replaceChildren(note(byGuide));
        return;
      case 'awaited': {
        const text = state.sentences.join(' ');
        this.#element?.replaceChildren(text === '' ? note(composing) : paragraph([plainText(text)]));
        return;
      }
      case 'said':
        this.#element?.replaceChildren(...this.#draw(state.reply));
        return;
      case 'away':
        this.#element?.replaceChildren(note(`${away} ${byGuide}.`));
    }
  }

  #draw(reply: Reply): Node[] {
    // What the guide itself says stands in the move already.
    if (reply.mode === 'extractive') return [note(this.#words.byGuide)];
    const text = paragraph(
      replyPieces(reply).map((piece) =>
        typeof piece === 'string'
          ? piece
          : link(piece.href, `[${piece.number}]`, this.#nameProblem(piece.id)),
      ),
    );
    const sources = citedPlaces(reply).flatMap(({ number, id, href }) => [
      ' ',
      link(href, `[${number}] ${this.#nameProblem(id)}`),
    ]);
    return [text, note(this.#words.byModel, ...sources)];
  }
}

/** Without its numbers, which lead somewhere only when all is said. */
function plainText(text: string): string {
  return replyPieces({ text, citations: [] })
    .filter((piece) => typeof piece === 'string')
    .join('');
}

function paragraph(content: readonly (string | Node)[]): HTMLElement {
  const element = document.createElement('p');
  element.className = 'words__text';
  element.append(...content);
  return element;
}

function note(...content: readonly (string | Node)[]): HTMLElement {
  const element = paragraph(content);
  element.className = 'words__mode';
  return element;
}

function link(href: string, text: string, title?: string): HTMLAnchorElement {
  const element = document.createElement('a');
  element.href = href;
  element.textContent = text;
  if (title !== undefined && title !== '') element.setAttribute('aria-label', `${text} ${title}`);
  return element;
}
