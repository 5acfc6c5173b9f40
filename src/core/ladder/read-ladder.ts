import { z } from 'zod';
import { SECTORS, type Source } from '../article/browser.ts';
import { findLadderGaps } from './find-ladder-gaps.ts';
import type { Ladder } from './ladder.ts';

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'write lower-case words joined by hyphens');
const problem = z
  .string()
  .regex(/^[a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/, 'write an id like banking/transfer-pending');
const line = z.string().trim().min(1, 'must not be empty').max(160, 'must be at most 160 characters');
const bilingual = z.strictObject({ id: line, en: line });
const limit = {
  amount: z.int().min(1, 'write a whole number of at least 1').max(366, 'write at most 366'),
  unit: z.enum(['working-days', 'calendar-days', 'hours'], 'write one of working-days, calendar-days, hours'),
};

const deadline = z.strictObject({
  key: slug,
  what: bilingual,
  limit: z.strictObject(limit),
  from: z.enum(
    ['complaint', 'documents', 'report', 'breach'],
    'write one of complaint, documents, report, breach',
  ),
  extension: z.strictObject({ ...limit, if: bilingual }).optional(),
  source: slug,
});

const rung = z.strictObject({
  key: slug,
  role: z.enum(['operator', 'regulator', 'dispute-body', 'scam-centre', 'police']),
  who: bilingual,
  /** When one goes there. */
  when: bilingual.optional(),
  deadlines: z.array(deadline, 'write the deadlines, or [] where no source states one'),
  bring: z.array(bilingual).min(1, 'name what to bring'),
  services: z.array(slug, 'write slugs of content/service, or [] for the service of the reader'),
  source: slug.optional(),
});

const ladderFor = z
  .strictObject({
    sectors: z.array(z.enum(SECTORS)).min(1),
    problems: z.array(problem).min(1),
    services: z.array(slug).min(1),
  })
  .partial();

const fileSchema = z.strictObject({
  /** Texts that stand in several places, by YAML anchors. */
  texts: z.unknown().optional(),
  ladders: z.array(
    z.strictObject({ key: slug, for: z.array(ladderFor).min(1), rungs: z.array(rung).min(1) }),
  ),
});

export type LadderFor = z.infer<typeof ladderFor>;
export type WrittenDeadline = z.infer<typeof deadline>;
export type WrittenRung = z.infer<typeof rung>;
export type WrittenLadder = z.infer<typeof fileSchema>['ladders'][number];

/** What a ladder may name. */
export interface KnownToLadders {
  readonly sources: ReadonlyMap<string, Source>;
  readonly services: ReadonlySet<string>;
  /** Ids of the catalogue or of written guides. */
  readonly problems: ReadonlySet<string>;
}

/** The ladders do not have their form, or name what there is not. */
export class LadderError extends Error {
  override readonly name = 'LadderError';
}

/**
 * Checks the parsed YAML of the ladders and puts the sources into them; `file` names it in messages.
 * @throws {LadderError} that lists everything wrong, each with its key and what to write.
 */
export function readLadders(parsed: unknown, file: string, known: KnownToLadders): readonly Ladder[] {
  const result = fileSchema.safeParse(parsed);
  const faults = result.success
    ? findLadderGaps(result.data.ladders, known)
    : result.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
  if (!result.success || faults.length > 0) {
    throw new LadderError(`${file} does not say who has to answer:\n  ${faults.join('\n  ')}`);
  }
  return result.data.ladders.map((ladder) => withSources(ladder, known.sources));
}

function withSources(ladder: WrittenLadder, sources: ReadonlyMap<string, Source>): Ladder {
  return {
    ...ladder,
    rungs: ladder.rungs.map(({ source, deadlines, ...rest }) => {
      const own = source === undefined ? undefined : sources.get(source);
      return {
        ...rest,
        ...(own && { source: own }),
        deadlines: deadlines.flatMap(({ source: slugOf, ...one }) => {
          const from = sources.get(slugOf);
          // A deadline never shows without its source; the gaps have named the missing one.
          return from ? [{ ...one, source: from }] : [];
        }),
      };
    }),
  };
}
