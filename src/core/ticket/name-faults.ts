import type { z } from 'zod';

/** What is wrong with a file, each with its key. */
export function faultsOf(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
}
