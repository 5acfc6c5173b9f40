import type { DiagnosisProblem } from '../diagnosis/browser.ts';
import { saidTexts, type Conversation } from './conversation.ts';
import type { AtOnceCondition } from './escalation-policy.ts';
import type { Knowledge } from './knowledge.ts';
import { largestAmount } from './read-amount.ts';
import type { AtOnceReason, ChannelKey } from './reasons.ts';
import type { Situation } from './replay.ts';
import { QUIET, type OpenIncident } from './surroundings.ts';

/**
 * Why the policy demands a person at once, by its first rule that holds; undefined when none does. What is solved,
 * and a reason from which the reader went back, demand nothing. A wish is no rule: it is a turn.
 */
export function ruleNow(
  knowledge: Knowledge,
  conversation: Conversation,
  { diagnosis, confirmed, declined, begins }: Situation,
): Exclude<AtOnceReason, 'wish'> | undefined {
  const problem = knowledge.model.problems[knowledge.model.placeOf.get(confirmed ?? '') ?? -1];
  const isSolved = diagnosis.steps.some((step) => step.problem === confirmed && step.result === 'solved');
  if (isSolved) return undefined;
  const turns = conversation.turns.slice(begins);
  const facts: Facts = {
    problem,
    service: conversation.service,
    amount: Math.max(0, ...saidTexts({ turns }).map((text) => largestAmount(text) ?? 0)),
    incidents: (knowledge.surroundings ?? QUIET).incidents,
  };
  for (const { reason, when } of knowledge.policy.atOnce) {
    if (reason === 'wish' || declined.includes(reason) || !when) continue;
    if (holds(when, facts)) return reason;
  }
  return undefined;
}

interface Facts {
  readonly problem: DiagnosisProblem | undefined;
  readonly service: string | undefined;
  readonly amount: number;
  readonly incidents: readonly OpenIncident[];
}

function holds(when: AtOnceCondition, { problem, service, amount, incidents }: Facts): boolean {
  const { escalate, risk, sectors, amountAtLeast, services, openIncident } = when;
  return (
    (escalate === undefined || problem?.escalate === escalate) &&
    (risk === undefined || (problem !== undefined && risk.includes(problem.risk))) &&
    (sectors === undefined || (problem !== undefined && sectors.includes(problem.sector))) &&
    (amountAtLeast === undefined || amount >= amountAtLeast) &&
    (services === undefined || (service !== undefined && services.includes(service))) &&
    (openIncident === undefined || incidents.some((one) => concerns(one, problem, service)))
  );
}

function concerns(
  incident: OpenIncident,
  problem: DiagnosisProblem | undefined,
  service: string | undefined,
): boolean {
  return (
    (problem !== undefined && incident.problems.includes(problem.id)) ||
    (service !== undefined && incident.services.includes(service))
  );
}

/** The ways to a person that are open now, the best first; those that failed come last, so there is always one. */
export function channelsNow(
  { policy, surroundings = QUIET }: Knowledge,
  { failed }: Pick<Situation, 'failed'>,
): ChannelKey[] {
  const open = policy.channels
    .filter(({ needs }) => needs.every((need) => surroundings.has.includes(need)))
    .map(({ key }) => key);
  return [...open.filter((key) => !failed.includes(key)), ...failed.filter((key) => open.includes(key))];
}
