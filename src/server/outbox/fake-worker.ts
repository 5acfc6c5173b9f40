import { openDatabase } from '../database/index.ts';
import { openDeliveryJournal } from './delivery-journal.ts';
import { openOutbox } from './pg-boss-outbox.ts';

/**
 * A process that dies by SIGKILL in a known moment: `node fake-worker.ts queue|work <DATA_DIR> [DATABASE_URL]`. It
 * queues two webhooks and dies, or begins to carry both out and dies in the moment of the yes to the event `taken`.
 */
const [, , deed = '', dataDir = '', databaseUrl = ''] = process.argv;
const now = () => new Date();
const database = await openDatabase({ dataDir, databaseUrl });
const journal = await openDeliveryJournal(dataDir, { log: console.error, now });
const outbox = await openOutbox(database, { log: console.error, journal });
if (deed === 'queue') {
  await database.transaction(async (session) => {
    for (const event of ['taken', 'begun']) {
      await outbox.enqueue(session, 'webhook', { ticket: 't', event, endpoint: 'e' });
    }
  });
  process.kill(process.pid, 'SIGKILL');
} else {
  const begun = Promise.withResolvers<undefined>();
  await outbox.work({
    async webhook({ event }, { taken }) {
      if (event === 'begun') begun.resolve(undefined);
      await begun.promise;
      if (event === 'taken') {
        taken();
        process.kill(process.pid, 'SIGKILL');
      }
      await new Promise(() => undefined);
    },
  });
}
setInterval(() => undefined, 60_000);
