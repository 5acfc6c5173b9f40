import type { Language } from '../../core/article/browser.ts';
import { reckonDates, type CalendarDay, type Ladder } from '../../core/ladder/browser.ts';
import { fillIn } from '../markup/browser.ts';
import { writeDate, writeLimit } from './calendar-text.ts';
import type { LadderWords } from './ladder-words.ts';

/** The days to remember of a complaint: by when who has to answer, and who is next. [] where nothing is dated. */
export function calendarDays(
  ladder: Ladder,
  complained: string,
  words: LadderWords,
  lang: Language,
): readonly CalendarDay[] {
  return reckonDates(ladder, complained).map((deadline) => {
    const place = ladder.rungs.findIndex(({ key }) => key === deadline.rung);
    const who = ladder.rungs[place]?.who[lang] ?? '';
    const next = ladder.rungs[place + 1];
    return {
      uid: `${ladder.key}-${deadline.rung}-${deadline.key}-${complained}@pandu`,
      date: deadline.due,
      title: fillIn(words.eventTitle[lang], { who, what: deadline.what[lang] }),
      text: [
        fillIn(words.eventText[lang], {
          date: writeDate(complained, lang),
          limit: writeLimit(deadline, words, lang),
        }),
        ...(next ? [fillIn(words.eventNext[lang], { who: next.who[lang] })] : []),
        `${words.source[lang]}: ${deadline.source.url}`,
      ].join('\n'),
    };
  });
}
