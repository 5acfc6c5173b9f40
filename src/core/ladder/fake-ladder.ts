import type { Source } from '../article/browser.ts';
import { readLadders, type KnownToLadders } from './read-ladder.ts';

const RULE: Source = {
  slug: 'rule',
  title: { id: 'Aturan', en: 'Rule' },
  publisher: 'Contoh',
  url: 'https://example.org/rule',
  strength: 'O',
  checked: '2026-11-24',
};

/** What the ladders for tests may name. */
export const FAKE_KNOWN: KnownToLadders = {
  sources: new Map([['rule', RULE]]),
  services: new Set(['contoh', 'pengawas']),
  problems: new Set(['banking/pending']),
};

const BOTH = (text: string) => ({ id: `${text} id`, en: `${text} en` });
const OPERATOR = {
  key: 'operator',
  role: 'operator',
  who: BOTH('operator'),
  deadlines: [],
  bring: [BOTH('proof')],
  services: [],
};

/** As a file of ladders is written: a special one for pending transfers, and one for each sector. */
export const WRITTEN_LADDERS = {
  ladders: [
    {
      key: 'pending',
      for: [{ problems: ['banking/pending'] }, { sectors: ['banking'], services: ['contoh'] }],
      rungs: [
        {
          ...OPERATOR,
          source: 'rule',
          deadlines: [
            {
              key: 'spoken',
              what: BOTH('spoken'),
              limit: { amount: 5, unit: 'working-days' },
              from: 'complaint',
              source: 'rule',
            },
            {
              key: 'written',
              what: BOTH('written'),
              limit: { amount: 10, unit: 'working-days' },
              from: 'documents',
              extension: { amount: 10, unit: 'working-days', if: BOTH('told') },
              source: 'rule',
            },
          ],
        },
        {
          ...OPERATOR,
          key: 'regulator',
          role: 'regulator',
          who: BOTH('regulator'),
          when: BOTH('unanswered'),
          services: ['pengawas'],
          source: 'rule',
          deadlines: [
            {
              key: 'forwarded',
              what: BOTH('forwarded'),
              limit: { amount: 3, unit: 'working-days' },
              from: 'report',
              source: 'rule',
            },
          ],
        },
      ],
    },
    ...['banking', 'e-commerce', 'social-media', 'education', 'government'].map((sector) => ({
      key: sector,
      for: [{ sectors: [sector] }],
      rungs: [OPERATOR],
    })),
  ],
};

/** The same, read. */
export const FAKE_LADDERS = readLadders(WRITTEN_LADDERS, 'content/policy/ladder.yaml', FAKE_KNOWN);
