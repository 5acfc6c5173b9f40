import { describe, expect, test } from 'vitest';
import { prepareDiagnosis } from '../diagnosis/browser.ts';
import { BANK_MODEL, fakeProblem, fakeStep } from '../diagnosis/fake-problems.ts';
import { choose } from './choose.ts';
import { addTurn, beginConversation, maySpeak, type Conversation, type Turn } from './conversation.ts';
import { FAKE_KNOWLEDGE } from './fake-knowledge.ts';
import { readConversation } from './keep-conversation.ts';
import type { Knowledge } from './knowledge.ts';
import { nextMove } from './next-move.ts';
import { outcomeOf } from './outcome-of.ts';
import { receiveText } from './receive-text.ts';
import { QUIET } from './surroundings.ts';

const RISKY = 'banking/scam';
const DEAR = 'banking/dear';
const KNOWLEDGE: Knowledge = {
  ...FAKE_KNOWLEDGE,
  model: prepareDiagnosis(
    [
      ...BANK_MODEL.problems,
      fakeProblem(RISKY, { escalate: 'immediately', steps: [fakeStep('freeze')] }),
      fakeProblem(DEAR, { risk: 'money', steps: [fakeStep('ask')] }),
    ],
    [...BANK_MODEL.signs.values()],
  ),
};
const move = (conversation: Conversation, knowledge = KNOWLEDGE) => nextMove(knowledge, conversation);
const pick = (conversation: Conversation, ...choices: string[]) =>
  choices.reduce((before, choice) => choose(KNOWLEDGE, before, choice), conversation);
const add = (conversation: Conversation, ...turns: Turn[]) => turns.reduce(addTurn, conversation);
const tell = (text: string, conversation = beginConversation()) =>
  receiveText(KNOWLEDGE, conversation, text, 'id').conversation;
const found = { hits: [], outOfScope: true, parts: [] };

describe('a rule hands over at once', () => {
  test('on a problem whose writer says so, with the way back to its steps', () => {
    const taken = pick(beginConversation(), `confirm:${RISKY}`);
    expect(move(taken)).toMatchObject({
      state: 'handoff',
      status: 'person-for-risk',
      reason: 'risk',
      isOffered: false,
      problem: RISKY,
    });
    const back = pick(taken, 'resume');
    expect(move(back)).toMatchObject({ state: 'step', problem: RISKY });
    expect(move(pick(back, 'step:freeze:failed'))).toMatchObject({ state: 'handoff', reason: 'steps-tried' });
  });

  test('on a sum that is named, whatever the problem', () => {
    expect(move(tell('saya transfer 75 juta tidak sampai'))).toMatchObject({
      reason: 'amount',
      status: 'person-for-amount',
    });
    expect(move(tell('saya transfer 2 juta tidak sampai')).state).toBe('understanding');
  });

  test('on a smaller sum once the problem is one that loses money', () => {
    const said = tell('saya transfer dua juta tidak sampai');
    expect(move(pick(said, `confirm:${DEAR}`))).toMatchObject({ state: 'handoff', reason: 'amount' });
    expect(move(pick(said, 'confirm:banking/pending')).state).not.toBe('handoff');
    const small = add(beginConversation(), { kind: 'said', text: 'saya transfer 500 ribu', found });
    expect(move(pick(small, `confirm:${DEAR}`)).state).toBe('step');
  });

  test('on a service, and on an incident that is open', () => {
    expect(move(pick(beginConversation(), 'service:bank-b'))).toMatchObject({ reason: 'service' });
    expect(move(pick(beginConversation(), 'service:bank-c')).state).toBe('greeting');
    const incidents = [{ problems: ['banking/pending'], services: ['bank-c'] }];
    const troubled = { ...KNOWLEDGE, surroundings: { ...QUIET, incidents } };
    expect(move(pick(beginConversation(), 'service:bank-c'), troubled)).toMatchObject({ reason: 'incident' });
    const taken = pick(beginConversation(), 'confirm:banking/pending');
    expect(move(taken, troubled)).toMatchObject({ status: 'person-for-incident' });
    expect(move(taken).state).toBe('step');
  });

  test('but danger comes first', () => {
    expect(move(tell('BAHAYA 75 juta saya hilang')).state).toBe('urgent');
  });

  test('and never again for a reason from which the reader went back', () => {
    const back = pick(tell('saya transfer 75 juta tidak sampai'), 'resume');
    expect(move(tell('jadi 75 juta itu gimana', back)).state).not.toBe('handoff');
    expect(move(pick(back, `confirm:${RISKY}`))).toMatchObject({ reason: 'risk' });
  });
});

