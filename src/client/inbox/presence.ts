import { settle, type InboxContext } from './inbox-context.ts';

/** Tells the others which ticket is open here, and whether something is being written. */
export interface Presence {
  readonly enter: (ticket: string) => void;
  /** A key was pressed in the box. */
  readonly type: () => void;
  /** What was being written is sent. */
  readonly rest: () => void;
  readonly leave: () => void;
}

/** Told again so often, because others forget who says nothing. */
const BEAT_MS = 15_000;
/** After so long without a key, nobody is writing any more. */
const STILL_MS = 6000;

/** The presence of this agent. A beat that is lost is made up for by the next one. */
export function createPresence(context: InboxContext): Presence {
  let ticket: string | undefined;
  let isTyping = false;
  let beat: ReturnType<typeof setInterval> | undefined;
  let still: ReturnType<typeof setTimeout> | undefined;

  const say = async () => {
    if (ticket === undefined) return;
    const mine = ticket;
    const answer = await context.api.presence(mine, isTyping);
    const come = settle(context, answer);
    if (come) context.take({ kind: 'viewers-came', ticket: mine, viewers: come.viewers });
  };
  const type = (next: boolean) => {
    if (isTyping === next) return;
    isTyping = next;
    void say();
  };
  return {
    enter(next) {
      clearInterval(beat);
      ticket = next;
      isTyping = false;
      void say();
      beat = setInterval(() => void say(), BEAT_MS);
    },
    type() {
      clearTimeout(still);
      still = setTimeout(() => {
        type(false);
      }, STILL_MS);
      type(true);
    },
    rest() {
      clearTimeout(still);
      type(false);
    },
    leave() {
      clearInterval(beat);
      clearTimeout(still);
      type(false);
      ticket = undefined;
    },
  };
}
