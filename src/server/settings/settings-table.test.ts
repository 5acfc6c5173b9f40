import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingsTable } from './settings-table.ts';

const README = path.join(import.meta.dirname, '../../../README.md');

describe('the settings in the README', () => {
  it.skipIf(!existsSync(README))('are those that the server reads, word for word', async () => {
    expect(withoutPadding(await readFile(README, 'utf8'))).toContain(withoutPadding(settingsTable()));
  });
});

/** A formatter may pad the cells of a table. */
function withoutPadding(markdown: string): string {
  return markdown.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---');
}
