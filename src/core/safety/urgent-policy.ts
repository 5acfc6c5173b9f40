import { z } from 'zod';

const key = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/, 'write lower-case words joined by hyphens');
const term = z
  .string()
  .regex(
    /^=?[\p{Ll}\p{N}]+\*?(?: =?[\p{Ll}\p{N}]+\*?)*$/u,
    'write lower-case words with one blank between; "=" before a word means this form alone, "*" after it any ending',
  );
const policySchema = z.strictObject({
  /** `life`: a life is in danger, so what helps there goes before all else. */
  situations: z.record(
    key,
    z.strictObject({ id: z.string().min(1), en: z.string().min(1), life: z.literal(true).optional() }),
  ),
  /** Words, as guides write them, that turn what follows: denials, conditions, the past. */
  turns: z.array(z.string().regex(/^[\p{Ll}\p{N}]+$/u, 'write one lower-case word')),
  fillers: z.array(term),
  negators: z.array(term),
  ideas: z.record(key, z.array(term).min(1)),
});

/** What `content/policy/urgent.yaml` says. */
export type UrgentPolicy = z.infer<typeof policySchema>;

/** A policy that does not have the form of {@link UrgentPolicy}. */
export class UrgentPolicyError extends Error {
  override readonly name = 'UrgentPolicyError';
}

/**
 * Checks the parsed YAML of the urgent policy; `file` names it in messages.
 * @throws {UrgentPolicyError} that lists everything wrong.
 */
export function readUrgentPolicy(parsed: unknown, file: string): UrgentPolicy {
  const result = policySchema.safeParse(parsed);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new UrgentPolicyError(`${file} is not an urgent policy:\n  ${problems.join('\n  ')}`);
}
