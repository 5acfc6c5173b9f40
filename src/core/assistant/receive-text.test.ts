import { describe, expect, test } from 'vitest';
import { choose } from './choose.ts';
import {
  addTurn,
  beginConversation,
  LONGEST_MESSAGE,
  MOST_TURNS,
  type Conversation,
} from './conversation.ts';
import { FAKE_KNOWLEDGE } from './fake-knowledge.ts';
import { FAKE_SAFETY } from './fake-safety.ts';
import { readConversation, writeConversation } from './keep-conversation.ts';
import { nextMove } from './next-move.ts';
import { receiveText } from './receive-text.ts';

const EMPTY = beginConversation();
const receive = (text: string, conversation = EMPTY, lang: 'id' | 'en' = 'id') =>
  receiveText(FAKE_KNOWLEDGE, conversation, text, lang);
const hear = (text: string): Conversation =>
  addTurn(EMPTY, {
    kind: 'said',
    text,
    found: {
      hits: [
        { id: 'banking/arrived', confidence: 0.4 },
        { id: 'banking/pending', confidence: 0.4 },
      ],
      outOfScope: false,
      parts: [],
    },
  });

describe('what is no problem gets its reply and changes nothing', () => {
  test.each([
    ['', 'empty'],
    ['  \n ', 'empty'],
    ['a', 'too-short'],
    ['?', 'too-short'],
    ['😭😭😭', 'only-emoji'],
    ['makasih ya kak', 'welcome'],
    ['mantap min, membantu banget', 'welcome'],
    ['bye, see you', 'goodbye'],
    ['oke ga jadi deh', 'never-mind'],
    ['wkwkwk lucu', 'small-talk'],
    ['asdfghjkl', 'gibberish'],
    ['zzzz', 'gibberish'],
    ['sip oke', 'too-short'],
    ['👍', 'only-emoji'],
    ['kamu manusia?', 'bot-or-person'],
    ['apakah saya berbicara dengan robot', 'bot-or-person'],
    ['who are you', 'bot-or-person'],
    ['ini ss nya kak', 'no-pictures'],
    ['can I send you a photo?', 'no-pictures'],
    ['mi cuenta está bloqueada, ayuda por favor', 'other-language'],
    ['mein Konto ist gesperrt, bitte hilfe', 'other-language'],
    ['hindi ko ma-access ang account ko', 'other-language'],
    ['thank you so much', 'welcome'],
    ['halo min, selamat pagi', 'hello-back'],
    ['assalamualaikum', 'hello-back'],
    ['ini bot atau orang?', 'bot-or-person'],
    ['are you a bot or a human', 'bot-or-person'],
    ['aku mau kirim screenshot dulu ya', 'no-pictures'],
    ['我的钱不见了', 'other-language'],
    ['مرحبا المال', 'other-language'],
    ['pinku RAHASIA', 'blocked-secret'],
  ])('%j', (text, notice) => {
    expect(receive(text)).toEqual({ conversation: EMPTY, notice });
  });
});

describe('a clear wish for a person is carried out at once', () => {
  test.each([
    'mau ngomong sama orang',
    'tolong sambungkan ke cs',
    'saya ingin bicara dengan manusia',
    'let me talk to a real person',
    'connect me to an agent please',
    'transfer me to a human',
    'minta dihubungkan ke petugas sekarang',
    'gak mau sama bot, mau orang',
    'mohon dihubungkan dengan petugas layanan',
    'panggilkan supervisor',
    'I want a human',
    'butuh orang, bukan robot',
  ])('%j', (text) => {
    const { conversation } = receive(text);
    expect(nextMove(FAKE_KNOWLEDGE, conversation)).toMatchObject({
      state: 'handoff',
      status: 'wants-person',
    });
  });

  test.each([
    'jangan sambungkan ke cs',
    'saya habis ngomong sama orang yang ngaku dari bank, terus uang saya keluar semua tadi pagi',
    'transfer ke orang yang salah',
    'udah transfer tp orangnya bilang blm masuk',
    'sudah telpon cs tapi tidak diangkat',
    'chat admin toko ga dibales padahal sudah bayar',
    'mau bayar orang',
    'kode saya kasih orang',
    'saya minta refund ke cs',
    'minta nomor cs',
  ])('%j tells of something else', (text) => {
    expect(receive(text).conversation.turns).toMatchObject([{ kind: 'said' }]);
  });
});

