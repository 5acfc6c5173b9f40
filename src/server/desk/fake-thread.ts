import type { MessageKind, Ticket, TicketThread } from '../ticket/index.ts';

/** When everything in a fake thread happened. */
export const FAKE_AT = new Date('2026-11-25T03:00:00Z');

/** A ticket with these messages, in order; `about` changes what stands above them. */
export function fakeThread(
  about: Partial<Ticket>,
  ...said: readonly (readonly [MessageKind, string])[]
): TicketThread {
  return {
    ticket: {
      id: 'a',
      reference: '4829-1736',
      lang: 'id',
      subject: 'Paket',
      status: 'open',
      priority: 'normal',
      channel: 'contact',
      email: 'pembaca@example.org',
      createdAt: FAKE_AT,
      updatedAt: FAKE_AT,
      version: 1,
      ...about,
    },
    messages: said.map(([kind, text], place) => ({
      id: String(place),
      ticket: 'a',
      kind,
      text,
      createdAt: FAKE_AT,
      sendAt: FAKE_AT,
      guides: [],
      attachments: [],
    })),
  };
}
