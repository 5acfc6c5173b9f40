import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDeliveryJournal } from './delivery-journal.ts';

const TODAY = new Date('2026-11-25T02:00:00Z');
const TODAYS = '2026-11-25.txt';

describe('a journal of deliveries', () => {
  let top: string;
  let folder: string;
  const lines: string[] = [];
  let now: Date;
  const open = () => openDeliveryJournal(top, { log: (line) => lines.push(line), now: () => now });
  beforeEach(async () => {
    top = await mkdtemp(path.join(tmpdir(), 'pandu-journal-'));
    folder = path.join(top, 'deliveries');
    lines.length = 0;
    now = TODAY;
  });
  afterEach(() => rm(top, { recursive: true, force: true }));

  it('knows what was written, also by another process, and nothing else', async () => {
    const [one, other] = [await open(), await open()];
    const jobs = Array.from({ length: 50 }, () => randomUUID());
    for (const [place, job] of jobs.entries()) (place % 2 === 0 ? one : other).write(job);
    for (const job of jobs) expect(await one.has(job, TODAY)).toBe(true);
    expect(await one.has(randomUUID(), TODAY)).toBe(false);
    expect(lines).toEqual([]);
  });

  it('looks into the days since a job was queued, and the day before for the clock of the database', async () => {
    const journal = await open();
    journal.write('yesterday');
    now = new Date('2026-11-26T00:00:01Z');
    journal.write('today');
    expect(await journal.has('yesterday', TODAY)).toBe(true);
    expect(await journal.has('today', TODAY)).toBe(true);
    expect(await journal.has('today', new Date('2026-11-27T23:00:00Z'))).toBe(true);
    expect(await journal.has('today', new Date('2026-11-28T01:00:00Z'))).toBe(false);
  });

  it.each([
    ['a line that was cut off', '\n0123'],
    ['no line end', 'x'.repeat(200_000)],
    ['bytes of no text', '\u0000\uffff\r\r'],
    ['two ids in one line', '\nid-1id-2'],
  ])('writes and finds behind %s', async (_, text) => {
    await mkdir(folder);
    await writeFile(path.join(folder, TODAYS), text);
    const journal = await open();
    journal.write('id-1');
    expect(await journal.has('id-1', TODAY)).toBe(true);
    expect(await journal.has('id-2', TODAY)).toBe(false);
    expect(await journal.has('0123x', TODAY)).toBe(false);
  });

  it('finds a line wherever the pieces of a huge file end', async () => {
    const journal = await open();
    const jobs = Array.from({ length: 20_000 }, () => randomUUID());
    await mkdir(folder);
    await appendFile(path.join(folder, TODAYS), jobs.map((job) => `\n${job}`).join(''));
    // Pieces have 64 KiB, lines 37 bytes: about these the ends fall.
    const [first] = jobs;
    for (const piece of [1, 2, 5, 10]) {
      const place = Math.floor((piece * 65_536) / 37);
      for (const job of jobs.slice(place - 2, place + 2)) expect(await journal.has(job, TODAY)).toBe(true);
    }
    expect(await journal.has(first ?? '', TODAY)).toBe(true);
    expect(await journal.has(randomUUID(), TODAY)).toBe(false);
  });

  it('keeps the newest fifteen files, however old, and what is not its own', async () => {
    await mkdir(folder);
    const days = Array.from({ length: 17 }, (_, day) => `2026-01-${String(day + 10)}.txt`);
    for (const name of [...days, 'notes.md']) await writeFile(path.join(folder, name), '');
    await open();
    expect((await readdir(folder)).sort()).toEqual([...days.slice(2), 'notes.md']);
  });

  it('makes its folder anew when somebody removed it', async () => {
    const journal = await open();
    journal.write('before');
    await rm(folder, { recursive: true });
    journal.write('after');
    expect(await readFile(path.join(folder, TODAYS), 'utf8')).toBe('\nafter');
    expect(await journal.has('before', TODAY)).toBe(false);
  });

  it.each([
    ['the folder is a file', () => writeFile(folder, '')],
    ['the file is a folder', () => mkdir(path.join(folder, TODAYS), { recursive: true })],
  ])('says so once and throws nothing when %s; what this process wrote it still knows', async (_, spoil) => {
    await spoil();
    const journal = await open();
    journal.write('id-1');
    expect(await journal.has('id-1', TODAY)).toBe(true);
    expect(await journal.has('id-2', TODAY)).toBe(false);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/DATA_DIR.*"reason":"E(NOTDIR|ISDIR|EXIST)"/);
  });
});
