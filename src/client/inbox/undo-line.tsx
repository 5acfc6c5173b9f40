import { fillIn } from '../agent/browser.ts';
import { useScene } from './scene.ts';
import { useNow } from './use-inbox.ts';

/** While a reply can still be taken back: how long, and the button for it. */
export function UndoLine() {
  const { state } = useScene();
  const undo = state.thread?.undo;
  return undo ? <Countdown until={undo.until} /> : null;
}

function Countdown({ until }: { readonly until: number }) {
  const { inbox, words } = useScene();
  const now = useNow(500);
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return (
    <p class="inbox__undo">
      <span class="numbers" aria-live="off">
        {fillIn(words.box.leaving, { n: String(seconds) })}
      </span>{' '}
      <button type="button" class="inbox__link" onClick={() => void inbox.sender.undo()}>
        {words.box.undo} <kbd>z</kbd>
      </button>
    </p>
  );
}
