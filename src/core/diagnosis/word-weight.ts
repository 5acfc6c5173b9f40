import type { DiagnosisContext, WordHit } from './diagnosis.ts';
import type { DiagnosisModel } from './diagnosis-model.ts';

/** What a reader's problem is before anything is known: mostly one that has a guide, each alike. */
const NO_GUIDE = 0.1;

/** How often search leaves the right guide far behind; its probabilities are this much of `baseWeights`. */
const SEARCH_BLUNDERS = 0.1;

/** Of the chance that search leaves over, the share of guides that it did not list. */
const UNLISTED = 0.1;

/** What a guide that did not help says about the problem: often still the one, else likely a neighbour. */
const SAME_PROBLEM = 0.5;
const NEIGHBOURS = 0.3;

/** The probabilities without evidence: each problem in the model's order, then "something else". */
export function baseWeights({ problems }: DiagnosisModel): Float64Array {
  const weights = new Float64Array(problems.length + 1).fill((1 - NO_GUIDE) / Math.max(1, problems.length));
  weights[problems.length] = problems.length > 0 ? NO_GUIDE : 1;
  return weights;
}

/**
 * What the hits of one message say, as probabilities in the order of `baseWeights`. What the hits
 * leave over goes mostly to "something else"; hits on problems without a place in the model all do.
 */
export function wordWeights(model: DiagnosisModel, hits: readonly WordHit[]): Float64Array {
  const count = model.problems.length;
  const said = new Float64Array(count + 1);
  let known = 0;
  let listed = 0;
  let total = 0;
  for (const { id, confidence } of hits) {
    const sane = Number.isFinite(confidence) ? Math.min(1, Math.max(0, confidence)) : 0;
    total += sane;
    const place = model.placeOf.get(id);
    if (place === undefined) continue;
    if (said[place] === 0 && sane > 0) listed++;
    said[place] = (said[place] ?? 0) + sane;
    known += sane;
  }
  const scale = 1 / Math.max(1, total);
  const rest = 1 - known * scale;
  const unlisted = count - listed;
  const share = unlisted > 0 ? (rest * UNLISTED) / unlisted : 0;
  for (let place = 0; place < count; place++) {
    const own = said[place] ?? 0;
    said[place] = own > 0 ? own * scale : share;
  }
  said[count] = rest - share * unlisted;
  const base = baseWeights(model);
  return said.map((weight, place) => (1 - SEARCH_BLUNDERS) * weight + SEARCH_BLUNDERS * (base[place] ?? 0));
}

/** What coming from a guide that did not help says, as hits. */
export function articleHits(model: DiagnosisModel, { article }: DiagnosisContext): WordHit[] {
  const place = article === undefined ? undefined : model.placeOf.get(article);
  const problem = place === undefined ? undefined : model.problems[place];
  if (!problem) return [];
  const neighbours = problem.related.filter((id) => id !== problem.id && model.placeOf.has(id));
  const share = NEIGHBOURS / Math.max(1, neighbours.length);
  return [
    { id: problem.id, confidence: SAME_PROBLEM },
    ...neighbours.map((id) => ({ id, confidence: share })),
  ];
}
