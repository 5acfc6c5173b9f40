import type { Context } from 'hono';
import type { TicketFormProblem } from '../../core/ticket/index.ts';
import { clientOf, type AppEnv, type SentForm, type TakenForm } from '../http/index.ts';
import { waitForBytes } from './ticket-files.ts';
import type { TicketParts } from './ticket-parts.ts';
import { MOST_FILES } from './ticket-request.ts';

/** The files of a form once they are stored, what is wrong with one of them, or how long to wait. */
export type StoredFiles =
  | { readonly kind: 'stored'; readonly ids: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: TicketFormProblem }
  | { readonly kind: 'wait'; readonly seconds: number };

const PROBLEMS: Readonly<Record<string, TicketFormProblem>> = { 'too-big': 'file-size', full: 'no-room' };

/** Whether files came with a form, also when it was too large because of them. */
export function hadFiles(sent: SentForm): boolean {
  return sent.kind === 'taken' ? sent.files.length > 0 : sent.reason === 'too-long';
}

/** Stores all files of a form, or stops at the first that cannot be taken. */
export async function storeFiles(
  c: Context<AppEnv>,
  parts: TicketParts,
  files: TakenForm['files'],
): Promise<StoredFiles> {
  if (files.length === 0) return { kind: 'stored', ids: [] };
  if (files.length > MOST_FILES) return { kind: 'problem', problem: 'file-size' };
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const seconds = await waitForBytes(parts, clientOf(c, parts), bytes);
  if (seconds > 0) return { kind: 'wait', seconds };
  const ids: string[] = [];
  for (const file of files) {
    const stored = await parts.attachments.store(file);
    if (stored.kind === 'refused') {
      return { kind: 'problem', problem: PROBLEMS[stored.reason] ?? 'file-type' };
    }
    ids.push(stored.attachment.id);
  }
  return { kind: 'stored', ids };
}
