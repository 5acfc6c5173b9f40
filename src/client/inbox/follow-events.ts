import type { DeskViewer } from '../../core/ticket/browser.ts';

/** What the server tells while the inbox is open. */
export interface EventListener {
  /** Connected; after a break, whatever happened meanwhile was missed. */
  opened(): void;
  ticket(id: string): void;
  presence(ticket: string, viewers: readonly DeskViewer[]): void;
  /** The connection broke; it is tried again by itself. */
  broke(): void;
}

const FIRST_PAUSE_MS = 1500;
const LONGEST_PAUSE_MS = 30_000;

/** Follows the events of the server until the given function is called; a lost connection is tried again for ever. */
export function followEvents(listener: EventListener, address = '/agent/api/events'): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  const connect = () => {
    const mine = new EventSource(address);
    source = mine;
    mine.onopen = () => {
      pauseMs = FIRST_PAUSE_MS;
      listener.opened();
    };
    mine.onerror = () => {
      listener.broke();
      // The browser tries again by itself, except after an answer that is no stream.
      if (mine.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(connect, pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    };
    mine.addEventListener('ticket', ({ data }) => {
      const { id } = read(data);
      if (typeof id === 'string') listener.ticket(id);
    });
    mine.addEventListener('presence', ({ data }) => {
      const { ticket, viewers } = read(data);
      if (typeof ticket === 'string' && Array.isArray(viewers))
        listener.presence(ticket, viewers.filter(isViewer));
    });
  };
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

function read(data: unknown): Record<string, unknown> {
  try {
    const value: unknown = typeof data === 'string' ? JSON.parse(data) : undefined;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // Another version of the server: nothing that is known here.
    return {};
  }
}

function isViewer(value: unknown): value is DeskViewer {
  if (typeof value !== 'object' || value === null) return false;
  const { agent, name, isTyping } = value as Record<string, unknown>;
  return typeof agent === 'string' && typeof name === 'string' && typeof isTyping === 'boolean';
}
