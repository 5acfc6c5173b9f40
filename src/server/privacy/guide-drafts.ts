import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

/** Below the folder of drafts: a file for each ticket, with the names of the drafts that were made from it. */
const ORIGINS = '.from';
const TICKET = /^[\w-]{1,64}$/;
const GUIDE = /^[a-z][a-z-]*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The folder below DATA_DIR in which drafts of guides are laid, each as `<sector>/<slug>`. */
export function draftFolder(dataDir: string): string {
  return path.join(dataDir, 'draft');
}

/** Writes down that a draft (`<sector>/<slug>`) comes from a ticket, so that it goes when its reader has it erased. */
export async function noteDraft(dataDir: string, ticket: string, guide: string): Promise<void> {
  const folder = path.join(draftFolder(dataDir), ORIGINS);
  await mkdir(folder, { recursive: true });
  await appendFile(path.join(folder, ticket), `${guide}\n`);
}

/**
 * Removes the drafts that came from tickets, and gives how many. Their words were masked by a program, which may have
 * overlooked something of the person. What a writer has taken into `content/` is a guide of its own, and stays.
 */
export async function eraseDrafts(dataDir: string, tickets: readonly string[]): Promise<number> {
  let erased = 0;
  for (const ticket of tickets.filter((id) => TICKET.test(id))) {
    const origin = path.join(draftFolder(dataDir), ORIGINS, ticket);
    const guides = new Set((await readLines(origin)).filter((guide) => GUIDE.test(guide)));
    for (const guide of guides) {
      await rm(path.join(draftFolder(dataDir), guide), { recursive: true, force: true });
      erased += 1;
    }
    await rm(origin, { force: true });
  }
  return erased;
}

async function readLines(file: string): Promise<string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}
