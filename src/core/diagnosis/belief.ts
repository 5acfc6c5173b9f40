import { isContradictory, settledReply, type Diagnosis } from './diagnosis.ts';
import { likelihoodAt, type DiagnosisModel } from './diagnosis-model.ts';
import type { DiagnosisProblem } from './diagnosis-problem.ts';
import { articleHits, baseWeights, wordWeights } from './word-weight.ts';

/** One problem with the probability (0–1) that it is the reader's. */
export interface Candidate {
  readonly id: string;
  readonly probability: number;
}

/** How much less often a reader who named a sector has a problem of another one. */
const OTHER_SECTOR = 0.15;
/** How much more often a reader of a service has a problem whose guide names it. */
const OWN_SERVICE = 2;
/** How much more often a problem is the reader's while an incident causes it. */
const INCIDENT = 5;
/** How often a reader turns down the problem that they have. */
const TURNED_DOWN_BY_MISTAKE = 0.05;

/**
 * The probability of each problem in the model's order, then of "something else"; they sum to 1. All
 * evidence is taken as independent given the problem, and "something else" and problems that do not
 * list a sign are taken to answer it in any way alike. The order of the evidence makes no difference.
 */
export function computeBelief(model: DiagnosisModel, diagnosis: Diagnosis): Float64Array {
  const base = baseWeights(model);
  const logs = base.map(Math.log);
  addWordEvidence(logs, base, model, diagnosis);
  addContext(logs, model, diagnosis);
  addAnswers(logs, model, diagnosis);
  for (const id of diagnosis.turnedDown) {
    const place = model.placeOf.get(id);
    if (place !== undefined) logs[place] = (logs[place] ?? 0) + Math.log(TURNED_DOWN_BY_MISTAKE);
  }
  return normalise(logs);
}

/** The most likely problems, best first, ties in order of id. @default limit 5 */
export function likeliest(model: DiagnosisModel, belief: Float64Array, limit = 5): Candidate[] {
  const best: Candidate[] = [];
  model.problems.forEach(({ id }, place) => {
    const probability = belief[place] ?? 0;
    if (best.length === limit && probability <= (best.at(-1)?.probability ?? 0)) return;
    const rank = best.findIndex((other) => other.probability < probability);
    best.splice(rank < 0 ? best.length : rank, 0, { id, probability });
    if (best.length > limit) best.pop();
  });
  return best;
}

/**
 * Each message is a likelihood ratio against the base. One reader's messages speak of one problem and
 * repeat each other, so n of them count as √n, not n.
 */
function addWordEvidence(
  logs: Float64Array,
  base: Float64Array,
  model: DiagnosisModel,
  { words, context }: Diagnosis,
): void {
  const fromArticle = articleHits(model, context);
  const messages = fromArticle.length > 0 ? [...words, fromArticle] : words;
  if (messages.length === 0) return;
  const damping = 1 / Math.sqrt(messages.length);
  const sum = new Float64Array(logs.length);
  // Sums of floating-point numbers depend on their order; the order of messages must not matter.
  const parts = messages.map((hits) => wordWeights(model, hits)).sort(compareNumbers);
  for (const weights of parts) {
    weights.forEach((weight, place) => {
      sum[place] = (sum[place] ?? 0) + Math.log(weight / (base[place] ?? 1));
    });
  }
  sum.forEach((ratio, place) => {
    logs[place] = (logs[place] ?? 0) + damping * ratio;
  });
}

function addContext(logs: Float64Array, model: DiagnosisModel, { context }: Diagnosis): void {
  const raised = new Set(context.incidentProblems);
  model.problems.forEach((problem, place) => {
    const factor = contextFactor(problem, context, raised);
    if (factor !== 1) logs[place] = (logs[place] ?? 0) + Math.log(factor);
  });
}

function contextFactor(
  { id, sector, services }: DiagnosisProblem,
  context: Diagnosis['context'],
  raised: ReadonlySet<string>,
): number {
  const fromSector = context.sector === undefined || context.sector === sector ? 1 : OTHER_SECTOR;
  const fromService = context.service !== undefined && services.includes(context.service) ? OWN_SERVICE : 1;
  return fromSector * fromService * (raised.has(id) ? INCIDENT : 1);
}

function addAnswers(logs: Float64Array, model: DiagnosisModel, { answers }: Diagnosis): void {
  for (const entry of [...answers].sort((a, b) => (a.sign < b.sign ? -1 : 1))) {
    const table = model.tables.get(entry.sign);
    const reply = isContradictory(entry) ? null : settledReply(entry);
    const column = table && reply !== null ? table.answers.indexOf(reply) : -1;
    if (!table || column < 0) continue;
    table.problems.forEach((place, row) => {
      const ratio = likelihoodAt(table, row, column) * table.answers.length;
      logs[place] = (logs[place] ?? 0) + Math.log(ratio);
    });
  }
}

function normalise(logs: Float64Array): Float64Array {
  const most = logs.reduce((max, log) => Math.max(max, log), -Infinity);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function compareNumbers(a: Float64Array, b: Float64Array): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}
