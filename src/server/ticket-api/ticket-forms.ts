import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Language } from '../../core/article/browser.ts';
import { DatabaseGoneError } from '../database/index.ts';
import {
  isSameSite,
  limitRate,
  passOver,
  readForm,
  refuseForm,
  refuseUnread,
  type AppEnv,
  type SentForm,
} from '../http/index.ts';
import { takeContactForm } from './ticket-form-contact.ts';
import { takeLostLinkForm } from './ticket-form-lost.ts';
import { drawTicket, takeTicketForm } from './ticket-form-reply.ts';
import type { TicketParts } from './ticket-parts.ts';
import { ticketPath } from './ticket-path.ts';
import { MOST_FILES } from './ticket-request.ts';

type TakeForm = (c: Context<AppEnv>, parts: TicketParts, lang: Language, sent: SentForm) => Promise<Response>;
type Pages = Readonly<Record<string, Language>>;

/** The pages with forms for readers of tickets, and the language of each. */
const CONTACT_PAGES: Pages = { '/kontak/': 'id', '/en/contact/': 'en' };
const LOST_PAGES: Pages = { [ticketPath('id')]: 'id', [ticketPath('en')]: 'en' };
const TICKET_PAGES: Pages = {
  [ticketPath('id', ':token')]: 'id',
  [ticketPath('en', ':token')]: 'en',
};
const AWAY = { reason: 'away', status: 503, seconds: 5 } as const;

/** The addresses that take forms beside being read. */
export const TICKET_FORM_PATHS: readonly string[] = [CONTACT_PAGES, LOST_PAGES, TICKET_PAGES].flatMap(
  Object.keys,
);

/**
 * Draws the page of a ticket, and takes the forms of readers without scripts. Whatever is refused is answered with a
 * page that has what they had typed.
 */
export function mountTicketForms(app: OpenAPIHono<AppEnv>, parts: TicketParts): void {
  const { rateLimiter, siteUrl } = parts;
  const take = (pages: Pages, mostFiles: number, handle: TakeForm) => {
    for (const [path, lang] of Object.entries(pages)) {
      const wait = limitRate(rateLimiter, (c, seconds) =>
        refuseUnread(c, lang, { reason: 'too-many', status: 429, seconds }),
      );
      app.post(path, wait, async (c) => {
        c.set('route', 'form');
        if (!isSameSite(c.req.raw.headers, siteUrl))
          return refuseForm(c, lang, { reason: 'elsewhere', status: 403 });
        const sent = await readForm(c, mostFiles);
        // Only once all was sent do browsers look at the answer.
        if (sent.kind === 'refused') await passOver(c);
        try {
          return await handle(c, parts, lang, sent);
        } catch (fault) {
          if (!(fault instanceof DatabaseGoneError)) throw fault;
          return refuseForm(c, lang, AWAY, sent);
        }
      });
    }
  };
  take(CONTACT_PAGES, MOST_FILES, takeContactForm);
  take(LOST_PAGES, 0, takeLostLinkForm);
  take(TICKET_PAGES, MOST_FILES, takeTicketForm);
  for (const path of Object.keys(TICKET_PAGES)) {
    app.get(path, limitRate(rateLimiter), (c) => {
      c.set('route', 'page');
      return drawTicket(c, parts);
    });
  }
}
