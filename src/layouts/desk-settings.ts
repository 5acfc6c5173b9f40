import type { DeskSettings } from '../client/diagnosis/browser.ts';
import type { Language } from '../core/article/browser.ts';
import { pathOf } from '../i18n/index.ts';
import { deskWords } from '../i18n/ticket-text.ts';

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
