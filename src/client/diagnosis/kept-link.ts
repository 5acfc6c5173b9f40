import type { Reply } from '../../core/wording/browser.ts';
import { deviceMemory, type Memory } from './device-memory.ts';
import type { Posting } from './post.ts';
import { readReply } from './server-answer.ts';

/** Where this browser keeps how to reach the conversation on the server; other tabs hear of changes. */
export const LINK_KEY = 'pandu:diagnosis-server';

/** What opens a conversation on the server. */
export interface Access {
  readonly id: string;
  readonly secret: string;
}

/** The conversation on the server, as this browser knows it. */
export interface KeptLink extends Access {
  /** The conversation went on without the server: it has to take it up anew. */
  readonly isBehind?: true;
  /** What was posted last, while its words are still on their way. */
  readonly underWay?: Posting;
  /** The last words, and the number of turns that they answer. */
  readonly said?: { readonly reply: Reply; readonly turns: number };
}

/** What was kept; undefined when there is nothing or it cannot be read. */
export function readLink(memory: Memory | undefined = deviceMemory()): KeptLink | undefined {
  try {
    const kept: unknown = JSON.parse(memory?.getItem(LINK_KEY) ?? 'null');
    if (!isAccess(kept)) return undefined;
    const { id, secret, isBehind, underWay, said } = kept as Access & Readonly<Record<string, unknown>>;
    const last = readSaid(said);
    return {
      id,
      secret,
      ...(isBehind === true && { isBehind }),
      ...(isPosting(underWay) && { underWay }),
      ...(last && { said: last }),
    };
  } catch {
    // Written by another version, or by hand.
    return undefined;
  }
}

/** Keeps it; undefined forgets it. A device that keeps nothing is no fault. */
export function keepLink(link: KeptLink | undefined, memory: Memory | undefined = deviceMemory()): void {
  try {
    if (link) memory?.setItem(LINK_KEY, JSON.stringify(link));
    else memory?.removeItem(LINK_KEY);
  } catch {
    // Full or forbidden storage: the page works on, and a reload begins anew.
  }
}

function readSaid(value: unknown): KeptLink['said'] {
  if (typeof value !== 'object' || value === null || !('turns' in value) || !('reply' in value))
    return undefined;
  const reply = readReply(JSON.stringify(value.reply));
  return reply && typeof value.turns === 'number' ? { reply, turns: value.turns } : undefined;
}

function isPosting(value: unknown): value is Posting {
  return (
    typeof value === 'object' &&
    value !== null &&
    'url' in value &&
    typeof value.url === 'string' &&
    'key' in value &&
    typeof value.key === 'string' &&
    'body' in value &&
    typeof value.body === 'object' &&
    value.body !== null
  );
}

function isAccess(value: unknown): value is Access {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'secret' in value &&
    typeof value.secret === 'string'
  );
}