describe('a problem becomes a message', () => {
  test.each([
    'halo min otp ga masuk',
    'makasih, tapi transfer saya belum sampai',
    'makanan anjing belum datang',
  ])('%j', (text) => {
    expect(receive(text)).toEqual({ conversation: { turns: [{ kind: 'said', text }] } });
  });

  test('is cut when it is very long, and says so', () => {
    const { conversation, notice } = receive('uang saya hilang '.repeat(1200));
    expect(notice).toBe('too-long');
    expect(conversation.turns).toMatchObject([{ kind: 'said' }]);
    expect(JSON.stringify(conversation).length).toBeLessThan(LONGEST_MESSAGE + 100);
  });

  test('never ends in half a character', () => {
    const { conversation } = receive(`${'a'.repeat(LONGEST_MESSAGE - 1)}😭 dan lagi`);
    expect(JSON.stringify(conversation)).not.toMatch(/\\ud83d"/);
  });

  test('is masked, and loses what nobody sees', () => {
    const { conversation } = receive('nomor DATA\u202E saldo\u200B saya hilang');
    expect(conversation.turns).toEqual([{ kind: 'said', text: 'nomor […] saldo saya hilang' }]);
  });

  test('in danger is taken without the secret in it', () => {
    const safety = { ...FAKE_SAFETY, mask: (text: string) => text.replaceAll('RAHASIA', '[otp]') };
    const { conversation } = receiveText(
      { ...FAKE_KNOWLEDGE, safety },
      EMPTY,
      'BAHAYA, saya kasih RAHASIA',
      'id',
    );
    expect(conversation.turns).toEqual([{ kind: 'said', text: 'BAHAYA, saya kasih [otp]' }]);
    expect(nextMove({ ...FAKE_KNOWLEDGE, safety }, conversation).state).toBe('urgent');
  });

  test('in the other language offers that language', () => {
    expect(receive('the code never arrives').notice).toBe('writes-english');
    expect(receive('uang saya tidak masuk', EMPTY, 'en').notice).toBe('writes-indonesian');
  });

  test('notes a screenshot that it offers, and still counts as a message', () => {
    const { conversation, notice } = receive('transfer saya gagal terus, ini screenshotnya');
    expect(notice).toBe('no-pictures');
    expect(conversation.turns).toMatchObject([{ kind: 'said' }]);
    expect(receive('foto ktp saya ditolak saat upload').notice).toBeUndefined();
  });

  test('keeps the part that tells of danger, however much stands before it', () => {
    const { conversation } = receive(
      `${'cerita panjang sekali '.repeat(200)} BAHAYA ${'dan lagi '.repeat(300)}`,
    );
    expect(nextMove(FAKE_KNOWLEDGE, conversation).state).toBe('urgent');
  });

  test('is not taken by a conversation that is full', () => {
    let conversation = EMPTY;
    for (let turn = 0; turn < MOST_TURNS; turn++) conversation = addTurn(conversation, { kind: 'safe' });
    expect(receive('uang saya hilang', conversation)).toEqual({ conversation, notice: 'full' });
    const asked = choose(FAKE_KNOWLEDGE, conversation, 'person');
    expect(nextMove(FAKE_KNOWLEDGE, asked)).toMatchObject({ state: 'handoff', reason: 'wish' });
    expect(readConversation(writeConversation(asked))).toEqual(asked);
  });
});

describe('words that answer what was asked', () => {
  test.each([
    ['pending', 'pending'],
    ['SUCCESS', 'success'],
    ['gak tau', null],
    ["I don't know", null],
  ])('%j answers the question', (text, reply) => {
    const asked = hear('transfer');
    expect(receive(text, asked).conversation.turns.at(-1)).toEqual({
      kind: 'answered',
      sign: 'status',
      reply,
    });
  });

  test('take the offered problem, and tell how a step went', () => {
    const offered = addTurn(hear('transfer'), { kind: 'answered', sign: 'status', reply: 'pending' });
    const taken = receive('iya bener', offered).conversation;
    expect(taken.turns.at(-1)).toEqual({ kind: 'confirmed', problem: 'banking/pending' });
    expect(receive('masih sama', taken).conversation.turns.at(-1)).toMatchObject({ result: 'failed' });
    expect(receive('udah bisa', taken).conversation.turns.at(-1)).toMatchObject({ result: 'solved' });
  });

  test.each([
    ['alhamdulillah sudah bisa, makasih', 'solved'],
    ['thanks, that worked like a charm', 'solved'],
    ['it works now', 'solved'],
    ['belum bisa juga', 'failed'],
    ['masih gagal kak', 'failed'],
    ["still doesn't work", 'failed'],
    ['tetap sama', 'failed'],
  ])('%j tells how the step went: %s', (text, result) => {
    const offered = addTurn(hear('transfer'), { kind: 'answered', sign: 'status', reply: 'pending' });
    const taken = addTurn(offered, { kind: 'confirmed', problem: 'banking/pending' });
    expect(receive(text, taken).conversation.turns.at(-1)).toMatchObject({ kind: 'tried', result });
  });

  test.each(['bisa dicoba nanti', 'berhasil transfer tapi saldo hilang', 'sudah saya hubungi banknya'])(
    '%j is no outcome',
    (text) => {
      const offered = addTurn(hear('transfer'), { kind: 'answered', sign: 'status', reply: 'pending' });
      const taken = addTurn(offered, { kind: 'confirmed', problem: 'banking/pending' });
      expect(receive(text, taken).conversation.turns.at(-1)).toMatchObject({ kind: 'said' });
    },
  );

  test('say that the urgent steps are done', () => {
    const urgent = receive('BAHAYA uang keluar').conversation;
    expect(receive('sudah saya blokir semua', urgent).conversation.turns.at(-1)).toEqual({ kind: 'safe' });
  });
});
