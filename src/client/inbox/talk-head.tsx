import { PRIORITIES, type DeskThread } from '../../core/ticket/browser.ts';
import { fillIn } from '../agent/browser.ts';
import { writeAddress } from './address.ts';
import { DeadlineWords } from './deadline-words.tsx';
import { Menu, type MenuItem } from './menu.tsx';
import { IDS } from './obey.ts';
import { useScene, type Scene } from './scene.ts';
import { beginLarge } from './time-words.ts';

/** What the ticket is about, and what can be done with it. */
export function TalkHead({ thread }: { readonly thread: DeskThread }) {
  const scene = useScene();
  const { state, words } = scene;
  const { ticket } = thread;
  const { id, assignee } = ticket;
  const owner =
    assignee === undefined
      ? words.list.unassigned
      : assignee === state.me?.agent.id
        ? beginLarge(words.talk.you)
        : (state.agents.find((agent) => agent.id === assignee)?.name ?? ticket.assigneeName ?? '');
  return (
    <header class="inbox__head">
      <p class="inbox__way">
        <a href={writeAddress({ part: 'list', view: state.list.view })}>{words.talk.back}</a>
        <a href={writeAddress({ part: 'story', ticket: id })}>{words.talk.story}</a>
      </p>
      <h2 lang={ticket.lang}>{ticket.subject}</h2>
      <p class="inbox__facts">
        <span class="numbers">{ticket.reference}</span>
        <span>{words.status[ticket.status]}</span>
        <DeadlineWords ticket={ticket} words={words} lang={scene.lang} now={scene.now} />
        {ticket.outcome && <span>{words.outcome[ticket.outcome]}</span>}
        {ticket.rating && <span>{fillIn(words.talk.rated, { rating: words.rating[ticket.rating] })}</span>}
      </p>
      {ticket.ratingComment && (
        <p class="inbox__words small" lang={ticket.lang}>
          {ticket.ratingComment}
        </p>
      )}
      <div class="inbox__acts">
        <Menu label={owner} name={`${words.act.assign}: ${owner}`} items={assignItems(scene, ticket)} />
        <Menu
          id={IDS.priority}
          label={words.priority[ticket.priority]}
          name={`${words.list.priority}: ${words.priority[ticket.priority]}`}
          items={PRIORITIES.map((priority) => ({
            key: priority,
            label: words.priority[priority],
            isChosen: priority === ticket.priority,
            choose: () => void scene.inbox.talk.act({ kind: 'priority', priority }),
          }))}
        />
        <Menu label={words.act.more} items={moreItems(scene, thread)} />
        {ticket.status !== 'solved' && (
          <button
            type="button"
            class="inbox__plain"
            onClick={() => {
              scene.inbox.take({ kind: 'dialog-opened', dialog: 'close' });
            }}
          >
            {words.act.close} <kbd>c</kbd>
          </button>
        )}
      </div>
    </header>
  );
}

function assignItems(
  { inbox, state, words }: Scene,
  { assignee, version }: DeskThread['ticket'],
): MenuItem[] {
  const me = state.me?.agent.id;
  const assign = (to: string | null, label: string): MenuItem => ({
    key: to ?? '',
    label,
    isChosen: (assignee ?? null) === to,
    choose: () => void inbox.talk.act({ kind: 'assign', assignee: to, version }),
  });
  return [
    ...(me === undefined ? [] : [assign(me, words.act.toMe)]),
    ...state.agents.filter(({ id }) => id !== me).map(({ id, name }) => assign(id, name)),
    assign(null, words.act.nobody),
  ];
}

function moreItems({ inbox, words }: Scene, { ticket }: DeskThread): MenuItem[] {
  const act = (kind: 'reopen' | 'hold' | 'release'): MenuItem => ({
    key: kind,
    label: words.act[kind],
    choose: () => void inbox.talk.act({ kind }),
  });
  const dialog = (name: 'classify' | 'guide-draft', label: string): MenuItem => ({
    key: name,
    label,
    choose: () => {
      inbox.take({ kind: 'dialog-opened', dialog: name });
    },
  });
  const isSolved = ticket.status === 'solved';
  return [
    dialog('classify', words.act.classify),
    ...(isSolved ? [act('reopen'), dialog('guide-draft', words.act.guideDraft)] : []),
    act(ticket.status === 'held' ? 'release' : 'hold'),
  ];
}
