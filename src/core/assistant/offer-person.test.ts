import { describe, expect, test } from 'vitest';
import { beginConversation, type Conversation } from './conversation.ts';
import { choose } from './choose.ts';
import { FAKE_KNOWLEDGE } from './fake-knowledge.ts';
import { nextMove } from './next-move.ts';
import { receiveText } from './receive-text.ts';

const tell = (conversation: Conversation, ...texts: string[]) =>
  texts.reduce((before, text) => receiveText(FAKE_KNOWLEDGE, before, text, 'id').conversation, conversation);
const notice = (conversation: Conversation, text: string) =>
  receiveText(FAKE_KNOWLEDGE, conversation, text, 'id').notice;
const move = (conversation: Conversation) => nextMove(FAKE_KNOWLEDGE, conversation);
const EMPTY = beginConversation();

describe('a person is offered', () => {
  test.each([
    ['anger', 'offer-for-anger', ['dasar bot goblok']],
    ['anger', 'offer-for-anger', ['anjing uang gue ilang']],
    ['anger', 'offer-for-anger', ['pelayanan buruk, sudah berkali-kali lapor']],
    ['anger', 'offer-for-anger', ['this is ridiculous, nobody answers']],
    ['anger', 'offer-for-anger', ['KENAPA UANG SAYA BELUM MASUK JUGA!!!']],
    ['vague-wish', 'offer-person', ['cs dong']],
    ['vague-wish', 'offer-person', ['agent']],
    ['vague-wish', 'offer-person', ['human please']],
    ['said-again', 'said-again', ['uang saya hilang', 'Uang saya hilang!', 'uang saya hilang']],
    ['distress', 'offer-for-distress', ['saya takut uang tidak kembali', 'saya ga bisa tidur mikirin ini']],
    ['vulnerable', 'offer-for-help', ['saya tunanetra, tombolnya tidak terbaca']],
    ['vulnerable', 'offer-for-help', ['ibu saya umur 72 tidak bisa masuk akun']],
    ['vulnerable', 'offer-for-help', ['saya masih kelas 5 SD akun belajar ga bisa dibuka']],
    ['vulnerable', 'offer-for-help', ['my grandmother lives alone and cannot log in']],
  ] as const)('for %s: %s', (reason, status, texts) => {
    const before = tell(EMPTY, ...texts.slice(0, -1));
    expect(move(before).offersPerson).toBeUndefined();
    const last = texts.at(-1) ?? '';
    expect(notice(before, last)).toBe(status);
    expect(move(tell(before, last)).offersPerson).toBe(reason);
  });

  test.each([
    'makanan anjing saya belum datang',
    'saya tidak marah, cuma mau tanya saldo',
    'sudah menunggu 72 jam, 3 tahun jadi pelanggan',
    'paket sudah 14 hari belum sampai',
    'OTP BCA KTP saya salah',
    'anak saya tidak bisa ujian',
    'nenek saya transfer ke rekening salah',
    'saya ga takut, cuma bingung',
    'anjir gelasnya pecah semua',
    'mantan saya marah karena putus',
    'BAHAYA, goblok banget saya kasih kodenya',
  ])('not for %j', (text) => {
    expect(move(tell(EMPTY, text)).offersPerson).toBeUndefined();
  });

  test('once for each reason, not every turn', () => {
    const angry = tell(EMPTY, 'pelayanan buruk, uang hilang');
    expect(receiveText(FAKE_KNOWLEDGE, angry, 'brengsek', 'id')).toEqual({
      conversation: angry,
      notice: 'insult',
    });
    const helped = tell(angry, 'saya tunanetra, tolong');
    expect(move(helped).offersPerson).toBe('vulnerable');
    expect(move(tell(helped, 'masih muak dengan ini')).offersPerson).toBeUndefined();
  });

  test('and naming one again takes the offer', () => {
    expect(move(tell(EMPTY, 'agent', 'agent'))).toMatchObject({ state: 'handoff', reason: 'wish' });
  });

  test('not where a person is at hand already', () => {
    const wish = choose(FAKE_KNOWLEDGE, EMPTY, 'person');
    const angry = receiveText(FAKE_KNOWLEDGE, wish, 'pelayanan buruk sekali', 'id');
    expect(angry.notice).toBe('noted-for-person');
    expect(angry.conversation.turns.map(({ kind }) => kind)).toEqual(['person', 'said']);
  });

  test('only as the policy says', () => {
    const silent = { ...FAKE_KNOWLEDGE, policy: { ...FAKE_KNOWLEDGE.policy, offers: [] } };
    expect(receiveText(silent, EMPTY, 'dasar bot goblok', 'id')).toEqual({
      conversation: EMPTY,
      notice: 'insult',
    });
    const later = [{ reason: 'anger' as const, times: 2 }];
    const patient = { ...FAKE_KNOWLEDGE, policy: { ...FAKE_KNOWLEDGE.policy, offers: later } };
    const once = receiveText(patient, EMPTY, 'pelayanan buruk', 'id').conversation;
    expect(once.turns).toHaveLength(1);
    expect(receiveText(patient, once, 'saya muak', 'id').notice).toBe('offer-for-anger');
  });

  test('and goes with the message that is taken back', () => {
    const angry = tell(tell(EMPTY, 'uang hilang'), 'pelayanan buruk');
    expect(choose(FAKE_KNOWLEDGE, angry, 'back')).toEqual(tell(EMPTY, 'uang hilang'));
  });
});
