import { Menu } from './menu.tsx';
import { IDS } from './obey.ts';
import { useScene } from './scene.ts';

/** What helps to write, and what sends. */
export function BoxTools() {
  const { inbox, state, words, lang } = useScene();
  const { thread } = state;
  if (!thread) return null;
  const { draft, isSending } = thread;
  const { box } = words;
  const isNote = draft.mode === 'note';
  return (
    <>
      {!isNote && draft.files.length > 0 && (
        <ul class="inbox__attached">
          {draft.files.map(({ id, name }) => (
            <li key={id}>
              {name}{' '}
              <button
                type="button"
                class="inbox__link"
                aria-label={`${box.remove} ${name}`}
                onClick={() => {
                  inbox.talk.change({ files: draft.files.filter((file) => file.id !== id) });
                }}
              >
                {box.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="inbox__tools">
        <button
          type="button"
          class="inbox__plain"
          onClick={() => {
            inbox.take({ kind: 'dialog-opened', dialog: 'palette' });
          }}
        >
          {box.guide} <kbd>Ctrl K</kbd>
        </button>
        <Menu
          id={IDS.macro}
          label={box.macro}
          empty={box.noMacros}
          items={state.macros.map(({ key, title }) => ({
            key,
            label: title[lang],
            choose: () => void inbox.talk.insertMacro(key),
          }))}
        />
        {!isNote && (
          <>
            <button
              type="button"
              class="inbox__plain"
              aria-disabled={thread.awaited !== undefined}
              onClick={() => void inbox.talk.insertDraft()}
            >
              {box.draft} <kbd>d</kbd>
            </button>
            <label class="inbox__plain inbox__attach">
              {box.attach}
              <input
                type="file"
                class="visually-hidden"
                multiple
                accept="image/*,application/pdf"
                onChange={({ currentTarget }) => {
                  void inbox.talk.attach([...(currentTarget.files ?? [])]);
                  currentTarget.value = '';
                }}
              />
            </label>
          </>
        )}
        <span class="inbox__send">
          {!isNote && (
            <Menu
              label={draft.status === 'waiting' ? box.waiting : box.open}
              name={`${box.after}: ${draft.status === 'waiting' ? box.waiting : box.open}`}
              items={(['waiting', 'open'] as const).map((status) => ({
                key: status,
                label: box[status],
                isChosen: status === draft.status,
                choose: () => {
                  inbox.talk.change({ status });
                },
              }))}
            />
          )}
          <button class="button" disabled={isSending}>
            {isSending ? box.sending : isNote ? box.keepNote : box.send}
          </button>
        </span>
      </div>
      {!isNote && state.me?.mail === false && <p class="soft small">{box.noMail}</p>}
    </>
  );
}
