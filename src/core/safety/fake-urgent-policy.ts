import type { Spelling } from './message-words.ts';
import type { UrgentPolicy } from './urgent-policy.ts';

/** How a few words are written in tests. */
export const FAKE_SPELLING: Spelling = {
  informal: { tidak: ['ga'], saya: ['gue'], kartu: ['krtu'] },
  roots: ['curi', 'kirim'],
  ordinary: ['tentang'],
};

/** A policy with two situations: a stolen card, and a secret that was given. */
export const FAKE_URGENT_POLICY: UrgentPolicy = {
  situations: {
    'device-gone': { id: 'Kartu diambil', en: 'Card taken' },
    'secret-given': { id: 'Kode diberikan', en: 'Code given' },
  },
  deniable: ['gave'],
  fillers: ['yang', 'the'],
  negators: ['tidak', '=never'],
  ideas: {
    stolen: ['curi', '=stolen', 'jambret', 'snatch*'],
    card: ['kartu', '=card'],
    gave: ['=kasih', '=gave', 'serahkan'],
    secret: ['=pin', 'kode rahasia', 'password'],
    past: ['tahun lalu', 'last year'],
  },
  cues: [
    { key: 'card-stolen', situation: 'device-gone', all: ['stolen', 'card'], not: [], within: 4, weight: 3 },
    { key: 'gave-secret', situation: 'secret-given', all: ['gave', 'secret'], not: [], within: 4, weight: 3 },
    { key: 'not-given', all: ['no-gave'], not: [], within: 8, weight: -1 },
    { key: 'long-ago', all: ['past'], not: [], within: 8, weight: -3 },
  ],
};
