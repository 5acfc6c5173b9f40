import { describe, expect, test } from 'vitest';
import { changePart, findPart, LEAVABLE, writeDevice, writeOpening, writeSubject } from './packet-parts.ts';

const PACKET = [
  'Masalah: Transfer tertunda',
  'Layanan: Bank Contoh',
  'Yang saya tulis:\n- “transfer belum sampai”',
  'Tanda yang terlihat:\n- Status? Tertunda',
  'Yang sudah saya coba:\n- Muat ulang (belum berhasil)\n- Tunggu (belum berhasil)',
].join('\n\n');

const FULL = changePart(PACKET, 'id', 'device', writeDevice('id', ['Android', 'id-ID']));

describe('changePart', () => {
  test.each(LEAVABLE)('leaves out %s, and puts it back where it stood', (part) => {
    const block = findPart(FULL, 'id', part);
    const without = changePart(FULL, 'id', part);
    expect(without.length).toBeLessThan(FULL.length);
    expect(findPart(without, 'id', part)).toBeUndefined();
    expect(changePart(without, 'id', part, block)).toBe(FULL);
  });

  test('keeps what the reader changed in other parts, and what they added', () => {
    const own = PACKET.replace('Transfer tertunda', 'Uang belum sampai') + '\n\nNomor pesanan: 12';
    const without = changePart(own, 'id', 'said');
    expect(without).toContain('Uang belum sampai');
    expect(without).toMatch(/Nomor pesanan: 12$/);
    expect(without).not.toContain('transfer belum sampai');
  });

  test('adds a part that was never there at its place', () => {
    expect(changePart(PACKET, 'id', 'device', 'Perangkat: Android')).toMatch(/\n\nPerangkat: Android$/);
    expect(changePart('', 'id', 'service', 'Layanan: X')).toBe('Layanan: X');
  });
});

test.each([
  ['as it was written', PACKET, 'masalah: Transfer tertunda. Saya sudah mencoba 2 langkah'],
  ['with another problem', PACKET.replace('Transfer tertunda', 'Uang hilang.'), 'masalah: Uang hilang. Saya'],
  ['without steps', changePart(PACKET, 'id', 'tried'), 'masalah: Transfer tertunda. Mohon dibuatkan laporan'],
  [
    'whose problem is not known',
    PACKET.replace('Transfer tertunda', 'belum diketahui'),
    'masalah: transfer belum sampai. ',
  ],
  ['that is empty', '', 'masalah: masalah dengan layanan Anda. Mohon'],
])('writes the opening from a packet %s', (_, packet, opening) => {
  expect(writeOpening(packet, 'id')).toContain(opening);
});

test.each([
  ['as it was written', PACKET, 'Bank Contoh: Transfer tertunda'],
  ['without the service', changePart(PACKET, 'id', 'service'), 'Transfer tertunda'],
  ['that is empty', '', 'masalah dengan layanan Anda'],
])('writes the subject from a packet %s', (_, packet, subject) => {
  expect(writeSubject(packet, 'id')).toBe(subject);
});
