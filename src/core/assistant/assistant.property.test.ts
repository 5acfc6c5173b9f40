import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BANK_MODEL } from '../diagnosis/fake-problems.ts';
import { choose } from './choose.ts';
import { beginConversation, type Conversation } from './conversation.ts';
import { FAKE_KNOWLEDGE } from './fake-knowledge.ts';
import { findWords } from './find-words.ts';
import { readConversation, writeConversation } from './keep-conversation.ts';
import { nextMove, type Move } from './next-move.ts';
import { writePacket } from './packet.ts';
import { receiveText } from './receive-text.ts';

/** A first message, 5 answers, 2 offers, 3 steps and what leads from one to the next. */
const MOST_MOVES = 16;

/** Everything that a reader may press in a state. */
function choicesIn(move: Move): string[] {
  switch (move.state) {
    case 'question': {
      const { id, answers } = move.question.sign;
      return [...Object.keys(answers).map((reply) => `answer:${id}:${reply}`), `unknown:${id}`, `none:${id}`];
    }
    case 'confirmation':
      return [move.problem, ...move.alternatives.map(({ id }) => id)]
        .map((id) => `confirm:${id}`)
        .concat('refuse');
    case 'step':
      return ['solved', 'failed', 'skipped'].map((result) => `step:${move.choice.step.key}:${result}`);
    case 'several':
      return move.parts.map((_, place) => `part:${place}`);
    case 'second-problem':
      return [`switch:${move.other}`, 'stay'];
    case 'urgent':
      return ['safe'];
    case 'greeting':
    case 'understanding':
      return ['sector:banking', 'sector:education', 'person'];
    case 'solved':
    case 'handoff':
    case 'with-person':
      return [];
  }
}

const hits = fc.array(
  fc.record({
    id: fc.constantFrom(...BANK_MODEL.problems.map(({ id }) => id), 'gone/guide'),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 5 },
);
const search = fc.record({ results: hits, outOfScope: fc.boolean() });

test('every way of pressing buttons ends: solved, or with a packet', async () => {
  const begun = fc.constantFrom(
    beginConversation(),
    beginConversation('banking/arrived', { tried: ['wait', 'gone'] }),
    beginConversation('banking/pending', { tried: ['refresh'] }),
  );
  await fc.assert(
    fc.asyncProperty(search, begun, fc.infiniteStream(fc.nat()), async (answer, start, picks) => {
      const said = receiveText(FAKE_KNOWLEDGE, start, 'uang saya BAHAYA', 'id');
      let conversation = await findWords(said.conversation, () => Promise.resolve(answer), 'id');
      let move = nextMove(FAKE_KNOWLEDGE, conversation);
      for (let count = 0; choicesIn(move).length > 0; count++) {
        expect(count).toBeLessThan(MOST_MOVES);
        const choices = choicesIn(move);
        const choice = choices[(picks.next().value ?? 0) % choices.length] ?? '';
        const next = choose(FAKE_KNOWLEDGE, conversation, choice);
        expect(next, choice).not.toEqual(conversation);
        conversation = next;
        move = nextMove(FAKE_KNOWLEDGE, conversation);
      }
      expect(['solved', 'handoff']).toContain(move.state);
      expect(readConversation(writeConversation(conversation))).toEqual(conversation);
      const packet = writePacket(BANK_MODEL, conversation, { lang: 'id', actionOf: () => '' });
      expect(packet.text).not.toContain('undefined');
    }),
  );
});

test('a conversation without what search found is the same once search has answered again', async () => {
  await fc.assert(
    fc.asyncProperty(search, fc.string({ unit: 'grapheme' }), async (answer, text) => {
      const said = receiveText(FAKE_KNOWLEDGE, beginConversation(), text, 'id').conversation;
      const ask = () => Promise.resolve(answer);
      const found = await findWords(said, ask, 'id');
      const again = readConversation(writeConversation(found, { found: false }), { found: false });
      expect(again && (await findWords(again, ask, 'id'))).toEqual(found);
    }),
  );
});

test('nothing but a conversation is read as one, and reading never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      const read = readConversation(text);
      if (read) nextMove(FAKE_KNOWLEDGE, read);
    }),
  );
});

const turn = fc.oneof(
  fc.record({
    kind: fc.constant('answered'),
    sign: fc.constantFrom('status', 'gone'),
    reply: fc.constantFrom('pending', 'x', null),
  }),
  fc.record({ kind: fc.constant('reopened'), sign: fc.constantFrom('status', 'gone') }),
  fc.record({
    kind: fc.constantFrom('confirmed', 'switched'),
    problem: fc.constantFrom('banking/pending', 'gone/x'),
  }),
  fc.record({ kind: fc.constant('refused'), problems: fc.constant(['banking/pending', 'gone/x']) }),
  fc.record({
    kind: fc.constant('tried'),
    step: fc.constantFrom('refresh', 'gone'),
    result: fc.constantFrom('failed', 'solved'),
  }),
  fc.record({ kind: fc.constant('part'), place: fc.nat(3) }),
  fc.record({ kind: fc.constantFrom('safe', 'person', 'resumed', 'stayed', 'joined') }),
  fc.record({ kind: fc.constant('offered'), reason: fc.constantFrom('anger', 'vulnerable') }),
  fc.record({ kind: fc.constant('resumed'), reason: fc.constantFrom('risk', 'amount') }),
  fc.record({ kind: fc.constant('handover-failed'), channel: fc.constantFrom('mail', 'desk') }),
  fc.record({ kind: fc.constant('rated'), rating: fc.constantFrom('helped', 'not') }),
);

test('turns in any order, known to the content or not, always have a next move', () => {
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 20 }), (turns) => {
      const read: Conversation | undefined = readConversation(JSON.stringify({ turns }));
      expect(read?.turns).toEqual(turns);
      expect(read && nextMove(FAKE_KNOWLEDGE, read).state).toBeTypeOf('string');
    }),
  );
});
