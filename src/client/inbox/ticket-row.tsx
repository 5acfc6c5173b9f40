import type { DeskTicket } from '../../core/ticket/browser.ts';
import { fillIn } from '../agent/browser.ts';
import { writeAddress } from './address.ts';
import { DeadlineWords } from './deadline-words.tsx';
import { IDS } from './obey.ts';
import type { Scene } from './scene.ts';
import { spanWords } from './time-words.ts';

/** It is drawn from these alone, so that thousands of rows stay as they are while somebody types. */
interface TicketRowProps extends Pick<Scene, 'words' | 'lang' | 'now'> {
  readonly ticket: DeskTicket;
  /** The name of the agent who has it, where that is to be said. */
  readonly owner: string;
  readonly isUnread: boolean;
  readonly isOpen: boolean;
  /** It does not belong to this view any more. */
  readonly hasLeft: boolean;
  readonly choose: (ticket: string) => void;
}

/** One ticket of the list: what it is about, how pressing it is, who has it. */
export function TicketRow({
  ticket,
  owner,
  isUnread,
  isOpen,
  hasLeft,
  choose,
  words,
  lang,
  now,
}: TicketRowProps) {
  const { id, subject, priority, status } = ticket;
  const classes = ['inbox__row', isUnread && 'is-unread', hasLeft && 'has-left'].filter(Boolean).join(' ');
  const since = spanWords(now - Date.parse(ticket.updatedAt), lang);
  return (
    <li>
      <a
        id={IDS.row(id)}
        class={classes}
        href={writeAddress({ part: 'talk', ticket: id })}
        aria-current={isOpen ? 'true' : undefined}
        onFocus={() => {
          choose(id);
        }}
      >
        <span class="inbox__subject" lang={ticket.lang}>
          {isUnread && <span class="visually-hidden">{words.list.unread}: </span>}
          {subject}
        </span>
        <span class="inbox__facts">
          {(priority === 'urgent' || priority === 'high') && (
            <span class={`inbox__priority is-${priority}`}>{words.priority[priority]}</span>
          )}
          <DeadlineWords ticket={ticket} words={words} lang={lang} now={now} />
          <span>{hasLeft ? words.list.moved : words.status[status]}</span>
          {owner !== '' && <span>{owner}</span>}
          <span class="numbers">
            {since === '' ? words.list.now : fillIn(words.list.ago, { time: since })}
          </span>
        </span>
      </a>
    </li>
  );
}
