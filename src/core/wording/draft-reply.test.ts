import { describe, expect, test } from 'vitest';
import { draftReply } from './draft-reply.ts';
import { MOVES, stepMove, wordingInput } from './fake-wording.ts';
import { choosePassages } from './passage.ts';

const SENTENCES = [
  'Saya mengerti ini membuat khawatir.',
  'Buka transaksi itu lagi di riwayat. [1]',
  'Gambar bukti tidak ikut berubah. [1]',
  'Kalau tertulis berhasil, lanjutkan. [1]',
];
const begin = () => draftReply('id', choosePassages(wordingInput(stepMove())), 'instructions');

describe('draftReply', () => {
  test('numbers citations in the order of first mention and maps them to the guide', () => {
    const question = MOVES.find(({ state }) => state === 'question') ?? stepMove();
    const draft = draftReply('id', choosePassages(wordingInput(question)), '');
    expect(draft.add('Transfer ditolak dan uangnya kembali. [3]')).toBe(
      'Transfer ditolak dan uangnya kembali. [1]',
    );
    draft.add('Riwayat menulis Diproses, bukan berhasil dan bukan gagal. [2]');
    expect(draft.finish()).toEqual({
      mode: 'model',
      text: 'Transfer ditolak dan uangnya kembali. [1] Riwayat menulis Diproses, bukan berhasil dan bukan gagal. [2]',
      citations: [
        { id: 'banking/failed', url: '/banking/failed/', anchor: '' },
        { id: 'banking/pending', url: '/banking/pending/', anchor: 'symptoms' },
      ],
    });
  });

  test('takes four sentences and no more', () => {
    const draft = begin();
    for (const sentence of SENTENCES) draft.add(sentence);
    expect(draft.isOver()).toBe(true);
    expect(draft.add('Selesai dalam 2 hari kerja. [1]')).toBeUndefined();
    expect(draft.finish()?.text).toBe(SENTENCES.join(' '));
  });

  test('is no reply when nothing comes from the guide, or most was dropped', () => {
    const polite = begin();
    polite.add(SENTENCES[0] ?? '');
    expect(polite.finish()).toBeUndefined();
    const wild = begin();
    for (const sentence of [SENTENCES[1] ?? '', 'Uang kembali besok. [1]', 'Semua aman.']) wild.add(sentence);
    expect(wild.dropped.map(({ rule }) => rule)).toEqual(['unsupported', 'no-citation']);
    expect(wild.finish()).toBeUndefined();
  });

  test('is over when more was dropped than four sentences could make good', () => {
    const draft = begin();
    for (const number of ['satu', 'dua', 'tiga', 'empat']) draft.add(`Uang ${number} hilang. [1]`);
    expect(draft.isOver()).toBe(false);
    draft.add('Uang lima hilang. [1]');
    expect(draft.isOver()).toBe(true);
    expect(draft.add(SENTENCES[1] ?? '')).toBeUndefined();
  });

  test('puts a citation behind its sentence, and takes a title alone for no reply', () => {
    const question = MOVES.find(({ state }) => state === 'question') ?? stepMove();
    const draft = draftReply('id', choosePassages(wordingInput(question)), '');
    expect(draft.add('[1] Transfer masih diproses')).toBe('Transfer masih diproses [1]');
    expect(draft.finish()).toBeUndefined();
    expect(draft.add('[1] Cara kirimnya menentukan langkahnya.')).toBe(
      'Cara kirimnya menentukan langkahnya. [1]',
    );
    expect(draft.finish()).toMatchObject({ citations: [{ id: 'banking/pending' }] });
  });

  test('drops what was said already, and undresses lists and bold text', () => {
    const draft = begin();
    expect(draft.add('- **Buka transaksi itu lagi di riwayat.** [1]')).toBe(SENTENCES[1]);
    expect(draft.add('1. Buka transaksi itu lagi di riwayat. [1]')).toBeUndefined();
    expect(draft.dropped).toMatchObject([{ rule: 'repeated' }]);
  });
});
