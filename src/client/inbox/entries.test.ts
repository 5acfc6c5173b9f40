import { describe, expect, test } from 'vitest';
import type { DeskTicketEvent } from '../../core/ticket/browser.ts';
import { entriesOf } from './entries.ts';
import { fakeMessage } from './fake-desk-api.ts';

const at = (minute: number) => `2026-01-05T02:0${minute}:00.000Z`;
function event(id: string, verb: DeskTicketEvent['verb'], minute: number): DeskTicketEvent {
  return { id, verb, at: at(minute), actor: { kind: 'agent', id: 'sari' }, detail: {} };
}

describe('a conversation', () => {
  test('tells what was said and what happened, oldest first, and nothing twice', () => {
    const entries = entriesOf({
      messages: [fakeMessage({ id: 'm2', createdAt: at(4) }), fakeMessage({ id: 'm1', createdAt: at(1) })],
      events: [
        event('e1', 'opened', 1),
        event('e2', 'assigned', 2),
        event('e3', 'replied', 4),
        event('e4', 'late', 4),
      ],
    });
    const ids = entries.map((entry) => (entry.kind === 'message' ? entry.message.id : entry.event.id));
    expect(ids).toEqual(['m1', 'e2', 'm2', 'e4']);
  });
});
