import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cleanName } from './clean-name.ts';

/** Strings that break programs; not part of the project. */
const NAUGHTY_STRINGS = '../shared/attacks/blns/blns.json';

describe('cleanName', () => {
  test.each([
    ['bukti transfer.png', 'bukti transfer.png'],
    ['Foto.JPEG', 'Foto.png'],
    ['../../etc/passwd', 'passwd.png'],
    ['C:\\Users\\x\\layar.png', 'layar.png'],
    ['a\u202egnp.exe', 'agnp.png'],
    ['a\r\nSet-Cookie: x=1.png', 'aSet-Cookie x=1.png'],
    ['nol\0l.png', 'noll.png'],
    ['"><img src=x onerror=alert(1)>.png', 'img src=x onerror=alert(1).png'],
    ['...', 'file.png'],
    ['', 'file.png'],
    ['.htaccess', 'htaccess.png'],
    ['\ud800.png', '\ufffd.png'],
    ['laporan.pdf.png', 'laporan.pdf.png'],
    ['📱 layar.png', '📱 layar.png'],
    ['x'.repeat(500), `${'x'.repeat(80)}.png`],
  ])('%j becomes %j', (name, expected) => {
    expect(cleanName(name, 'image/png')).toBe(expected);
  });

  test('keeps an ending that fits', () => {
    expect([cleanName('a.jpeg', 'image/jpeg'), cleanName('a.jpg', 'image/jpeg')]).toEqual([
      'a.jpeg',
      'a.jpg',
    ]);
  });

  test.runIf(existsSync(NAUGHTY_STRINGS))('holds against strings that break programs', () => {
    for (const text of z.array(z.string()).parse(JSON.parse(readFileSync(NAUGHTY_STRINGS, 'utf8')))) {
      const name = cleanName(text, 'application/pdf');
      expect(name).toMatch(/^[^\p{C}/\\"<>]+\.pdf$/u);
      expect(name.length).toBeLessThanOrEqual(164);
    }
  });
});
