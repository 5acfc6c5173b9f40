import { openDatabase } from '../database/index.ts';
import { openOutbox } from './pg-boss-outbox.ts';

/**
 * A process that a test kills: `node fake-worker.ts queue|work <DATA_DIR> [DATABASE_URL]`. It queues a job and says
 * `queued`, or begins to carry one out and says `began`; then it goes on for ever.
 */
const [, , deed = '', dataDir = '', databaseUrl = ''] = process.argv;
const database = await openDatabase({ dataDir, databaseUrl });
const outbox = await openOutbox(database, { log: console.error });
if (deed === 'queue') {
  await database.transaction((session) => outbox.enqueue(session, 'deadline', { ticket: 'queued' }));
  console.log('queued');
} else {
  await outbox.work({
    deadline() {
      console.log('began');
      return new Promise(() => undefined);
    },
  });
}
setInterval(() => undefined, 60_000);
