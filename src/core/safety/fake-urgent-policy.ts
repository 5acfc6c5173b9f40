import type { Spelling } from './message-words.ts';
import type { UrgentPolicy } from './urgent-policy.ts';
import { hashFeature, packWeights, type UrgentWeights } from './urgent-weights.ts';

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
  turns: ['tidak', 'never'],
  fillers: ['yang', 'the'],
  negators: ['tidak', '=never'],
  ideas: {
    stolen: ['curi', '=stolen', 'jambret', 'snatch*'],
    card: ['kartu', '=card'],
    gave: ['=kasih', '=gave', 'serahkan'],
    secret: ['=pin', 'kode rahasia', 'password'],
    past: ['tahun lalu', 'last year'],
  },
};

/** What the fake policy's ideas say: a stolen card and a given secret alarm, what is past or denied calms. */
export const FAKE_URGENT_WEIGHTS: UrgentWeights = {
  bias: -1,
  threshold: 0.5,
  step: 0.1,
  ...packWeights(
    new Map(
      Object.entries({
        'f stolen card': 20,
        'f card stolen': 20,
        'f gave secret': 20,
        'i past': -60,
        'n gave': -20,
      }).map(([name, level]) => [hashFeature(name), level]),
    ),
  ),
  situations: {
    'device-gone': { bias: 0, says: { 'i stolen': 2, 'i card': 1 } },
    'secret-given': { bias: 0, says: { 'i gave': 2, 'i secret': 2 } },
  },
};
