import { useEffect, useRef } from 'preact/hooks';
import { fillIn } from '../agent/browser.ts';
import { entriesOf } from './entries.ts';
import { EventLine } from './event-line.tsx';
import { MessageView } from './message-view.tsx';
import { IDS } from './obey.ts';
import { ReplyBox } from './reply-box.tsx';
import { useScene } from './scene.ts';
import { TalkHead } from './talk-head.tsx';

/** The conversation that is open, with the box for the answer below it. */
export function TalkView() {
  const { state, words, inbox } = useScene();
  const { thread: open } = state;
  if (!open) {
    return (
      <section class="inbox__talk" aria-label={words.talk.label}>
        <p class="inbox__blank">{words.talk.choose}</p>
      </section>
    );
  }
  const { thread, fault } = open;
  return (
    <section class="inbox__talk" aria-label={words.talk.label}>
      {thread ? (
        <>
          <TalkHead thread={thread} />
          <Entries key={open.id} />
          <Viewers />
          <ReplyBox key={`box ${open.id}`} />
        </>
      ) : (
        <p class="inbox__blank" role="status">
          {fault === undefined ? words.frame.loading : words.talk[fault]}
          {fault === 'unreachable' && (
            <button type="button" class="inbox__link" onClick={() => void inbox.talk.refresh()}>
              {words.frame.tryAgain}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

/** What was said and what happened, oldest first. It follows the end only while the end is in sight. */
function Entries() {
  const { state, words } = useScene();
  const place = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const thread = state.thread?.thread;
  const entries = thread ? entriesOf(thread) : [];
  useEffect(() => {
    const node = place.current;
    // Whoever opens a ticket with a key goes on with keys.
    node?.focus({ preventScroll: true });
    // On a small screen it is not the messages that scroll, but all around them.
    const around = node?.parentElement;
    const look = ({ target }: Event) => {
      if (target instanceof HTMLElement) isAtEnd.current = isScrolledToEnd(target);
    };
    around?.addEventListener('scroll', look, { capture: true, passive: true });
    // It also grows when the titles of guides and the images have come.
    const watcher = new ResizeObserver(() => {
      if (isAtEnd.current) content.current?.lastElementChild?.scrollIntoView({ block: 'end' });
    });
    if (content.current) watcher.observe(content.current);
    return () => {
      watcher.disconnect();
      around?.removeEventListener('scroll', look, { capture: true });
    };
  }, []);
  const readers = thread?.messages.filter(({ kind }) => kind === 'reader').length ?? 0;
  return (
    <>
      <div
        ref={place}
        id={IDS.talk}
        class="inbox__entries"
        tabIndex={0}
        role="group"
        aria-label={words.talk.label}
      >
        <div ref={content}>
          {entries.map((entry) =>
            entry.kind === 'message' ? (
              <MessageView key={entry.message.id} message={entry.message} />
            ) : (
              <EventLine key={entry.event.id} event={entry.event} />
            ),
          )}
        </div>
      </div>
      <p class="visually-hidden" role="status" key={readers}>
        {state.thread && state.thread.overtaken.length > 0 ? words.talk.overtaken : ''}
      </p>
    </>
  );
}

const NEAR_END_PX = 60;

function isScrolledToEnd({ scrollTop, scrollHeight, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
}

/** Who else is here, and who is writing. */
function Viewers() {
  const { state, words } = useScene();
  const others = (state.thread?.viewers ?? []).filter(({ agent }) => agent !== state.me?.agent.id);
  const typing = others.filter(({ isTyping }) => isTyping);
  const names = (typing.length > 0 ? typing : others).map(({ name }) => name).join(', ');
  return (
    <p class={typing.length > 0 ? 'inbox__viewers is-typing' : 'inbox__viewers'} role="status">
      {names !== '' && fillIn(typing.length > 0 ? words.talk.typing : words.talk.looking, { names })}
    </p>
  );
}
