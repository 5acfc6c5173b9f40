import type { Article, Content, Language } from '../core/article/index.ts';
import type { TicketForm } from '../core/ticket/index.ts';

/** What the page for writing to an agent shows in its form. */
export interface ContactForm {
  readonly form: TicketForm;
  /** The guide that did not help, or that fits. */
  readonly guide?: Article;
}

const EMPTY: TicketForm = {
  subject: '',
  text: '',
  email: '',
  phone: '',
  service: '',
  problem: '',
  conversation: '',
};

/**
 * The form as it was filled in, else as the address prefills it: `article` is the guide that the reader comes from,
 * `service` the service that it is about. What is not in the content prefills nothing.
 */
export function contactForm(
  address: URLSearchParams,
  lang: Language,
  content: Pick<Content, 'articles' | 'services'>,
  filled: TicketForm = EMPTY,
): ContactForm {
  const isFilled = Object.values(filled).some((value) => value !== '');
  const problem = isFilled ? filled.problem : (address.get('article') ?? '');
  const guide = content.articles.find((one) => one.id === problem && one.lang === lang);
  if (isFilled) return { form: filled, ...(guide && { guide }) };
  const service = content.services.find(({ slug }) => slug === address.get('service'))?.slug ?? '';
  return {
    form: { ...EMPTY, service, ...(guide && { problem: guide.id, subject: guide.title }) },
    ...(guide && { guide }),
  };
}
