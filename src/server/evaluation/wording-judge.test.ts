import { describe, expect, test } from 'vitest';
import { PENDING } from '../../core/wording/fake-wording.ts';
import type { Reply } from '../../core/wording/index.ts';
import { judgeWording } from './wording-judge.ts';

const reply = (text: string, anchor = 'refresh', url = '/banking/pending/'): Reply => ({
  mode: 'model',
  text,
  citations: [{ id: 'banking/pending', url, anchor }],
});
const judge = (one: Reply, shown: readonly string[] = []) => judgeWording(one, shown, [PENDING]);

describe('judgeWording', () => {
  test('counts what stands in the guide, and leaves the rest to a person', () => {
    const verdict = judge(
      reply('Gambar bukti tidak ikut berubah. [1] Uang kembali besok. [1] Saya mengerti.'),
    );
    expect(verdict).toEqual({
      contacts: [],
      links: [],
      verbatim: 1,
      toRead: ['Uang kembali besok. [1]', 'Saya mengerti.'],
    });
  });

  test('judges what was shown for a moment as well', () => {
    const guide: Reply = { ...reply('Buka transaksi itu lagi di riwayat. [1]'), mode: 'extractive' };
    const shown = ['Kalau tertulis berhasil, lanjutkan. [1]', 'Telepon 0800-1111. [1]'];
    const verdict = judge(guide, shown);
    expect(verdict).toMatchObject({ verbatim: 1, toRead: [shown[1]] });
    expect(verdict.contacts).toHaveLength(1);
  });

  test.each(['Telepon 0800-0000.', 'Tulis ke a@b.', 'Buka example.org.', 'Buka http://x.'])(
    'sees the contact in %j',
    (text) => {
      expect(judge(reply(text)).contacts).not.toEqual([]);
      expect(judge({ ...reply(text), mode: 'extractive' }).contacts).not.toEqual([]);
    },
  );

  test('takes the name in the title of a guide for no contact', () => {
    const guide = { ...PENDING, title: 'Akun example.org terkunci' };
    const named = reply('Sepertinya masalahnya “Akun example.org terkunci” [1].', '');
    expect(judgeWording(named, [], [guide]).contacts).toEqual([]);
    expect(judgeWording(named, [], [PENDING]).contacts).toEqual(['example.org']);
  });

  test.each([
    ['nowhere', '/banking/pending/'],
    ['refresh', 'https://example.org/'],
    ['refresh', '/en/banking/pending/'],
  ])('sees that #%s of %s is no place of the guide', (anchor, url) => {
    expect(judge(reply('Gambar bukti tidak ikut berubah. [1]', anchor, url)).links).toHaveLength(1);
  });
});
