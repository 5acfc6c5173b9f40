import type { Sector } from '../article/browser.ts';

/** A guide that search found for the reader's words; a `SearchHit` is one. */
export interface WordHit {
  readonly id: string;
  /** Calibrated probability (0–1) that this is the problem. */
  readonly confidence: number;
}

/** What is known about a reader before they say anything. */
export interface DiagnosisContext {
  readonly sector?: Sector;
  /** Slug of the service in use. */
  readonly service?: string;
  /** Id of a guide that the reader has come from and that did not help. */
  readonly article?: string;
  /** Ids of the problems that open incidents cause now. */
  readonly incidentProblems?: readonly string[];
}

/** The answer "I don't know": changes nothing in the belief, and the question is not asked again. */
export const DONT_KNOW = null;

/** All that a reader said to one question, in order. */
export interface SignReplies {
  readonly sign: string;
  readonly replies: readonly (string | null)[];
}

/** `skipped` is a step that the reader cannot or will not take. */
export type StepResult = 'solved' | 'failed' | 'skipped';

/** What a step did for this reader. */
interface StepRecord {
  readonly problem: string;
  readonly step: string;
  readonly result: StepResult;
}

/**
 * Everything that a reader has told: evidence alone, no conclusions, so it can be stored, sent and
 * read again after the content has changed. Plain JSON; every change gives a new one.
 */
export interface Diagnosis {
  /** The hits of each message. */
  readonly words: readonly (readonly WordHit[])[];
  readonly context: DiagnosisContext;
  /** In the order of asking. */
  readonly answers: readonly SignReplies[];
  /** Problems that the reader said are not theirs, and how often they said so. */
  readonly turnedDown: readonly string[];
  readonly refusals: number;
  /** The problem that the reader took for theirs, with the signs that were answered then. */
  readonly confirmed?: { readonly problem: string; readonly signs: readonly string[] };
  readonly steps: readonly StepRecord[];
}

/**
 * A diagnosis of a reader who has said nothing yet (no `hits`), or of one message: what search found
 * for it. A message for which nothing was found ([]) speaks for "something else".
 */
export function startDiagnosis(hits?: readonly WordHit[], context: DiagnosisContext = {}): Diagnosis {
  const blank = { words: [], context, answers: [], turnedDown: [], refusals: 0, steps: [] };
  return hits ? addWords(blank, hits) : blank;
}

/** Adds what search found for one more message. */
export function addWords(diagnosis: Diagnosis, hits: readonly WordHit[]): Diagnosis {
  const kept = hits.map(({ id, confidence }) => ({ id, confidence }));
  return { ...diagnosis, words: [...diagnosis.words, kept] };
}

/**
 * Adds an answer. A different answer to the same question is a contradiction: neither counts, and
 * `decide` asks again; the next answer settles it. "I don't know" after an answer leaves the answer.
 */
export function answerQuestion(diagnosis: Diagnosis, sign: string, reply: string | null): Diagnosis {
  const earlier = repliesTo(diagnosis, sign);
  if (!earlier) return { ...diagnosis, answers: [...diagnosis.answers, { sign, replies: [reply] }] };
  if (isContradictory(earlier)) return replaceReplies(diagnosis, sign, [...earlier.replies, reply]);
  const settled = settledReply(earlier);
  if (reply === DONT_KNOW || reply === settled) return diagnosis;
  if (settled === DONT_KNOW) return replaceReplies(diagnosis, sign, [...earlier.replies.slice(0, -1), reply]);
  return replaceReplies(diagnosis, sign, [...earlier.replies, reply]);
}

/** Goes back to a question: the new answer takes the place of all earlier ones. */
export function changeAnswer(diagnosis: Diagnosis, sign: string, reply: string | null): Diagnosis {
  if (!repliesTo(diagnosis, sign)) return answerQuestion(diagnosis, sign, reply);
  return replaceReplies(reconsider(diagnosis, sign), sign, [reply]);
}

/** Takes an answer back, as if the question had never been asked. */
export function retractAnswer(diagnosis: Diagnosis, sign: string): Diagnosis {
  const answers = diagnosis.answers.filter((entry) => entry.sign !== sign);
  return { ...reconsider(diagnosis, sign), answers };
}

/** Notes that the reader took a problem for theirs: `decide` now gives its steps. */
export function confirmProblem(diagnosis: Diagnosis, problem: string): Diagnosis {
  return { ...diagnosis, confirmed: { problem, signs: diagnosis.answers.map(({ sign }) => sign) } };
}

/** Notes that none of some problems is the reader's: one that was offered, or all ("none of these"). */
export function turnDown(diagnosis: Diagnosis, problems: readonly string[]): Diagnosis {
  const turnedDown = [...new Set([...diagnosis.turnedDown, ...problems])].sort();
  return { ...withoutConfirmed(diagnosis), turnedDown, refusals: diagnosis.refusals + 1 };
}

/** Notes what a step of the confirmed problem did; the last word on a step counts. Without a confirmed problem, nothing. */
export function recordStep(diagnosis: Diagnosis, step: string, result: StepResult): Diagnosis {
  const problem = diagnosis.confirmed?.problem;
  if (problem === undefined) return diagnosis;
  const others = diagnosis.steps.filter((entry) => entry.problem !== problem || entry.step !== step);
  return { ...diagnosis, steps: [...others, { problem, step, result }] };
}

/** How many answers the reader has been asked for; asking again counts. */
export function countAsked({ answers }: Diagnosis): number {
  return answers.reduce((sum, { replies }) => sum + replies.length, 0);
}

/** All replies to one question; undefined when it was never answered. */
export function repliesTo({ answers }: Diagnosis, sign: string): SignReplies | undefined {
  return answers.find((entry) => entry.sign === sign);
}

/** True after "A", then "B", until a third reply settles it. */
export function isContradictory({ replies }: SignReplies): boolean {
  return replies.length === 2;
}

/** The reply that counts; `DONT_KNOW` when there is none. */
export function settledReply(entry: SignReplies): string | null {
  return isContradictory(entry) ? DONT_KNOW : (entry.replies.at(-1) ?? DONT_KNOW);
}

function replaceReplies(diagnosis: Diagnosis, sign: string, replies: SignReplies['replies']): Diagnosis {
  const answers = diagnosis.answers.map((entry) => (entry.sign === sign ? { sign, replies } : entry));
  return { ...diagnosis, answers };
}

/** A choice that was made on an answer falls with it; answers given later, to pick steps, do not touch it. */
function reconsider(diagnosis: Diagnosis, sign: string): Diagnosis {
  return diagnosis.confirmed?.signs.includes(sign) ? withoutConfirmed(diagnosis) : diagnosis;
}

function withoutConfirmed({ words, context, answers, turnedDown, refusals, steps }: Diagnosis): Diagnosis {
  return { words, context, answers, turnedDown, refusals, steps };
}
