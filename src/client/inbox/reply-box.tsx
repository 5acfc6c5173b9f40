import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { BoxTools } from './box-tools.tsx';
import { wordsOf } from './draft.ts';
import { IDS } from './obey.ts';
import { useScene } from './scene.ts';
import { UndoLine } from './undo-line.tsx';
import { DraftLine } from './draft-line.tsx';

/** A reply is at most so long, as mail and page take it. */
const LONGEST = 20_000;

/** Where an agent writes: a reply to the reader, or a note for the others. */
export function ReplyBox() {
  const { inbox, state, words } = useScene();
  const box = useRef<HTMLTextAreaElement>(null);
  const { thread: open } = state;
  const draft = open?.draft;
  const caret = open?.caret;
  useLayoutEffect(() => {
    const node = box.current;
    if (!node || !caret || (caret.isLate && isWritingElsewhere(node))) return;
    node.focus();
    node.setSelectionRange(caret.at, caret.at);
    inbox.talk.point(caret.at, caret.at);
  }, [caret, inbox]);
  const mode = draft?.mode;
  useEffect(() => {
    const node = box.current;
    if (node) inbox.talk.point(node.selectionStart, node.selectionEnd);
  }, [mode, inbox]);
  if (!open?.thread || !draft) return null;
  const { ticket } = open.thread;
  const isNote = mode === 'note';
  const point = ({
    currentTarget: { selectionStart, selectionEnd },
  }: {
    currentTarget: HTMLTextAreaElement;
  }) => {
    inbox.talk.point(selectionStart, selectionEnd);
  };
  return (
    <form
      class={isNote ? 'inbox__box is-note' : 'inbox__box'}
      onSubmit={(event) => {
        event.preventDefault();
        if (wordsOf(draft).trim() === '') box.current?.focus();
        else void inbox.sender.send();
      }}
    >
      {(open.isRefused || open.overtaken.length > 0) && (
        <p class="inbox__warning" role="alert">
          {open.isRefused ? words.talk.refused : words.talk.overtaken}
        </p>
      )}
      <UndoLine />
      <div class="inbox__modes" role="group" aria-label={words.talk.label}>
        <button
          type="button"
          aria-pressed={!isNote}
          onClick={() => {
            inbox.talk.change({ mode: 'reply' });
          }}
        >
          {words.box.reply} <kbd>r</kbd>
        </button>
        <button
          type="button"
          aria-pressed={isNote}
          onClick={() => {
            inbox.talk.change({ mode: 'note' });
          }}
        >
          {words.box.note} <kbd>n</kbd>
        </button>
        {!isNote && (
          <span class="soft">
            {words.box.readerLanguage}: {words.language[ticket.lang]}
          </span>
        )}
      </div>
      <textarea
        ref={box}
        id={IDS.box}
        aria-label={isNote ? words.box.noteLabel : words.box.replyLabel}
        placeholder={isNote ? words.box.noteHint : words.box.replyHint}
        lang={isNote ? undefined : ticket.lang}
        rows={5}
        readOnly={open.isSending}
        maxLength={LONGEST}
        value={wordsOf(draft)}
        onInput={(event) => {
          inbox.talk.write(event.currentTarget.value);
          point(event);
        }}
        onSelect={point}
        onPaste={(event) => {
          const files = [...(event.clipboardData?.files ?? [])];
          if (files.length === 0 || isNote) return;
          event.preventDefault();
          void inbox.talk.attach(files);
        }}
      />
      {!isNote && <DraftLine />}
      <BoxTools />
    </form>
  );
}

/** What comes late takes nobody out of another field. */
function isWritingElsewhere(box: Element): boolean {
  const { activeElement } = document;
  return activeElement !== box && activeElement?.matches('input, textarea, select') === true;
}
