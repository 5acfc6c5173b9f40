import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Language } from '../../core/article/browser.ts';
import { isSameSite, limitRate, problemResponse, type AppEnv } from '../http/index.ts';
import { takeContactForm } from './ticket-form-contact.ts';
import { takeLostLinkForm } from './ticket-form-lost.ts';
import { drawTicket, takeTicketForm } from './ticket-form-reply.ts';
import type { TicketParts } from './ticket-parts.ts';
import { ticketPath } from './ticket-path.ts';

type TakeForm = (c: Context<AppEnv>, parts: TicketParts, lang: Language) => Promise<Response>;

/** The pages with forms for readers of tickets, and the language of each. */
const CONTACT_PAGES: Readonly<Record<string, Language>> = { '/kontak/': 'id', '/en/contact/': 'en' };
const LOST_PAGES: Readonly<Record<string, Language>> = { [ticketPath('id')]: 'id', [ticketPath('en')]: 'en' };
const TICKET_PAGES: Readonly<Record<string, Language>> = {
  [ticketPath('id', ':token')]: 'id',
  [ticketPath('en', ':token')]: 'en',
};

/** The addresses that take forms beside being read. */
export const TICKET_FORM_PATHS: readonly string[] = [CONTACT_PAGES, LOST_PAGES, TICKET_PAGES].flatMap(
  Object.keys,
);

/** Draws the page of a ticket, and takes the forms of readers without scripts. */
export function mountTicketForms(app: OpenAPIHono<AppEnv>, parts: TicketParts): void {
  const take = (pages: Readonly<Record<string, Language>>, handle: TakeForm) => {
    for (const [path, lang] of Object.entries(pages)) {
      app.post(path, limitRate(parts.rateLimiter), (c) => {
        c.set('route', 'form');
        if (isSameSite(c.req.raw.headers, parts.siteUrl)) return handle(c, parts, lang);
        const detail = 'This form was sent from another site. Open the page here and send it again.';
        return Promise.resolve(problemResponse(403, detail));
      });
    }
  };
  take(CONTACT_PAGES, takeContactForm);
  take(LOST_PAGES, takeLostLinkForm);
  take(TICKET_PAGES, takeTicketForm);
  for (const path of Object.keys(TICKET_PAGES)) {
    app.get(path, limitRate(parts.rateLimiter), (c) => {
      c.set('route', 'page');
      return drawTicket(c, parts);
    });
  }
}
