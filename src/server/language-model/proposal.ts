import { z } from 'zod';
import type { SourcePassage } from '../../core/wording/index.ts';
import type { ChatTool } from './chat-model.ts';

/** What a model would do. It is never carried out here: whoever receives it decides by the policy. */
export type Proposal =
  | { readonly kind: 'person'; readonly reason: PersonReason }
  | { readonly kind: 'problem'; readonly id: string };

const PERSON_REASONS = ['asked-for', 'upset', 'not-covered'] as const;
export type PersonReason = (typeof PERSON_REASONS)[number];

const offerPerson = z.strictObject({ reason: z.enum(PERSON_REASONS) });
const suggestProblem = z.strictObject({ number: z.int().min(1).max(99) });

/** The tools that a model is offered. */
export const TOOLS: readonly ChatTool[] = [
  {
    name: 'offer_person',
    description:
      'Propose that the reader is offered a person: they ask for one, are upset, or the passages do not cover it.',
    parameters: z.toJSONSchema(offerPerson),
  },
  {
    name: 'suggest_problem',
    description: "Propose that the reader's problem is the one of the passage with this number.",
    parameters: z.toJSONSchema(suggestProblem),
  },
];

/** Reads a call of a tool; undefined for an unknown tool, wrong parameters, or a number that no passage has. */
export function readProposal(
  name: string,
  input: unknown,
  passages: readonly SourcePassage[],
): Proposal | undefined {
  if (name === 'offer_person') {
    const read = offerPerson.safeParse(input);
    return read.success ? { kind: 'person', reason: read.data.reason } : undefined;
  }
  if (name !== 'suggest_problem') return undefined;
  const read = suggestProblem.safeParse(input);
  const passage = read.success ? passages[read.data.number - 1] : undefined;
  return passage && { kind: 'problem', id: passage.article.id };
}
