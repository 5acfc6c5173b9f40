import { FAKE_LADDERS } from '../../core/ladder/fake-ladder.ts';
import type { LadderData, LadderWords } from './ladder-words.ts';

/** Each word is its own name, with the places that are filled in. */
const both = (text: string) => ({ id: `«${text}»`, en: `«${text}» en` });

/** Words around a ladder for tests. */
export const FAKE_LADDER_WORDS: LadderWords = {
  parts: {
    service: both('service'),
    said: both('said'),
    signs: both('signs'),
    tried: both('tried'),
    device: both('device'),
  },
  units: { 'working-days': both('working-days'), 'calendar-days': both('days'), hours: both('hours') },
  from: {
    complaint: both('complaint'),
    documents: both('documents'),
    report: both('report'),
    breach: both('breach'),
  },
  leave: both('leave'),
  byHand: both('byHand'),
  readOut: both('readOut'),
  print: both('print'),
  title: both('title'),
  choose: both('choose'),
  dateLabel: both('dateLabel'),
  today: both('today'),
  counting: both('counting'),
  noDate: both('noDate'),
  by: both('by {date}'),
  limit: both('{amount} {unit} {from}'),
  extension: both('extension {amount} {unit} {if}'),
  none: both('none'),
  bring: both('bring'),
  above: both('above'),
  pick: both('pick'),
  source: both('source'),
  calendar: both('calendar'),
  saved: both('saved {file}'),
  eventTitle: both('{who} {what}'),
  eventText: both('{date} {limit}'),
  eventNext: both('next {who}'),
};

/** What a reader's browser fetches at the end, for tests. */
export const FAKE_LADDER_DATA: LadderData = { words: FAKE_LADDER_WORDS, ladders: FAKE_LADDERS };