describe('after "solved"', () => {
  const solved = add(
    beginConversation('banking/pending', { tried: ['refresh'] }),
    { kind: 'said', text: 'BAHAYA uang saya hilang 75 juta', found },
    { kind: 'safe' },
    { kind: 'resumed', reason: 'amount' },
    { kind: 'confirmed', problem: 'banking/arrived' },
    { kind: 'tried', step: 'wait', result: 'solved' },
  );

  test('nothing of the old story hands over, alarms or counts as said again', () => {
    expect(move(solved)).toMatchObject({ state: 'solved', status: 'solved' });
    const anew = add(solved, { kind: 'said', text: 'uang saya hilang', found });
    expect(move(anew)).toMatchObject({ state: 'understanding', status: 'out-of-scope' });
    expect(outcomeOf(KNOWLEDGE, anew)).toBe('unknown');
    const again = ['satu', 'dua', 'tiga'].reduce((before) => tell('uang saya hilang', before), solved);
    expect(again.turns.filter(({ kind }) => kind === 'offered')).toHaveLength(1);
  });

  test('the same words begin to count anew', () => {
    const twice = add(
      beginConversation('banking/pending'),
      { kind: 'said', text: 'uang saya hilang', found },
      { kind: 'said', text: 'uang saya hilang', found },
      { kind: 'confirmed', problem: 'banking/pending' },
    );
    expect(tell('uang saya hilang', twice).turns.at(-1)).toEqual({ kind: 'offered', reason: 'said-again' });
    const done = pick(twice, 'step:refresh:solved');
    expect(tell('uang saya hilang', done).turns.at(-1)).toMatchObject({ kind: 'said' });
  });

  test('not even when an incident opens', () => {
    const incidents = [{ problems: ['banking/arrived'], services: [] }];
    expect(move(solved, { ...KNOWLEDGE, surroundings: { ...QUIET, incidents } }).state).toBe('solved');
  });

  test('takes a rating, the last one, and only then', () => {
    expect(move(pick(solved, 'rate:partly', 'rate:helped'))).toMatchObject({
      state: 'solved',
      status: 'rated',
      rating: 'helped',
    });
    expect(pick(solved, 'rate:wonderful')).toBe(solved);
    const unsolved = tell('uang hilang');
    expect(pick(unsolved, 'rate:helped')).toBe(unsolved);
  });
});

describe('a handover that fails', () => {
  const asked = pick(beginConversation(), 'person');

  test('says so and gives the next best way, to the last and round again', () => {
    expect(move(asked)).toMatchObject({ status: 'wants-person', channels: ['mail', 'phone', 'contacts'] });
    const failed = pick(asked, 'failed:mail');
    expect(move(failed)).toMatchObject({
      state: 'handoff',
      status: 'handover-failed',
      channels: ['phone', 'contacts', 'mail'],
    });
    const all = pick(failed, 'failed:phone', 'failed:contacts');
    expect(move(all)).toMatchObject({ channels: ['mail', 'phone', 'contacts'] });
    expect(move(pick(all, 'resume')).state).toBe('greeting');
  });

  test('is taken only where there was one', () => {
    expect(pick(asked, 'failed:desk')).toBe(asked);
    const empty = beginConversation();
    expect(pick(empty, 'failed:mail')).toBe(empty);
  });

  test('begins at a desk where there is one, and only when it can be reached', () => {
    const desk = { ...KNOWLEDGE, surroundings: { ...QUIET, has: ['desk', 'network'] as const } };
    expect(move(asked, desk)).toMatchObject({
      status: 'wants-desk',
      channels: ['desk', 'mail', 'phone', 'contacts'],
    });
    const offline = { ...KNOWLEDGE, surroundings: { ...QUIET, has: [] } };
    expect(move(asked, offline)).toMatchObject({ channels: ['phone', 'contacts'] });
  });
});

describe('a person who has joined', () => {
  const joined = add(tell('uang saya hilang'), { kind: 'person' }, { kind: 'joined' });

  test('silences the assistant, and words are kept for them', () => {
    expect(maySpeak(joined)).toBe(false);
    expect(move(joined)).toEqual({ state: 'with-person', status: 'with-person' });
    const more = receiveText(KNOWLEDGE, joined, 'dasar bot DATA', 'id');
    expect(more).toEqual({ conversation: add(joined, { kind: 'said', text: 'dasar bot […]' }) });
    expect(pick(joined, 'back', 'person', 'resume', 'confirm:banking/pending')).toBe(joined);
    expect(outcomeOf(KNOWLEDGE, joined)).toBe('escalated');
  });

  test('and leaves gives it back, with the next way to a person', () => {
    const left = add(joined, { kind: 'handover-failed', channel: 'mail' });
    expect(maySpeak(left)).toBe(true);
    expect(move(left)).toMatchObject({ state: 'handoff', status: 'handover-failed' });
  });
});

describe('outcomeOf', () => {
  const taken = pick(beginConversation(), 'confirm:banking/pending');
  test.each([
    ['unknown', beginConversation()],
    ['unknown', taken],
    ['solved', pick(taken, 'step:refresh:solved')],
    ['offered', pick(taken, 'step:refresh:failed')],
    ['escalated', pick(taken, 'person')],
    ['unknown', pick(taken, 'person', 'resume')],
    ['escalated', pick(beginConversation(), `confirm:${RISKY}`)],
  ])('%s', (outcome, conversation) => {
    expect(outcomeOf(KNOWLEDGE, conversation)).toBe(outcome);
  });
});

describe('steps that were ticked in the guide', () => {
  test('are not asked for again, but for those the guide does not have', () => {
    const ticked = beginConversation('banking/arrived', { tried: ['wait', 'gone'] });
    const late = pick(ticked, 'confirm:banking/arrived', 'answer:late:no');
    expect(move(late)).toMatchObject({ state: 'step', choice: { step: { key: 'call' } }, number: 2 });
    expect(
      move(pick(beginConversation('banking/arrived'), 'answer:late:no', 'confirm:banking/arrived')),
    ).toMatchObject({ choice: { step: { key: 'wait' } }, number: 1 });
  });

  test('lead to a person when all of them were', () => {
    const all = beginConversation('banking/pending', { tried: ['refresh'] });
    expect(move(pick(all, 'confirm:banking/pending'))).toMatchObject({ status: 'steps-tried' });
  });

  test.each([[['"><b>']], [{ length: 1 }], [Array.from({ length: 41 }, () => 'wait')]])(
    'are not read from %j',
    (tried) => {
      expect(
        readConversation(JSON.stringify({ article: 'banking/pending', tried, turns: [] })),
      ).toBeUndefined();
    },
  );
});
