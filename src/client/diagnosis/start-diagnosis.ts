import { SECTORS } from '../../core/article/browser.ts';
import {
  beginConversation,
  readConversation,
  type Conversation,
  type Knowledge,
} from '../../core/assistant/browser.ts';
import { takeCarriedWords } from '../search/browser.ts';
import { DiagnosisPage } from './diagnosis-page.ts';
import { readKept } from './kept-conversation.ts';
import { beginFrom, openLink, openTalk } from './open-talk.ts';
import type { DiagnosisSettings } from './settings.ts';

/** The parts of the page that the diagnosis lives in. */
export interface DiagnosisParts {
  readonly view: HTMLElement;
  readonly live: HTMLElement;
  readonly settings: DiagnosisSettings;
  /** The conversation that the server has drawn, as JSON. */
  readonly conversation: string | undefined;
  /** Called once the form is listened to. */
  readonly whenListening?: () => void;
}

/**
 * Takes up the conversation where it stands: what the server has drawn, else what the address begins, else
 * what this device has kept. @throws when what the engine knows cannot be fetched.
 */
export async function startDiagnosis({
  view,
  live,
  settings,
  conversation,
  whenListening,
}: DiagnosisParts): Promise<void> {
  const parameters = new URLSearchParams(location.search);
  const words = parameters.get('q')?.trim() ?? takeCarriedWords().trim();
  // A page on which nothing happened yet is drawn again with what this device knows.
  const isDrawn = view.querySelector('.trail__said, .trail__answer, [data-notice]') !== null;
  const drawn = isDrawn ? readConversation(conversation ?? '') : undefined;
  const link = await openLink(settings);
  const talk = await openTalk(settings, (knowledge) => {
    const begun = drawn ?? fromAddress(parameters, words, knowledge);
    // What begins here is not what the server has of before.
    if (begun) link?.leave();
    return begun ?? readKept() ?? beginConversation();
  });
  // The words of the address are in the conversation now: a reload must not say them again.
  if (location.search !== '') history.replaceState(history.state, '', location.pathname);
  takeFromServer(view);
  const page = new DiagnosisPage({
    view,
    live,
    words: settings.words,
    talk,
    ...(link && { link }),
    ...(settings.desk && { desk: settings.desk.words }),
  });
  // Both listen at once. What the server has drawn stays, with its notice.
  const isReady = !drawn && words !== '' ? page.begin(words) : page.attach(drawn !== undefined);
  whenListening?.();
  await isReady;
}

/**
 * What was sent before the scripts were there is kept on the server under a cookie. It goes on in this browser now,
 * and would else be drawn again, as it was, at the next visit.
 */
function takeFromServer(view: HTMLElement): void {
  if (!view.querySelector('[name="revision"]')) return;
  const body = new URLSearchParams({ do: 'forget' });
  // Out of reach, it is drawn once more, and expires there by itself.
  fetch(location.pathname, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(
    () => undefined,
  );
}

/** A guide, a sector or words in the address begin a new conversation; without them, undefined. */
function fromAddress(
  parameters: URLSearchParams,
  words: string,
  { model }: Knowledge,
): Conversation | undefined {
  const article = parameters.get('article') ?? '';
  const sector = SECTORS.find((name) => name === parameters.get('sector'));
  const known = model.placeOf.has(article) ? article : undefined;
  if (words === '' && known === undefined && !sector) return undefined;
  return beginFrom({ ...(known !== undefined && { article: known }), ...(sector && { sector }) });
}
