import type { DeskSettings, DiagnosisSettings } from '../client/diagnosis/browser.ts';
import type { Language } from '../core/article/browser.ts';
import { diagnosisText } from '../i18n/diagnosis-text.ts';
import { pathOf } from '../i18n/index.ts';
import { deskWords } from '../i18n/ticket-text.ts';
import { agentShards } from './agent-guides.ts';

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

/** The way to an agent, where the server has a desk. */
export function deskSettings(
  lang: Language,
  { answersByMail }: NonNullable<App.Locals['desk']>,
): DeskSettings {
  return {
    tickets: '/api/v1/tickets',
    proof: '/api/v1/proof',
    contact: pathOf('contact', lang),
    answersByMail,
    words: deskWords(lang),
  };
}
