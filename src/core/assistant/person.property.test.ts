import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareDiagnosis } from '../diagnosis/browser.ts';
import { BANK_MODEL, fakeProblem, fakeStep } from '../diagnosis/fake-problems.ts';
import { choose } from './choose.ts';
import { addTurn, beginConversation, maySpeak, type Conversation } from './conversation.ts';
import { FAKE_KNOWLEDGE } from './fake-knowledge.ts';
import { readConversation, writeConversation } from './keep-conversation.ts';
import type { Knowledge } from './knowledge.ts';
import { nextMove } from './next-move.ts';
import { CHANNEL_KEYS, OFFER_REASONS } from './reasons.ts';
import { receiveText, type Taken } from './receive-text.ts';

const KNOWLEDGE: Knowledge = {
  ...FAKE_KNOWLEDGE,
  model: prepareDiagnosis(
    [
      ...BANK_MODEL.problems,
      fakeProblem('banking/scam', { escalate: 'immediately', steps: [fakeStep('freeze')] }),
    ],
    [...BANK_MODEL.signs.values()],
  ),
};

/** What a reader, a desk or a network may do at any moment, whether it makes sense then or not. */
const deeds = fc.array(
  fc.oneof(
    fc.record({
      text: fc.constantFrom(
        'dasar bot goblok',
        'agent',
        'uang saya hilang',
        'saya takut dan panik',
        'saya tunanetra',
        'mau ngomong sama orang',
        'pelayanan buruk',
        'BAHAYA 75 juta',
        'iya',
        'belum',
        'sudah bisa',
        '😡',
        '',
      ),
    }),
    fc.record({
      choice: fc.constantFrom(
        'answer:status:pending',
        'unknown:status',
        'confirm:banking/scam',
        'confirm:banking/pending',
        'step:refresh:solved',
        'step:freeze:failed',
        'sector:banking',
        'service:bank-b',
        'person',
        'resume',
        'safe',
        'failed:mail',
        'failed:contacts',
        'rate:helped',
        'refuse',
      ),
    }),
    fc.record({ turn: fc.constant({ kind: 'joined' as const }) }),
    fc.record({
      turn: fc.record({
        kind: fc.constant('handover-failed' as const),
        channel: fc.constantFrom(...CHANNEL_KEYS),
      }),
    }),
  ),
  { maxLength: 70 },
);
type Deed = Parameters<typeof carryOut>[1];

function carryOut(
  conversation: Conversation,
  deed:
    | { readonly text: string }
    | { readonly choice: string }
    | { readonly turn: Parameters<typeof addTurn>[1] },
): Taken {
  if ('text' in deed) return receiveText(KNOWLEDGE, conversation, deed.text, 'id');
  if ('choice' in deed) return { conversation: choose(KNOWLEDGE, conversation, deed.choice) };
  return { conversation: addTurn(conversation, deed.turn) };
}

function eachState(
  list: readonly Deed[],
  look: (after: Taken, before: Conversation, deed: Deed) => void,
): void {
  let conversation = beginConversation();
  for (const deed of list) {
    const after = carryOut(conversation, deed);
    look(after, conversation, deed);
    conversation = after.conversation;
  }
}

test('a person is within reach in every state, by at least one way', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      eachState(list, ({ conversation }) => {
        const asked = nextMove(KNOWLEDGE, choose(KNOWLEDGE, conversation, 'person'));
        expect(['handoff', 'with-person']).toContain(asked.state);
        if (asked.state === 'handoff') expect(asked.channels).not.toHaveLength(0);
      });
    }),
  );
});

test('no reason is offered twice in one story', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      eachState(list, ({ conversation }) => {
        const solved = conversation.turns.findLastIndex(
          (turn) => turn.kind === 'tried' && turn.result === 'solved',
        );
        const offered = conversation.turns
          .slice(solved + 1)
          .flatMap((turn) => (turn.kind === 'offered' ? [turn.reason] : []));
        expect(new Set(offered).size).toBe(offered.length);
        expect(offered.length).toBeLessThanOrEqual(OFFER_REASONS.length);
      });
    }),
  );
});

test('after a person has joined nothing is said, until they leave', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      eachState(list, (after, before, deed) => {
        if (maySpeak(before) || ('turn' in deed && deed.turn.kind === 'handover-failed')) return;
        expect(maySpeak(after.conversation)).toBe(false);
        expect(nextMove(KNOWLEDGE, after.conversation).state).toBe('with-person');
        expect([undefined, 'full']).toContain(after.notice);
      });
    }),
  );
});

test('a rule from which the reader went back does not hold the same story again', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      eachState(list, ({ conversation }) => {
        const move = nextMove(KNOWLEDGE, conversation);
        if (move.state !== 'handoff' || move.isOffered) return;
        const back = nextMove(KNOWLEDGE, choose(KNOWLEDGE, conversation, 'resume'));
        const reason = back.state === 'handoff' ? back.reason : undefined;
        if (conversation.turns.length < LONG) expect(reason).not.toBe(move.reason);
      });
    }),
  );
});
const LONG = 60;

test('whatever happened is kept and read as it was', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      eachState(list, ({ conversation }) => {
        expect(readConversation(writeConversation(conversation))).toEqual(conversation);
      });
    }),
  );
});
