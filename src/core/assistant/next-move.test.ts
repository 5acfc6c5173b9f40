import { describe, expect, test } from 'vitest';
import { BANK_MODEL } from '../diagnosis/fake-problems.ts';
import { answeredSigns } from './answered-signs.ts';
import { choose } from './choose.ts';
import { addTurn, beginConversation, otherParts, type Conversation, type Found } from './conversation.ts';
import { FAKE_KNOWLEDGE } from './fake-knowledge.ts';
import { readConversation, writeConversation } from './keep-conversation.ts';
import { candidatesOf, nextMove } from './next-move.ts';

const NOTHING: Found = { hits: [], outOfScope: true, parts: [] };
const move = (conversation: Conversation) => nextMove(FAKE_KNOWLEDGE, conversation);
const pick = (conversation: Conversation, ...choices: string[]) =>
  choices.reduce((before, choice) => choose(FAKE_KNOWLEDGE, before, choice), conversation);
const say = (conversation: Conversation, found: Found | undefined, text = 'transfer belum sampai') =>
  addTurn(conversation, { kind: 'said', text, ...(found && { found }) });
const hit = (id: string, confidence: number): Found => ({
  hits: [{ id, confidence }],
  outOfScope: false,
  parts: [],
});
const UNSURE: Found = {
  hits: [
    { id: 'banking/arrived', confidence: 0.4 },
    { id: 'banking/pending', confidence: 0.4 },
  ],
  outOfScope: false,
  parts: [],
};
const BEGUN = say(beginConversation(), UNSURE);

