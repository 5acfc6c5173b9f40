import type { TicketView } from '../core/ticket/browser.ts';
import { PICTURE } from './ticket-journey.ts';
import type { DeskSite } from './fake-desk-site.ts';

/** A ticket that was opened over the API, as its reader has it. */
export interface OwnTicket {
  readonly token: string;
  readonly reference: string;
  /** The path of its page. */
  readonly path: string;
}

type Site = Pick<DeskSite, 'readerUrl'>;

/** Opens a ticket; what is left out is harmless. */
export async function openTicket(desk: Site, order: object = {}): Promise<OwnTicket> {
  const opened = await send<{ token: string; reference: string; url: string }>(desk, '', {
    subject: 'Kode tidak masuk',
    text: 'Kodenya tidak masuk sejak pagi.',
    ...order,
  });
  return { token: opened.token, reference: opened.reference, path: new URL(opened.url).pathname };
}

/** Sends to an address below a ticket, or below all of them. */
export async function send<Answer>({ readerUrl }: Site, path: string, body: unknown): Promise<Answer> {
  const response = await fetch(`${readerUrl}/api/v1/tickets${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answerOf<Answer>(response);
}

/** The ticket as its reader sees it. */
export async function viewTicket({ readerUrl }: Site, { token }: OwnTicket): Promise<TicketView> {
  return answerOf<TicketView>(await fetch(`${readerUrl}/api/v1/tickets/${token}`));
}

/** Adds a message with pictures of these names. */
export async function sendPictures(
  desk: Site,
  { token }: OwnTicket,
  names: readonly string[],
): Promise<void> {
  const attachments: string[] = [];
  for (const name of names) {
    const form = new FormData();
    form.set('ticket', token);
    form.set('file', new File([PICTURE.buffer], name, { type: PICTURE.mimeType }));
    const stored = await answerOf<{ id: string }>(
      await fetch(`${desk.readerUrl}/api/v1/attachments`, { method: 'POST', body: form }),
    );
    attachments.push(stored.id);
  }
  await send(desk, `/${token}/messages`, { text: 'Lihat gambarnya.', attachments });
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(`Status ${response.status}: ${await response.text()}`);
  // The contract says what is there; the caller names the part that it looks at.
  return (await response.json()) as Answer;
}
