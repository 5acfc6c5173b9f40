import type { DeskTicket } from '../../core/ticket/browser.ts';
import { fillIn } from '../agent/browser.ts';
import type { Scene } from './scene.ts';
import { deadlineOf, spanWords } from './time-words.ts';

interface DeadlineWordsProps extends Pick<Scene, 'words' | 'lang' | 'now'> {
  readonly ticket: DeskTicket;
}

/** By when a ticket must be answered, in words; clay and its word when that is over. */
export function DeadlineWords({ ticket, words, lang, now }: DeadlineWordsProps) {
  const deadline = deadlineOf(ticket, now);
  if (!deadline) return null;
  const { kind, leftMs, at } = deadline;
  const time = spanWords(leftMs, lang);
  if (leftMs < 0) {
    return (
      <time class="inbox__late numbers" dateTime={at}>
        {time === '' ? words.views.late : fillIn(words.list.late, { time })}
      </time>
    );
  }
  const sentence = kind === 'answer' ? words.list.due : words.list.solveDue;
  return (
    <time class="numbers" dateTime={at}>
      {time === '' ? words.talk.dueSoon : fillIn(sentence, { time })}
    </time>
  );
}
