import { useScene } from './scene.ts';

/** Says that a draft is being written, or who worded the one in the box; and takes it out again. */
export function DraftLine() {
  const { inbox, state, words } = useScene();
  const { thread } = state;
  const drafted = thread?.draft.drafted;
  return (
    <p class="inbox__drafted" role="status">
      {thread?.awaited ? words.box.drafting : drafted && words.box.draftedBy[drafted.by]}
      {drafted?.before && !thread?.awaited && (
        <button
          type="button"
          class="inbox__link"
          onClick={() => {
            inbox.talk.takeOutDraft();
          }}
        >
          {words.box.takeOutDraft} <kbd>z</kbd>
        </button>
      )}
    </p>
  );
}
