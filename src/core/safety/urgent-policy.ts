import { z } from 'zod';

const key = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/, 'write lower-case words joined by hyphens');
const term = z
  .string()
  .regex(
    /^=?[\p{Ll}\p{N}]+\*?(?: =?[\p{Ll}\p{N}]+\*?)*$/u,
    'write lower-case words with one blank between; "=" before a word means this form alone, "*" after it any ending',
  );
const either = z.string().regex(/^[a-z-]+(?:\|[a-z-]+)*$/, 'write ideas with "|" between');

const cue = z.strictObject({
  key,
  /** What is happening when this fires; a cue without one only makes the others more or less pressing. */
  situation: key.optional(),
  all: z.array(either).min(1),
  not: z.array(key).default([]),
  /** Words between the first idea and each other; 0 is the whole message. */
  within: z.int().min(0).max(40).default(8),
  /** The weight (log odds) that fitting starts from and is held to. */
  weight: z.number().min(-5).max(5),
});

const policySchema = z.strictObject({
  situations: z.record(key, z.strictObject({ id: z.string().min(1), en: z.string().min(1) })),
  /** Ideas whose denied mentions do not count. */
  deniable: z.array(key),
  fillers: z.array(term),
  negators: z.array(term),
  ideas: z.record(key, z.array(term).min(1)),
  cues: z.array(cue).min(1),
});

/** What `content/policy/urgent.yaml` says. */
export type UrgentPolicy = z.infer<typeof policySchema>;

/** A policy that does not have the form of {@link UrgentPolicy}, or that names what it does not define. */
export class UrgentPolicyError extends Error {
  override readonly name = 'UrgentPolicyError';
}

/**
 * Checks the parsed YAML of the urgent policy; `file` names it in messages.
 * @throws {UrgentPolicyError} that lists everything wrong.
 */
export function readUrgentPolicy(parsed: unknown, file: string): UrgentPolicy {
  const result = policySchema.safeParse(parsed);
  const problems = result.success
    ? findDangling(result.data)
    : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (!result.success || problems.length > 0) {
    throw new UrgentPolicyError(`${file} is not an urgent policy:\n  ${problems.join('\n  ')}`);
  }
  return result.data;
}

function findDangling({ situations, ideas, cues }: UrgentPolicy): string[] {
  const known = (idea: string) => idea in ideas || (idea.startsWith('no-') && idea.slice(3) in ideas);
  return cues.flatMap(({ key: name, situation, all, not }, index) => {
    const missing = [...all.flatMap((one) => one.split('|')), ...not].filter((idea) => !known(idea));
    return [
      ...missing.map((idea) => `cues.${name}: there is no idea "${idea}"`),
      ...(situation !== undefined && !(situation in situations)
        ? [`cues.${name}: there is no situation "${situation}"`]
        : []),
      ...(cues.findIndex((one) => one.key === name) < index ? [`cues.${name}: this key stands twice`] : []),
    ];
  });
}
