import type { DeskDraft, GuideForm, InsertedGuide } from '../../core/ticket/browser.ts';

/** A guide that was put into a reply. */
export interface DraftGuide extends InsertedGuide {
  /** Its short address in the text, where it is known: a guide whose address was taken out again is not sent. */
  readonly link?: string;
}

export interface DraftFile {
  readonly id: string;
  readonly name: string;
}

/** The first try to send a reply. */
export interface Tried {
  readonly key: string;
  /** The version of the ticket that the agent had seen then. */
  readonly version: number;
}

/** Who worded a draft; `question` where no guide fits, so that it asks what is missing. */
export type DraftedBy = DeskDraft['mode'] | 'question';

/** Words in the reply that were drafted for the agent, until it is sent or empty. */
export interface Drafted {
  readonly by: DraftedBy;
  /** The reply as it was before; absent once the agent has gone on writing, which taking the draft out would undo. */
  readonly before?: Pick<Draft, 'reply' | 'guides'>;
}

/** What an agent is writing for one ticket. The note has words of its own, so that it never goes to the reader. */
export interface Draft {
  readonly mode: 'reply' | 'note';
  readonly reply: string;
  readonly note: string;
  readonly guides: readonly DraftGuide[];
  readonly files: readonly DraftFile[];
  /** Whose turn it is after the reply. */
  readonly status: 'waiting' | 'open';
  /** How the reply was tried, so that it is sent once however often it is tried: the same again, to the letter. */
  readonly tried?: Tried | undefined;
  readonly drafted?: Drafted | undefined;
}

export const EMPTY_DRAFT: Draft = {
  mode: 'reply',
  reply: '',
  note: '',
  guides: [],
  files: [],
  status: 'waiting',
};

/** A piece of text for the box, with the guide that it is. */
export interface Insertion {
  readonly text: string;
  readonly guides: readonly DraftGuide[];
}

/** The words in the box now. */
export function wordsOf({ mode, reply, note }: Draft): string {
  return mode === 'reply' ? reply : note;
}

/** True when there is something to lose. */
export function isWorthKeeping({ reply, note, files }: Draft): boolean {
  return reply.trim() !== '' || note.trim() !== '' || files.length > 0;
}

/** The draft with other words in its box. What was tried to be sent before is another reply now. */
export function rewrite(draft: Draft, words: string): Draft {
  if (draft.mode === 'note') return { ...draft, note: words };
  const { drafted } = draft;
  const isLeft = drafted !== undefined && words.trim() !== '';
  return { ...draft, reply: words, tried: undefined, drafted: isLeft ? { by: drafted.by } : undefined };
}

/**
 * Puts a piece in place of what is selected (from `start` to `end`), a blank line before and after it where words
 * stand there. `caret` is where writing goes on.
 */
export function insert(
  draft: Draft,
  { text, guides }: Insertion,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly draft: Draft; readonly caret: number } {
  const words = wordsOf(draft);
  const before = words.slice(0, start).trimEnd();
  const after = words.slice(end).trimStart();
  const head = before === '' ? text : `${before}\n\n${text}`;
  const written = rewrite(draft, after === '' ? head : `${head}\n\n${after}`);
  const isReply = draft.mode === 'reply';
  return {
    draft: isReply ? { ...written, guides: addGuides(draft.guides, guides) } : written,
    caret: head.length,
  };
}

/**
 * Puts what was drafted into the reply, at `range` or after all that stands there; a note that is being written stays as
 * it is.
 */
export function insertDrafted(
  draft: Draft,
  piece: Insertion,
  by: DraftedBy,
  range: { readonly start: number; readonly end: number } = {
    start: draft.reply.length,
    end: draft.reply.length,
  },
): { readonly draft: Draft; readonly caret: number } {
  const { mode, reply, guides, drafted } = draft;
  const inserted = insert({ ...draft, mode: 'reply' }, piece, range);
  return {
    ...inserted,
    draft: {
      ...inserted.draft,
      mode,
      // What a model worded is still there beside what the guide says.
      drafted: { by: drafted?.by === 'model' ? 'model' : by, before: { reply, guides } },
    },
  };
}

/** The reply as it was before something was drafted; the same where that cannot be had any more. */
export function takeOutDrafted(draft: Draft): Draft {
  const before = draft.drafted?.before;
  return before ? { ...draft, ...before, tried: undefined, drafted: undefined } : draft;
}

/** The guides that go with the text as it stands: the last form in which each was put in. */
export function guidesToSend({ guides, reply }: Draft): InsertedGuide[] {
  return guides
    .filter(({ link }) => link === undefined || reply.includes(link))
    .map(({ problem, form }): { problem: string; form: GuideForm } => ({ problem, form }));
}

function addGuides(known: readonly DraftGuide[], more: readonly DraftGuide[]): readonly DraftGuide[] {
  const added = new Set(more.map(({ problem }) => problem));
  return [...known.filter(({ problem }) => !added.has(problem)), ...more];
}
