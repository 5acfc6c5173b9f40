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

/** Opens the data of readers in a database. */
export function openSubjects(database: Database, now: () => Date): Subjects {
  return {
    copy: (subject) => exportSubject(database, subject, now()),
    async copyOwn(ticket) {
      const at = now();
      const whole = await exportSubject(database, { ticket }, at);
      return { ...whole, tickets: whole.tickets.map((one) => withoutInternals(one, at)) };
    },
    erase: (subject) => eraseSubject(database, subject),
  };
}

const INTERNAL: ReadonlySet<string> = new Set(['events', 'assignee', 'suspicions', 'messages']);

/** What agents wrote for one another, what is not sent yet, and who did what stay inside. */
function withoutInternals(ticket: Row, at: Date): Row {
  const { messages } = ticket;
  const seen = (Array.isArray(messages) ? (messages as readonly Row[]) : []).filter(
    ({ kind, send_at: sendAt }) => kind !== 'note' && sendAt instanceof Date && sendAt <= at,
  );
  const shown = Object.entries(ticket).filter(([name]) => !INTERNAL.has(name));
  return { ...Object.fromEntries(shown), messages: seen };
}
