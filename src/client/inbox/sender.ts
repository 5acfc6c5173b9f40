import type { DeskReply } from '../../core/ticket/browser.ts';
import { guidesToSend } from './draft.ts';
import { explain, settle, type InboxContext } from './inbox-context.ts';
import type { Talk } from './talk.ts';
import type { ThreadState } from './thread-state.ts';

/** Sends what stands in the box, and takes it back. */
export interface Sender {
  /** Sends the reply or keeps the note, whichever is being written. What could not be sent stays in the box. */
  send(): Promise<void>;
  /** Takes the last reply back into the box, while that is possible. */
  undo(): Promise<void>;
}

/** The sender of an inbox. */
export function createSender(context: InboxContext, talk: Pick<Talk, 'refresh' | 'rest'>): Sender {
  const { state } = context;
  return {
    async send() {
      const { thread } = state();
      if (!thread?.thread || thread.isSending) return;
      if (thread.draft.mode === 'note') await sendNote(context, talk, thread);
      else await sendReply(context, talk, thread);
    },
    undo: () => undo(context),
  };
}

async function sendReply(
  context: InboxContext,
  talk: Pick<Talk, 'refresh' | 'rest'>,
  { id, draft, thread }: ThreadState,
): Promise<void> {
  const { api, take, now } = context;
  const text = draft.reply.trim();
  if (text === '' || !thread) return;
  const tried = draft.tried ?? { key: context.newKey(), version: thread.ticket.version };
  const reply: DeskReply = {
    text,
    version: tried.version,
    guides: guidesToSend(draft),
    status: draft.status,
    ...(draft.files.length > 0 && { attachments: draft.files.map((file) => file.id) }),
  };
  take({ kind: 'sending', tried });
  const answer = await api.reply(id, reply, tried.key);
  const sent = settle(context, answer);
  if (sent) {
    const { message, ticket } = sent;
    // By the server's clock for the span, by this device's for the moment: the two may differ by hours.
    const span = Date.parse(message.sendAt) - Date.parse(message.createdAt);
    take({ kind: 'sent', message, ticket, until: now() + span });
    talk.rest();
    forget(context, id);
    setTimeout(() => {
      take({ kind: 'undo-over', message: message.id });
    }, span);
    return;
  }
  if (answer.kind === 'changed') {
    take({ kind: 'send-refused', ticket: id });
    await talk.refresh();
    return;
  }
  take({ kind: 'send-failed', ticket: id });
  explain(context, answer, 'not-sent');
}

async function sendNote(
  context: InboxContext,
  talk: Pick<Talk, 'refresh' | 'rest'>,
  { id, draft }: ThreadState,
): Promise<void> {
  const text = draft.note.trim();
  if (text === '') return;
  context.take({ kind: 'sending' });
  const answer = await context.api.note(id, text);
  if (!settle(context, answer)) {
    context.take({ kind: 'send-failed', ticket: id });
    explain(context, answer, 'not-sent');
    return;
  }
  context.take({ kind: 'noted', ticket: id });
  context.tell('noted');
  talk.rest();
  await talk.refresh();
}

async function undo(context: InboxContext): Promise<void> {
  const { thread } = context.state();
  if (!thread?.undo) return;
  const { message } = thread.undo;
  const answer = await context.api.withdraw(message);
  const back = settle(context, answer);
  if (back) {
    const { text, guides, ticket } = back;
    context.take({ kind: 'withdrawn', message, piece: { text, guides }, ticket });
    context.tell('withdrawn');
  } else explain(context, answer, 'too-late');
}

/** A reply that was sent while another ticket was opened leaves no draft behind. */
function forget({ kept, state }: InboxContext, ticket: string): void {
  const { me, thread } = state();
  if (!me || thread?.id === ticket) return;
  kept.keepDraft(me.agent.id, ticket, {
    ...kept.draft(me.agent.id, ticket),
    reply: '',
    files: [],
    guides: [],
  });
}
