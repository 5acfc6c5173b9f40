import { INBOX_VIEWS } from '../../core/ticket/browser.ts';
import { writeAddress } from './address.ts';
import { useScene } from './scene.ts';

/** Where one is, how much waits in each view, and what belongs to the agent. */
export function TopBar() {
  const { inbox, state, words, lang, settings, changeLang } = useScene();
  const { frame, views } = words;
  const other = lang === 'id' ? 'en' : 'id';
  return (
    <header class="inbox__bar">
      <h1>{words.title}</h1>
      <nav class="inbox__views" aria-label={frame.views}>
        {INBOX_VIEWS.map((view) => (
          <a
            key={view}
            href={writeAddress({ part: 'list', view })}
            aria-current={state.list.view === view ? 'page' : undefined}
            class={
              view === 'late' && (state.list.counts?.late ?? 0) > 0 ? 'inbox__view is-late' : 'inbox__view'
            }
          >
            {views[view]} <span class="numbers soft">{state.list.counts?.[view] ?? ''}</span>
          </a>
        ))}
      </nav>
      <div class="inbox__own">
        <a href={settings.desk[lang]}>{frame.desk}</a>
        <button
          type="button"
          class="inbox__plain is-for-keys"
          onClick={() => {
            inbox.take({ kind: 'dialog-opened', dialog: 'shortcuts' });
          }}
        >
          {frame.shortcuts} <kbd>?</kbd>
        </button>
        <button
          type="button"
          class="inbox__plain"
          lang={other}
          onClick={() => {
            changeLang(other);
          }}
        >
          {frame.switchLanguage}
        </button>
        <a href={settings.account}>{state.me?.agent.name ?? frame.account}</a>
      </div>
    </header>
  );
}
