import { LANGUAGES, type Language } from '../../core/article/browser.ts';
import type { Database, Session } from '../database/index.ts';
import type { Agent } from './agent.ts';
import { AGENT_COLUMNS, readAgent } from './agent-row.ts';
import { writeAudit } from './audit-log.ts';

/** Which mail an agent wants, beside the links that admins make for them. */
export interface MailChoice {
  /** To be told of deadlines; true unless they say otherwise. */
  readonly deadlines: boolean;
  /** null until they choose: in Indonesian, then in English. */
  readonly lang: Language | null;
}

/** Somebody who is told of deadlines. */
export interface DeadlineReader extends Agent {
  readonly lang: Language | null;
}

/** What an agent chose; for somebody who is not there what everybody begins with. */
export async function readMailChoice(session: Session, agent: string): Promise<MailChoice> {
  const [row] = await session.query('SELECT deadline_mail, lang FROM agent WHERE id = $1', [agent]);
  return { deadlines: row?.['deadline_mail'] !== false, lang: readLanguage(row?.['lang']) };
}

/** Keeps what an agent chose. */
export async function keepMailChoice(
  database: Database,
  at: Date,
  agent: string,
  { deadlines, lang }: MailChoice,
): Promise<void> {
  await database.transaction(async (session) => {
    await session.query('UPDATE agent SET deadline_mail = $2, lang = $3, updated_at = $4 WHERE id = $1', [
      agent,
      deadlines,
      lang,
      at.toISOString(),
    ]);
    const detail = { deadlines: deadlines ? 'on' : 'off', lang: lang ?? 'both' };
    await writeAudit(session, at, { agent, action: 'mail-chosen', subject: agent, detail });
  });
}

/** Those who answer and want to be told of deadlines. */
export async function listDeadlineReaders(session: Session): Promise<readonly DeadlineReader[]> {
  const rows = await session.query(
    `SELECT ${AGENT_COLUMNS}, lang FROM agent
     WHERE dismissed_at IS NULL AND joined_at IS NOT NULL AND deadline_mail ORDER BY id`,
  );
  return rows.map((row) => ({ ...readAgent(row), lang: readLanguage(row['lang']) }));
}

function readLanguage(value: unknown): Language | null {
  return LANGUAGES.find((lang) => lang === value) ?? null;
}
