import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ESCALATIONS, RISKS, SECTORS } from '../../core/article/index.ts';

const entrySchema = z.object({
  id: z.string(),
  sector: z.enum(SECTORS),
  title_id: z.string(),
  title_en: z.string(),
  /** What belongs to the problem, and which neighbours have the rest. */
  scope: z.string(),
  risk: z.enum(RISKS),
  escalate: z.enum(ESCALATIONS),
  related: z.array(z.string()),
});

/** A problem that users have, whether or not there is a guide to it yet. */
export type CatalogueEntry = Readonly<z.infer<typeof entrySchema>>;

const FILE = 'content/catalogue/problems.json';

/** The catalogue does not hold what it should; the message says where. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
}

/**
 * All problems of `content/catalogue/problems.json`, in its order.
 * @throws {CatalogueError} when the file is missing or one of its entries is not as it should be.
 */
export async function readCatalogue(root: string): Promise<readonly CatalogueEntry[]> {
  try {
    const data: unknown = JSON.parse(await readFile(path.join(root, FILE), 'utf8'));
    return z.array(entrySchema).parse(data);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CatalogueError(`${FILE} cannot be read: ${why}. Restore it from version control.`, { cause });
  }
}
