import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../core/article/browser.ts';
import { CloseDialog } from './close-dialog.tsx';
import { GuideDraftDialog } from './guide-draft-dialog.tsx';
import type { InboxSettings } from './inbox-settings.ts';
import type { Inbox } from './inbox.ts';
import { NoticeLine } from './notice-line.tsx';
import { Palette } from './palette.tsx';
import { SceneContext, useScene, type Scene } from './scene.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { SignInDialog } from './sign-in-dialog.tsx';
import { StoryView } from './story-view.tsx';
import { TalkView } from './talk-view.tsx';
import { TicketList } from './ticket-list.tsx';
import { TopBar } from './top-bar.tsx';
import { useAddress, useInboxState, useKeys, useNow } from './use-inbox.ts';

const CLOCK_MS = 15_000;

interface AppProps {
  readonly inbox: Inbox;
  readonly settings: InboxSettings;
  readonly startLang: Language;
}

/** The whole inbox. */
export function InboxApp({ inbox, settings, startLang }: AppProps) {
  const state = useInboxState(inbox);
  const now = useNow(CLOCK_MS);
  const [lang, setLang] = useState(startLang);
  const words = settings.words[lang];
  useAddress(inbox);
  useKeys(inbox);
  const unassigned = state.list.counts?.unassigned ?? 0;
  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = unassigned > 0 ? `(${unassigned}) ${words.title}` : words.title;
  }, [lang, words, unassigned]);
  const scene = useMemo<Scene>(
    () => ({
      inbox,
      state,
      words,
      lang,
      settings,
      now,
      changeLang: (next) => {
        inbox.kept.keepLang(next);
        setLang(next);
      },
    }),
    [inbox, state, words, lang, settings, now],
  );
  return (
    <SceneContext.Provider value={scene}>
      <TopBar />
      <p class="inbox__lost" role="status">
        {state.isLost && words.frame.lost}
      </p>
      {state.barred ? (
        <p class="inbox__blank">{words.frame[state.barred]}</p>
      ) : state.me ? (
        <div class="inbox__columns" data-part={state.place.part}>
          <TicketList />
          <TalkView />
          <StoryView />
        </div>
      ) : (
        <p class="inbox__blank" role="status">
          {state.isLost ? words.frame.lost : words.frame.starting}
        </p>
      )}
      <NoticeLine />
      <Dialogs />
    </SceneContext.Provider>
  );
}

function Dialogs() {
  const { state } = useScene();
  if (state.isSignedOut) return <SignInDialog />;
  switch (state.dialog) {
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'palette':
    case 'classify':
      return <Palette purpose={state.dialog} />;
    case 'close':
      return <CloseDialog />;
    case 'guide-draft':
      return <GuideDraftDialog />;
    case undefined:
      return null;
  }
}
