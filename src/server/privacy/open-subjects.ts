import type { Database, Row } from '../database/index.ts';
import { eraseSubject, exportSubject, type Erased, type Subject, type SubjectData } from './subject-data.ts';

/** What readers, and agents on their behalf, can do about the data of one reader. */
export interface Subjects {
  /** Everything, notes of agents among it. */
  copy(subject: Subject): Promise<SubjectData>;
  /** What the reader of one ticket sees there, with its files; for whoever has its link. */
  copyOwn(ticket: string): Promise<SubjectData>;
  /** Removes all of it for good. */
  erase(subject: Subject): Promise<Erased>;
}

/** Opens the data of readers in a database, and in the directory in which drafts of guides are laid. */
export function openSubjects(
  database: Database,
  { now, dataDir }: { readonly now: () => Date; readonly dataDir: string },
): Subjects {
  return {
    copy: (subject) => exportSubject(database, subject, now()),
    async copyOwn(ticket) {
      const at = now();
      const whole = await exportSubject(database, { ticket }, at);
      return { ...whole, tickets: whole.tickets.map((one) => withoutInternals(one, at)) };
    },
    erase: (subject) => eraseSubject(database, dataDir, subject),
  };
}

/** Where a ticket stands among the others would tell the sender of spam that it is held. */
const QUEUE = [
  ...['status', 'urgency', 'version', 'due_at', 'next_warning_at'],
  ...['first_reply_due', 'first_reply_left', 'first_reply_warned'],
  ...['solve_due', 'solve_left', 'solve_warned'],
];
const INTERNAL: ReadonlySet<string> = new Set(['events', 'assignee', 'suspicions', 'messages', ...QUEUE]);

/** What agents wrote for one another, what is not sent yet, who did what and how the desk counts stay inside. */
function withoutInternals(ticket: Row, at: Date): Row {
  const { messages } = ticket;
  const seen = (Array.isArray(messages) ? (messages as readonly Row[]) : []).filter(
    ({ kind, send_at: sendAt }) => kind !== 'note' && sendAt instanceof Date && sendAt <= at,
  );
  const shown = Object.entries(ticket).filter(([name]) => !INTERNAL.has(name));
  return { ...Object.fromEntries(shown), messages: seen };
}
