import type { PanelSettings } from '../client/widget/browser.ts';
import type { Language } from '../core/article/browser.ts';
import { widgetText } from '../i18n/widget-text.ts';
import { diagnosisSettings } from './diagnosis-settings.ts';

/** What a panel with the diagnosis needs before it can open; pages of other sites may read it. */
export async function answerPanelSettings(lang: Language, locals: App.Locals): Promise<Response> {
  const settings: PanelSettings = {
    diagnosis: await diagnosisSettings(lang, locals),
    words: widgetText(lang).panel,
  };
  const headers = {
    'content-type': 'application/json',
    'cache-control': 'no-cache',
    'access-control-allow-origin': '*',
  };
  return new Response(JSON.stringify(settings), { headers });
}
