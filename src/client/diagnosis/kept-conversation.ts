import { readConversation, writeConversation, type Conversation } from '../../core/assistant/browser.ts';
import { deviceMemory, type Memory } from './device-memory.ts';

/** Where the conversation stands in this browser; other tabs hear of changes under this name. */
export const KEPT_KEY = 'pandu:diagnosis';

/** The conversation that was kept on this device; undefined when there is none or it cannot be read. */
export function readKept(memory: Memory | undefined = deviceMemory()): Conversation | undefined {
  const text = memory?.getItem(KEPT_KEY);
  return typeof text === 'string' ? readConversation(text) : undefined;
}

/** Keeps a conversation on this device; one in which nothing happened is forgotten. */
export function keep(conversation: Conversation, memory: Memory | undefined = deviceMemory()): void {
  if (conversation.turns.length === 0 && conversation.article === undefined) {
    memory?.removeItem(KEPT_KEY);
    return;
  }
  try {
    memory?.setItem(KEPT_KEY, writeConversation(conversation));
  } catch {
    // Full or forbidden storage (private windows): the page works on without memory.
  }
}
