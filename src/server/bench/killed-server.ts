import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Receivers } from './fake-receivers.ts';

/** The settings of a server that tells these receivers, beside its port, its folder and its database. */
export function settingsOfKilled({ smtpUrl, webhookUrl }: Receivers): Readonly<Record<string, string>> {
  return {
    OPENAI_MODEL: '',
    PANDU_RATE_LIMITS: 'off',
    PANDU_BACKUPS: '0',
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'Bantuan <bantuan@example.org>',
    PANDU_WEBHOOK_URLS: webhookUrl,
    PANDU_WEBHOOK_SECRET: `whsec_${Buffer.alloc(24, 7).toString('base64')}`,
    PANDU_WEBHOOK_NETWORKS: '127.0.0.0/8',
  };
}

/** Ids of the jobs that the processes of a DATA_DIR wrote down as taken (`server/outbox`), as often as they did. */
export async function readJournal(dataDir: string): Promise<readonly string[]> {
  const folder = path.join(dataDir, 'deliveries');
  const names = await readdir(folder).catch(() => []);
  const days = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return days.flatMap((day) => day.split('\n')).filter((line) => line !== '');
}
