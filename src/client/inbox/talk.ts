import type { Language } from '../../core/article/browser.ts';
import { writeInsertion, type GuideForm } from '../../core/ticket/browser.ts';
import type { TicketAct } from './desk-api.ts';
import type { Draft, DraftGuide, Insertion } from './draft.ts';
import { explain, settle, type InboxContext } from './inbox-context.ts';
import { createPresence } from './presence.ts';
import { createSuggester } from './suggester.ts';

/** The open conversation, as an agent leads it. Without an open one, nothing happens. */
export interface Talk {
  open(ticket: string): Promise<void>;
  close(): void;
  refresh(): Promise<void>;
  /** The words in the box, as they are typed. */
  write(words: string): void;
  change(draft: Pick<Draft, 'mode'> | Pick<Draft, 'status'> | Pick<Draft, 'files'>): void;
  /** What stood in the box is sent: nobody is writing any more. */
  rest(): void;
  /** Where the caret is in the box. */
  point(start: number, end: number): void;
  insert(piece: Insertion): void;
  insertGuide(problem: string, lang: Language, form: GuideForm): Promise<void>;
  /** Puts a macro, or a draft of a reply, into the box. */
  insertMacro(key: string): Promise<void>;
  insertDraft(): Promise<void>;
  /** Gives the reply back as it was before the draft, while the agent has not gone on from it. */
  takeOutDraft(): void;
  attach(files: readonly File[]): Promise<void>;
  act(act: TicketAct): Promise<boolean>;
}

const ADDRESS = /https?:\/\/\S+/g;

/** The conversations of an inbox, one open at a time. */
export function createTalk(context: InboxContext): Talk {
  const { api, kept, state, take, tell } = context;
  const presence = createPresence(context);
  const suggester = createSuggester(context);
  let caret = { start: 0, end: 0 };

  const load = async (ticket: string) => {
    const answer = await api.read(ticket);
    const thread = settle(context, answer);
    if (thread) take({ kind: 'thread-came', thread });
    else if (answer.kind === 'refused') take({ kind: 'thread-failed', ticket, fault: 'unknown' });
    else take({ kind: 'thread-failed', ticket, fault: 'unreachable' });
  };
  const insert = (ticket: string, piece: Insertion) => {
    if (state().thread?.id === ticket) take({ kind: 'inserted', ticket, piece, ...caret });
  };
  /** Guides that came without their address get the one that `text` has, so that they can be taken out again. */
  const withLinks = async (
    guides: readonly DraftGuide[],
    text: string,
    lang: Language,
  ): Promise<DraftGuide[]> =>
    Promise.all(
      guides.map(async (guide) => {
        try {
          const { pathname } = new URL((await context.readGuide(guide.problem, lang)).link);
          // The server may call the site by another name than this page.
          const link = text.match(ADDRESS)?.find((address) => address.endsWith(pathname));
          return { ...guide, ...(link !== undefined && { link }) };
        } catch {
          // Without an address it goes along whatever becomes of the text.
          return guide;
        }
      }),
    );

  return {
    async open(ticket) {
      const { me, thread } = state();
      if (!me || thread?.id === ticket) return;
      presence.leave();
      const draft = kept.draft(me.agent.id, ticket);
      caret = { start: draft.reply.length, end: draft.reply.length };
      take({ kind: 'thread-opened', ticket, draft });
      await load(ticket);
      presence.enter(ticket);
      suggester.soon();
    },
    close() {
      presence.leave();
      take({ kind: 'thread-closed' });
    },
    async refresh() {
      const { thread } = state();
      if (thread) await load(thread.id);
      suggester.soon();
    },
    write(words) {
      take({ kind: 'written', words });
      presence.type();
      suggester.soon();
    },
    change(draft) {
      take({ kind: 'drafted', draft: 'mode' in draft ? draft : { ...draft, tried: undefined } });
    },
    rest: presence.rest,
    point(start, end) {
      caret = { start, end };
    },
    insert(piece) {
      const { thread } = state();
      if (thread) insert(thread.id, piece);
    },
    async insertGuide(problem, lang, form) {
      const { thread } = state();
      if (!thread) return;
      try {
        const guide = await context.readGuide(problem, lang);
        const guides = [{ problem, form, link: guide.link }];
        insert(thread.id, { text: writeInsertion(guide, form), guides });
        tell('inserted', guide.title);
      } catch {
        tell('not-done');
      }
    },
    async insertMacro(key) {
      const { thread } = state();
      if (!thread) return;
      const answer = await api.macro(thread.id, key);
      const macro = settle(context, answer);
      if (macro) insert(thread.id, { text: macro.text, guides: [] });
      else explain(context, answer, 'not-done');
    },
    async insertDraft() {
      const { thread } = state();
      if (!thread || thread.awaited) return;
      const { id: ticket } = thread;
      take({ kind: 'draft-asked' });
      const answer = await api.draft(ticket);
      const draft = settle(context, answer);
      if (!draft) {
        take({ kind: 'draft-missed', ticket });
        explain(context, answer, 'no-draft');
        return;
      }
      const guides = await withLinks(draft.guides, draft.text, thread.thread?.ticket.lang ?? 'id');
      const piece = { text: draft.text, guides };
      const by = guides.length > 0 ? draft.mode : 'question';
      take({ kind: 'draft-came', ticket, piece, by, ...caret });
    },
    takeOutDraft() {
      take({ kind: 'draft-taken-out' });
    },
    async attach(files) {
      const { thread } = state();
      if (!thread) return;
      for (const file of files) {
        const answer = await api.attach(file);
        const kept = settle(context, answer);
        const draft = state().thread?.draft;
        if (!kept) explain(context, answer, 'file-refused');
        else if (draft && state().thread?.id === thread.id) {
          const { id, name } = kept;
          take({ kind: 'drafted', draft: { files: [...draft.files, { id, name }], tried: undefined } });
          tell('file-kept', name);
        }
      }
    },
    async act(act) {
      const { thread } = state();
      if (!thread) return false;
      const answer = await api.act(thread.id, act);
      const acted = settle(context, answer);
      if (acted) take({ kind: 'ticket-changed', ticket: acted.ticket });
      else explain(context, answer, 'not-done');
      // What happened is told in the conversation too, and what somebody else did before.
      if (acted || answer.kind === 'changed') await load(thread.id);
      if (acted) tell('done');
      return acted !== undefined;
    },
  };
}
