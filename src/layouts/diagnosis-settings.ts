import type { DiagnosisSettings } from '../client/diagnosis/browser.ts';
import type { Language } from '../core/article/browser.ts';
import { diagnosisText } from '../i18n/diagnosis-text.ts';
import { agentShards } from './agent-guides.ts';
import { deskSettings } from './desk-settings.ts';

/** What the diagnosis in a browser is told, on its page and in a panel; the locals are the server's, where there is one. */
export async function diagnosisSettings(
  lang: Language,
  { assistant, desk }: Pick<App.Locals, 'assistant' | 'desk'>,
): Promise<DiagnosisSettings> {
  return {
    lang,
    words: diagnosisText(lang).words,
    shards: await agentShards(),
    ...(process.env['PANDU_STATIC'] !== '1' && { api: '/api/v1/search' }),
    ...(assistant && { assistant }),
    ...(desk && { desk: deskSettings(lang, desk) }),
  };
}
