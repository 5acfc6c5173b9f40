import type { DiagnosisProblem } from '../../core/diagnosis/index.ts';
import type { Sign } from '../../core/article/index.ts';

/** How often a reader gives an answer that is not what they see, and how often they cannot tell. */
const WRONG_ANSWERS = 0.05;
const DONT_KNOWS = 0.05;

/** A reader who knows what they see: gives the answer to a sign, always the same; null is "I don't know". */
export type SimulatedUser = (sign: Sign) => string | null;

/**
 * A reader who has a problem: what they see is drawn from the likelihoods of its guide, one answer in
 * twenty is wrong and one "I don't know". A question that the guide says nothing about is answered by
 * half of the readers, with any answer. The same seed is the same reader, whatever they are asked first.
 */
export function simulateUser(problem: DiagnosisProblem, seed: string): SimulatedUser {
  return (sign) => {
    const likelihoods = problem.signs[sign.id];
    return likelihoods ? answerKnowingly(sign, likelihoods, seed) : answerPuzzled(sign, seed);
  };
}

/** A reader whose problem has no guide: half of the answers are "I don't know", the rest any. */
export function simulateStranger(seed: string): SimulatedUser {
  return (sign) => answerPuzzled(sign, seed);
}

function answerKnowingly(
  sign: Sign,
  likelihoods: Readonly<Record<string, number>>,
  seed: string,
): string | null {
  const answers = Object.keys(sign.answers);
  const sees = pickBy(likelihoods, answers, randomFrom(`${seed} ${sign.id} sees`));
  const slip = randomFrom(`${seed} ${sign.id} slips`);
  if (slip < DONT_KNOWS) return null;
  if (slip >= DONT_KNOWS + WRONG_ANSWERS) return sees;
  const others = answers.filter((answer) => answer !== sees);
  return pickAny(others, randomFrom(`${seed} ${sign.id} says`));
}

function answerPuzzled(sign: Sign, seed: string): string | null {
  if (randomFrom(`${seed} ${sign.id} knows`) < 0.5) return null;
  return pickAny(Object.keys(sign.answers), randomFrom(`${seed} ${sign.id} sees`));
}

function pickAny(answers: readonly string[], number: number): string | null {
  return answers[Math.floor(number * answers.length)] ?? null;
}

function pickBy(
  likelihoods: Readonly<Record<string, number>>,
  answers: readonly string[],
  number: number,
): string | null {
  let left = number;
  for (const answer of answers) {
    left -= likelihoods[answer] ?? 0;
    if (left < 0) return answer;
  }
  return answers.at(-1) ?? null;
}

/** A number in [0, 1) that depends on the text alone (FNV-1a, then the finish of MurmurHash3). */
function randomFrom(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
