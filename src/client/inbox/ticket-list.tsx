import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { PRIORITIES } from '../../core/ticket/browser.ts';
import { fillIn } from '../agent/browser.ts';
import { isUnread } from './inbox-state.ts';
import { IDS } from './obey.ts';
import { useScene } from './scene.ts';
import { TicketRow } from './ticket-row.tsx';

const PAUSE_MS = 300;

/** The tickets of a view, and what finds some among them. */
export function TicketList() {
  const { inbox, state, words } = useScene();
  const { list } = state;
  const { listing } = inbox;
  const text = words.list;
  return (
    <section class="inbox__list" aria-label={`${text.label}: ${words.views[list.view]}`}>
      <SearchFields key={list.view} />
      {list.waiting.length > 0 && (
        <button
          type="button"
          class="inbox__fresh"
          onClick={() => {
            inbox.take({ kind: 'waiting-shown' });
          }}
        >
          {fillIn(text.fresh, { n: String(list.waiting.length) })} <kbd>.</kbd>
        </button>
      )}
      <Rows />
      <p class="visually-hidden" role="status">
        {list.waiting.length > 0 ? fillIn(text.fresh, { n: String(list.waiting.length) }) : ''}
      </p>
      {list.hasFailed && (
        <p class="inbox__empty">
          {text.failed}{' '}
          <button
            type="button"
            class="inbox__link"
            onClick={() => void (list.tickets.length > 0 ? listing.more() : listing.ask({}))}
          >
            {words.frame.tryAgain}
          </button>
        </p>
      )}
      {list.isLoading && list.tickets.length === 0 && <p class="inbox__empty">{words.frame.loading}</p>}
      {!list.isLoading && !list.hasFailed && list.tickets.length === 0 && (
        <p class="inbox__empty">{list.text === '' ? text.empty : text.emptySearch}</p>
      )}
      {list.next !== undefined && !list.hasFailed && <More />}
    </section>
  );
}

/** The rows, drawn anew only when something of them changes. */
function Rows() {
  const { inbox, state, words, lang, now } = useScene();
  const { agents, seen, thread } = state;
  const { tickets, left, view, isLoading } = state.list;
  const open = thread?.id;
  const rows = useMemo(() => {
    const names = new Map(agents.map(({ id, name }) => [id, name]));
    const gone = new Set(left);
    const choose = (ticket: string) => {
      inbox.take({ kind: 'row-chosen', ticket });
    };
    return tickets.map((ticket) => (
      <TicketRow
        key={ticket.id}
        ticket={ticket}
        owner={view === 'mine' ? '' : (ticket.assigneeName ?? names.get(ticket.assignee ?? '') ?? '')}
        isUnread={isUnread({ seen }, ticket)}
        isOpen={ticket.id === open}
        hasLeft={gone.has(ticket.id)}
        {...{ choose, words, lang, now }}
      />
    ));
  }, [inbox, tickets, left, view, agents, seen, open, words, lang, now]);
  return (
    <ul class="inbox__rows" aria-busy={isLoading}>
      {rows}
    </ul>
  );
}

function SearchFields() {
  const { inbox, state, words } = useScene();
  const { list } = state;
  const [typed, setTyped] = useState(list.text);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const ask = (text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void inbox.listing.ask({ text: text.trim() }), PAUSE_MS);
  };
  return (
    <div class="inbox__find" role="search">
      <input
        id={IDS.search}
        type="search"
        aria-label={words.list.search}
        placeholder={words.list.searchHint}
        maxLength={200}
        autocomplete="off"
        value={typed}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          ask(currentTarget.value);
        }}
      />
      <select
        aria-label={words.list.priority}
        value={list.priority ?? ''}
        onChange={({ currentTarget }) => {
          const priority = PRIORITIES.find((known) => known === currentTarget.value) ?? null;
          void inbox.listing.ask({ priority });
        }}
      >
        <option value="">{words.list.allPriorities}</option>
        {PRIORITIES.map((priority) => (
          <option key={priority} value={priority}>
            {words.priority[priority]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Lists further when it comes into sight, and when it is pressed. */
function More() {
  const { inbox, words, state } = useScene();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const node = button.current;
    if (!node) return undefined;
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void inbox.listing.more();
    });
    watcher.observe(node);
    return () => {
      watcher.disconnect();
    };
  }, [inbox, state.list.next]);
  return (
    <button ref={button} type="button" class="inbox__more" onClick={() => void inbox.listing.more()}>
      {state.list.isLoading ? words.frame.loading : words.list.more}
    </button>
  );
}
