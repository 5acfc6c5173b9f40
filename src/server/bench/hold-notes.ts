import type { Database } from '../database/index.ts';

/** What a server may not note in its database that receivers have said yes to. */
export interface HeldNotes {
  /** Ends the connections that wait with a note, as if it had never come, and lets what comes later through. */
  undo(): Promise<void>;
}

/**
 * Stops, on a PostgreSQL server, each note that a letter or a webhook is done, so that a process can be killed between
 * the yes of a receiver and the note of it.
 */
export async function holdNotes(database: Database): Promise<HeldNotes> {
  await database.execute(
    `CREATE FUNCTION hold_note() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         PERFORM pg_advisory_xact_lock(4829);
         RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
       END $$;
     CREATE TRIGGER hold_note BEFORE DELETE ON letter FOR EACH ROW EXECUTE FUNCTION hold_note();
     CREATE TRIGGER hold_note BEFORE UPDATE ON outbox.job FOR EACH ROW
       WHEN (NEW.state = 'completed') EXECUTE FUNCTION hold_note()`,
  );
  const held = Promise.withResolvers<undefined>();
  const end = Promise.withResolvers<undefined>();
  const holding = database.transaction(async (session) => {
    await session.query('SELECT pg_advisory_xact_lock(4829)');
    held.resolve(undefined);
    await end.promise;
    await session.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'advisory'",
    );
  });
  await held.promise;
  return {
    undo() {
      end.resolve(undefined);
      return holding;
    },
  };
}
