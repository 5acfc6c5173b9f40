import type { Sign } from './article.ts';

/**
 * How often a reader who has the problem gives the expected answer: people misread a screen about one time in ten.
 * The rest is shared by the other answers.
 */
const EXPECTED_ANSWER = 0.9;

/** The likelihood of each answer: given one expected answer, or some answers with theirs. Sums to 1. */
export function answerLikelihoods(
  sign: Sign,
  expected: string | Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const answers = Object.keys(sign.answers);
  const given = typeof expected === 'string' ? { [expected]: EXPECTED_ANSWER } : expected;
  const total = Object.values(given).reduce((sum, value) => sum + value, 0);
  const missing = answers.filter((answer) => !Object.hasOwn(given, answer));
  const share = missing.length > 0 ? Math.max(0, 1 - total) / missing.length : 0;
  const scale = missing.length > 0 ? 1 : 1 / total;
  return Object.fromEntries(
    answers.map((answer) => [answer, Object.hasOwn(given, answer) ? (given[answer] ?? 0) * scale : share]),
  );
}

/** At this total variation distance an answer speaks clearly for one of two problems. */
const SEPARATES_FROM = 0.5;

/** Total variation distance of two answer distributions, 0 (alike) – 1 (never the same answer). */
export function signDistance(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): number {
  const answers = new Set([...Object.keys(a), ...Object.keys(b)]);
  let sum = 0;
  for (const answer of answers) sum += Math.abs((a[answer] ?? 0) - (b[answer] ?? 0));
  return sum / 2;
}

type Likelihoods = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The signs that tell two problems apart well enough to ask a layman, the clearest first. */
export function separatingSigns(a: Likelihoods, b: Likelihoods): readonly string[] {
  return Object.keys(a)
    .map((sign) => ({ sign, distance: b[sign] ? signDistance(a[sign] ?? {}, b[sign]) : 0 }))
    .filter(({ distance }) => distance >= SEPARATES_FROM)
    .sort((x, y) => y.distance - x.distance || (x.sign < y.sign ? -1 : 1))
    .map(({ sign }) => sign);
}
