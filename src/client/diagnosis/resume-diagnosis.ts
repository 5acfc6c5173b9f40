import type { Conversation } from '../../core/assistant/browser.ts';
import { DiagnosisPage } from './diagnosis-page.ts';
import { readKept } from './kept-conversation.ts';
import { beginFrom, openLink, openTalk } from './open-talk.ts';
import type { DiagnosisParts } from './start-diagnosis.ts';

/**
 * Goes on in a panel on any page with the conversation that was kept, else begins one in the place that the
 * panel stands in. @throws when what the engine knows cannot be fetched.
 */
export async function resumeDiagnosis(
  { view, live, settings }: Omit<DiagnosisParts, 'conversation'>,
  from: Omit<Conversation, 'turns'>,
): Promise<void> {
  const talk = await openTalk(settings, () => readKept() ?? beginFrom(from));
  const link = await openLink(settings);
  const page = new DiagnosisPage({
    view,
    live,
    words: settings.words,
    talk,
    ...(link && { link }),
    ...(settings.desk && { desk: settings.desk.words }),
  });
  await page.attach(false);
}
