import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyMigrations, type Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { PDF, pngBomb } from './fake-files.ts';
import { MOST_FILE_BYTES, openAttachments, type Attachments } from './index.ts';

const TICKETS = path.join(import.meta.dirname, '../ticket/migration');
const DAY = 86_400_000;
const BOMB = pngBomb(30_000, 30_000);

const canvas = (format: 'png' | 'jpeg' | 'webp' | 'gif') =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#2a6' } })
    [format]()
    .toBuffer();

/** A picture that says where and with what it was taken, to be turned by a quarter. */
const photograph = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#2a6' } })
    .withExif({
      IFD0: { Make: 'ContohKamera', ImageDescription: 'di rumah' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 12/1 0/1' },
    })
    .withIccProfile('p3')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

describe.for(TEST_DATABASES)('attachments over $name', ({ isThere, open }) => {
  let database: Database;
  let attachments: Attachments;
  let now = new Date();

  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    await applyMigrations(database, 'ticket', TICKETS);
    attachments = await openAttachments(database, { now: () => now, mostUnclaimed: 1_000_000 });
  });
  afterAll(async () => {
    if (isThere) await database.close();
  });
  beforeEach(async () => {
    if (!isThere) return;
    now = new Date();
    await database.execute('TRUNCATE ticket, attachment CASCADE');
  });

  const store = async (bytes: Uint8Array, name = 'bukti.png') => attachments.store({ name, bytes });
  const storeWell = async (bytes: Uint8Array, name?: string) => {
    const stored = await store(bytes, name);
    if (stored.kind !== 'stored') throw new Error(stored.reason);
    return stored.attachment;
  };
  const contentOf = async (id: string) => {
    const [row] = await database.query('SELECT content FROM attachment_content WHERE attachment = $1', [id]);
    if (!(row?.['content'] instanceof Uint8Array)) throw new Error('There is no content.');
    return Buffer.from(row['content']);
  };
  const refusal = (reason: string) => ({ kind: 'refused', reason });

  describe.runIf(isThere)('a file', () => {
    test.each(['png', 'jpeg', 'webp', 'gif'] as const)('is known by its content: %s', async (format) => {
      const { id, type, name, bytes } = await storeWell(await canvas(format), 'foto.html');
      expect(type).toBe(`image/${format}`);
      expect(name).toBe(`foto.${format === 'jpeg' ? 'jpg' : format}`);
      const content = await contentOf(id);
      expect(content.length).toBe(bytes);
      expect(await sharp(content).metadata()).toMatchObject({ format, width: 40, height: 20 });
    });

    test('of an image is written anew, without place and device, and stands upright', async () => {
      const before = await photograph();
      expect(before.includes('ContohKamera')).toBe(true);
      const content = await contentOf((await storeWell(before)).id);
      const { exif, icc, width, height, orientation } = await sharp(content).metadata();
      expect({ exif, icc, width, height, orientation }).toEqual({ width: 20, height: 40 });
      expect(content.includes('ContohKamera')).toBe(false);
    });

    test('loses what stands behind its image', async () => {
      const hidden = Buffer.concat([await canvas('png'), Buffer.from('<script>alert(1)</script>PK\x03\x04')]);
      expect((await contentOf((await storeWell(hidden)).id)).includes('script')).toBe(false);
    });

    test('keeps the frames of an animation', async () => {
      const frames = [
        await canvas('png'),
        await sharp(await canvas('png'))
          .negate()
          .png()
          .toBuffer(),
      ];
      const moving = await sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer();
      expect((await sharp(await contentOf((await storeWell(moving)).id)).metadata()).pages).toBe(2);
    });

    test('that is a PDF is kept as it came', async () => {
      const { id, type } = await storeWell(PDF, 'surat.exe');
      expect([type, (await contentOf(id)).equals(PDF)]).toEqual(['application/pdf', true]);
    });

    test.each([
      ['an empty one', Buffer.alloc(0), 'empty'],
      ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'type'],
      ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'type'],
      ['an archive', Buffer.from('PK\x03\x04\x14\0\0\0\b\0', 'latin1'), 'type'],
      ['a program', Buffer.from('MZ\x90\0'), 'type'],
      ['words', Buffer.from('halo'), 'type'],
      [
        'a photo of a kind that is not decoded',
        Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
        'type',
      ],
      ['half an image', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'unreadable'],
      ['a PDF behind something', Buffer.concat([Buffer.from('GIF89a'), PDF]), 'unreadable'],
      [
        'a PDF that is a page too',
        Buffer.concat([PDF.subarray(0, 9), Buffer.from('<html><script>'), PDF]),
        'unreadable',
      ],
      [
        'a PDF that is an archive too',
        Buffer.concat([PDF, Buffer.from('PK\x05\x06' + '\0'.repeat(18))]),
        'unreadable',
      ],
      ['half a PDF', PDF.subarray(0, 20), 'unreadable'],
      ['a large one', Buffer.alloc(MOST_FILE_BYTES + 1), 'too-big'],
    ])('is refused: %s', async (_, bytes, reason) => {
      expect(await store(bytes)).toEqual(refusal(reason));
      expect(await database.query('SELECT id FROM attachment')).toEqual([]);
    });

    test('of few bytes and very many pixels is refused', async () => {
      expect(BOMB.length).toBeLessThan(1_000_000);
      expect(await store(BOMB)).toEqual(refusal('unreadable'));
    });

    test('belongs to one ticket, and is read with that alone', async () => {
      const { id } = await storeWell(PDF);
      expect(await attachments.read('t1', id)).toBeUndefined();
      await openTicketRow('t1');
      await database.query('UPDATE attachment SET ticket = $1 WHERE id = $2', ['t1', id]);
      const found = await attachments.read('t1', id);
      expect(found?.info).toMatchObject({ id, type: 'application/pdf', bytes: PDF.length });
      expect(Buffer.from(found?.bytes ?? []).equals(PDF)).toBe(true);
      expect(await attachments.read('t2', id)).toBeUndefined();
      expect(await attachments.read('t1', "' OR true --")).toBeUndefined();
    });

    test('that nobody takes up goes after a day, the other stays', async () => {
      const [kept, left] = [await storeWell(PDF), await storeWell(PDF)];
      await openTicketRow('t1');
      await database.query('UPDATE attachment SET ticket = $1 WHERE id = $2', ['t1', kept.id]);
      now = new Date(now.getTime() + DAY - 1000);
      await attachments.expire();
      expect(await contentOf(left.id)).toBeDefined();
      now = new Date(now.getTime() + 2000);
      await attachments.expire();
      expect(await database.query('SELECT id FROM attachment')).toEqual([{ id: kept.id }]);
    });

    test('waits while too many wait', async () => {
      const big = Buffer.concat([PDF.subarray(0, 9), Buffer.alloc(600_000), PDF]);
      await storeWell(big);
      expect(await store(big)).toEqual(refusal('full'));
      expect((await storeWell(PDF)).bytes).toBe(PDF.length);
    });
  });

  async function openTicketRow(id: string): Promise<void> {
    await database.query(
      `INSERT INTO ticket (id, reference, lang, subject, status, priority, urgency, channel, created_at, updated_at,
         first_reply_warned, solve_warned, next_warning_at, due_at, version, expires_at)
       VALUES ($1, $1, 'id', '', 'new', 'normal', 2, 'contact', now(), now(), 0, 0, now(), now(), 1, now())`,
      [id],
    );
  }
});
