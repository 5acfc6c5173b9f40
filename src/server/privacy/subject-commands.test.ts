import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runData } from '../backup/index.ts';
import { applyMigrations, openDatabase } from '../database/index.ts';
import { readSettings } from '../settings/index.ts';
import { openFakeTicketStore } from '../ticket/fake-ticket-store.ts';
import { SUBJECT_COMMANDS } from './subject-commands.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pandu-subject-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: readonly string[]) {
  const printed: string[] = [];
  const settings = readSettings({ DATA_DIR: folder });
  const code = await runData(SUBJECT_COMMANDS, args, {
    settings,
    now: () => new Date('2026-11-25T04:00:00Z'),
    print: (text) => void printed.push(text),
  });
  return { code, printed: printed.join('\n') };
}

describe('npm run data -- export and erase', () => {
  it('write and remove what is kept of a mailbox', async () => {
    const database = await openDatabase(readSettings({ DATA_DIR: folder }));
    await applyMigrations(database, 'conversation', `${import.meta.dirname}/../conversation/migration`);
    const { tickets } = await openFakeTicketStore(database);
    await tickets.open({
      lang: 'id',
      subject: 'Saldo hilang',
      text: 'Uang saya hilang',
      channel: 'contact',
      email: 'pembaca@example.org',
    });
    await database.close();
    const file = path.join(folder, 'copy.json');
    expect(await run('export', 'pembaca@example.org', '--to', file)).toMatchObject({ code: 0 });
    expect(await readFile(file, 'utf8')).toContain('Uang saya hilang');
    // A copy is never written over.
    await expect(run('export', 'pembaca@example.org', '--to', file)).rejects.toThrow('EEXIST');
    expect((await run('erase', 'pembaca@example.org')).printed).toContain('--yes');
    expect((await run('erase', 'pembaca@example.org', '--yes')).printed).toContain('1 tickets');
    expect((await run('erase', 'pembaca@example.org', '--yes')).printed).toContain('0 tickets');
    // Each command opens the database anew.
  }, 60_000);

  it.each([[[]], [['nobody']], [['a@example.org', 'b@example.org']], [['a@example.org', '--wrong']]])(
    'say how they are used when given %j',
    async (args) => {
      const { code, printed } = await run('export', ...args);
      expect(code).toBe(2);
      expect(printed).toContain('npm run data -- export MAILBOX');
    },
  );
});
