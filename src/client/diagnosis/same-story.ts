import { type Conversation } from '../../core/assistant/browser.ts';

/** Whether a reader did the same things in both, whatever search found for their words. */
export function isSameStory(one: Conversation, other: Conversation): boolean {
  return tell(one) === tell(other);
}

function tell({ turns }: Conversation): string {
  return JSON.stringify(
    turns.map((turn) => (turn.kind === 'said' ? { kind: turn.kind, text: turn.text } : turn)),
  );
}
