import type { DeskTicket } from '../../core/ticket/browser.ts';
import { fillIn } from '../agent/browser.ts';
import { writeAddress } from './address.ts';
import { isUnread } from './inbox-state.ts';
import { IDS } from './obey.ts';
import { useScene } from './scene.ts';
import { deadlineOf, spanWords } from './time-words.ts';

/** One ticket of the list: what it is about, how pressing it is, who has it. */
export function TicketRow({ ticket }: { readonly ticket: DeskTicket }) {
  const { inbox, state, words, lang, now } = useScene();
  const { id, subject, priority, status, assignee } = ticket;
  const unread = isUnread(state, ticket);
  const hasLeft = state.list.left.includes(id);
  const owner = assignee === undefined ? '' : nameOf(ticket, state.agents);
  const classes = ['inbox__row', unread && 'is-unread', hasLeft && 'has-left'].filter(Boolean).join(' ');
  const since = spanWords(now - Date.parse(ticket.updatedAt), lang);
  return (
    <li>
      <a
        id={IDS.row(id)}
        class={classes}
        href={writeAddress({ part: 'talk', ticket: id })}
        aria-current={state.thread?.id === id ? 'true' : undefined}
        onFocus={() => {
          inbox.take({ kind: 'row-chosen', ticket: id });
        }}
      >
        <span class="inbox__subject" lang={ticket.lang}>
          {unread && <span class="visually-hidden">{words.list.unread}: </span>}
          {subject}
        </span>
        <span class="inbox__facts">
          {(priority === 'urgent' || priority === 'high') && (
            <span class={`inbox__priority is-${priority}`}>{words.priority[priority]}</span>
          )}
          <DeadlineWords ticket={ticket} />
          <span>{hasLeft ? words.list.moved : words.status[status]}</span>
          {owner !== '' && state.list.view !== 'mine' && <span>{owner}</span>}
          <span class="numbers">
            {since === '' ? words.list.now : fillIn(words.list.ago, { time: since })}
          </span>
        </span>
      </a>
    </li>
  );
}

/** By when a ticket must be answered, in words; clay and its word when that is over. */
export function DeadlineWords({ ticket }: { readonly ticket: DeskTicket }) {
  const { words, lang, now } = useScene();
  const deadline = deadlineOf(ticket, now);
  if (!deadline) return null;
  const { kind, leftMs, at } = deadline;
  const time = spanWords(leftMs, lang);
  if (leftMs < 0) {
    return (
      <time class="inbox__late numbers" dateTime={at}>
        {fillIn(words.list.late, { time }).trim()}
      </time>
    );
  }
  const sentence = kind === 'answer' ? words.list.due : words.list.solveDue;
  return (
    <time class="numbers" dateTime={at}>
      {fillIn(sentence, { time: time === '' ? words.list.now : time })}
    </time>
  );
}

function nameOf(
  { assignee, assigneeName }: DeskTicket,
  agents: readonly { readonly id: string; readonly name: string }[],
): string {
  return assigneeName ?? agents.find(({ id }) => id === assignee)?.name ?? '';
}