describe('nextMove', () => {
  test('greets, then asks, then offers, then gives steps until one works', () => {
    expect(move(beginConversation())).toMatchObject({ state: 'greeting' });
    expect(move(BEGUN)).toMatchObject({ state: 'question', question: { sign: { id: 'status' } } });
    const answered = pick(BEGUN, 'answer:status:pending');
    expect(move(answered)).toMatchObject({ state: 'confirmation', problem: 'banking/pending' });
    const taken = pick(answered, 'confirm:banking/pending');
    expect(move(taken)).toMatchObject({ state: 'step', number: 1, of: 1 });
    expect(move(pick(taken, 'step:refresh:solved'))).toMatchObject({ state: 'solved' });
  });

  test('greets in a place about one sector, and leans to that sector once something is told', () => {
    const either: Found = {
      ...UNSURE,
      hits: ['banking/pending', 'e-commerce/parcel'].map((id) => ({ id, confidence: 0.4 })),
    };
    const shop = readConversation(writeConversation(beginConversation(undefined, { sector: 'e-commerce' })));
    if (!shop) throw new Error('The conversation was not kept.');
    expect(move(shop)).toMatchObject({ state: 'greeting' });
    const likeliest = (begun: Conversation) => candidatesOf(BANK_MODEL, say(begun, either))[0]?.id;
    expect(likeliest(shop)).toBe('e-commerce/parcel');
    expect(likeliest(beginConversation(undefined, { sector: 'banking' }))).toBe('banking/pending');
  });

  test('takes the outcome of the step that is shown, and of no other', () => {
    const taken = pick(BEGUN, 'answer:status:pending', 'confirm:banking/pending');
    expect(pick(taken, 'step:another:solved')).toEqual(taken);
    expect(pick(taken, 'step:refresh:perhaps')).toEqual(taken);
  });

  test('hands over when every step was tried', () => {
    const tried = pick(BEGUN, 'answer:status:pending', 'confirm:banking/pending', 'step:refresh:failed');
    expect(move(tried)).toMatchObject({
      state: 'handoff',
      status: 'steps-tried',
      problem: 'banking/pending',
    });
  });

  test('hands over when what is offered is refused twice', () => {
    let again = pick(BEGUN, 'answer:status:pending', 'refuse');
    for (let asked = move(again); asked.state === 'question'; asked = move(again)) {
      again = pick(again, `unknown:${asked.question.sign.id}`);
    }
    expect(move(again)).toMatchObject({ state: 'confirmation' });
    expect(move(pick(again, 'refuse'))).toMatchObject({ state: 'handoff', status: 'turned-down' });
  });

  test('asks for other words once when no guide fits, then lets them count', () => {
    const once = say(beginConversation(), NOTHING);
    expect(move(once)).toMatchObject({ state: 'understanding', status: 'out-of-scope', isWaiting: false });
    expect(move(say(once, NOTHING))).toMatchObject({ state: 'handoff', status: 'no-guide' });
    const faint = { ...hit('banking/pending', 0.2), outOfScope: true };
    expect(move(say(once, faint))).toMatchObject({ state: 'handoff', status: 'no-guide' });
    expect(move(say(once, hit('banking/pending', 0.99)))).toMatchObject({ state: 'confirmation' });
  });

  test('asks about words that search is unsure of', () => {
    expect(move(say(beginConversation(), { ...UNSURE, outOfScope: true })).state).toBe('question');
  });

  test('says that what it heard is not enough, rather than guess', () => {
    const faint = { ...hit('banking/pending', 0.2), outOfScope: true };
    expect(move(say(beginConversation(), faint))).toMatchObject({
      state: 'understanding',
      status: 'not-enough-evidence',
      nearest: [{ id: 'banking/pending' }],
    });
  });

  test('asks again when two answers do not fit together', () => {
    const torn = pick(BEGUN, 'answer:status:pending', 'answer:status:success');
    expect(move(torn)).toMatchObject({
      state: 'question',
      status: 'needs-clarification',
      question: { reason: 'contradiction' },
    });
  });

  test('takes words that no guide fits for an aside once something is known', () => {
    const aside = say(BEGUN, NOTHING);
    expect(move(aside)).toMatchObject({ ...move(BEGUN), status: 'not-understood' });
    expect(move(pick(aside, 'unknown:status'))).not.toMatchObject({ status: 'not-understood' });
  });

  test('goes on by sector when search cannot be reached', () => {
    const waiting = say(beginConversation(), undefined);
    expect(move(waiting)).toMatchObject({ state: 'understanding', isWaiting: true });
    expect(move(pick(waiting, 'sector:banking')).state).toBe('question');
  });

  test('lets what is urgent interrupt, once', () => {
    const urgent = say(BEGUN, UNSURE, 'BAHAYA');
    expect(move(urgent)).toMatchObject({ state: 'urgent' });
    expect(move(pick(urgent, 'safe')).state).toBe('question');
    expect(move(say(pick(urgent, 'safe'), UNSURE, 'BAHAYA lagi')).state).toBe('urgent');
  });

  test('tells danger to a life from danger to money', () => {
    expect(move(say(BEGUN, UNSURE, 'BAHAYA'))).toMatchObject({ status: 'urgent', isAboutLife: false });
    expect(move(say(BEGUN, UNSURE, 'BAHAYA NYAWA'))).toMatchObject({
      status: 'urgent-violence',
      isAboutLife: true,
      isAboutMoney: false,
    });
    expect(move(say(BEGUN, UNSURE, 'BAHAYA, ANAK saya diancam soal uang'))).toMatchObject({
      status: 'urgent-violence',
      isAboutLife: true,
      isAboutMoney: true,
    });
  });

  test('begins with one of several problems', () => {
    const parts = [
      { text: 'transfer pending', hits: [{ id: 'banking/pending', confidence: 0.95 }] },
      { text: 'paket hilang', hits: [{ id: 'e-commerce/parcel', confidence: 0.95 }] },
    ];
    const several = say(beginConversation(), { ...UNSURE, parts });
    expect(move(several)).toMatchObject({ state: 'several', parts });
    expect(move(pick(several, 'part:1'))).toMatchObject({ problem: 'e-commerce/parcel' });
    expect(move(pick(several, 'part:7')).state).toBe('several');
    expect(otherParts(pick(several, 'part:1', 'confirm:e-commerce/parcel'))).toEqual(['transfer pending']);
    expect(otherParts(several)).toEqual([]);
  });

  test('offers another problem that comes up while steps are tried', () => {
    const taken = pick(BEGUN, 'answer:status:pending', 'confirm:banking/pending');
    expect(move(say(taken, UNSURE))).toMatchObject({ state: 'step', status: 'noted' });
    const other = say(taken, hit('e-commerce/parcel', 0.9));
    expect(move(other)).toMatchObject({ state: 'second-problem', other: 'e-commerce/parcel' });
    expect(move(pick(other, 'stay'))).toMatchObject({ state: 'step', problem: 'banking/pending' });
    expect(move(pick(other, 'switch:e-commerce/parcel'))).toMatchObject({ problem: 'e-commerce/parcel' });
  });

  test('comes from a guide that did not help without asking for words', () => {
    expect(move(beginConversation('banking/pending')).state).toBe('question');
    expect(move(beginConversation('gone/guide')).state).toBe('greeting');
  });

  test('opens an earlier question again, and the new answer replaces the old', () => {
    const answered = pick(BEGUN, 'answer:status:pending');
    const open = pick(answered, 'change:status');
    expect(move(open)).toMatchObject({ state: 'question', chosen: 'pending' });
    const changed = pick(open, 'answer:status:success');
    expect(answeredSigns(BANK_MODEL, changed)).toMatchObject([{ reply: 'success' }]);
  });

  test('goes back one turn, as if it had never been', () => {
    expect(pick(BEGUN, 'answer:status:pending', 'back')).toEqual(BEGUN);
    expect(pick(pick(BEGUN, 'person'), 'resume')).not.toEqual(BEGUN);
    expect(move(pick(BEGUN, 'person', 'resume')).state).toBe('question');
  });

  test.each([
    'answer:status:nonsense',
    'answer:gone:yes',
    'step:refresh:solved',
    'confirm:gone/problem',
    'sector:moon',
    'toString:a',
    '__proto__',
    '',
    'refuse',
  ])('a choice that makes no sense changes nothing: %j', (choice) => {
    expect(pick(BEGUN, choice)).toEqual(BEGUN);
  });
});
