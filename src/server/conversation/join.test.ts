import { describe, expect, it } from 'vitest';
import { fakeConversationParts } from './fake-conversation-parts.ts';
import { fakeConversationStore } from './fake-conversation-store.ts';
import { openConversations } from './conversations.ts';

async function begin() {
  const conversations = openConversations(fakeConversationParts(fakeConversationStore()));
  const begun = await conversations.begin({ lang: 'id', deeds: [{ text: 'otp ga masuk2' }] });
  if (begun.kind !== 'begun') throw new Error('No conversation.');
  const own = { id: begun.kept.id, secret: begun.secret };
  const kinds = async () => (await conversations.read(own))?.conversation.turns.map(({ kind }) => kind);
  return { conversations, own, kinds };
}

describe('a person who takes a conversation over', () => {
  it('is in it once, however often and at once that is recorded', async () => {
    const { conversations, own, kinds } = await begin();
    await Promise.all([conversations.join(own.id), conversations.join(own.id), conversations.join(own.id)]);
    expect(await kinds()).toEqual(['said', 'joined']);
  });

  it('loses nothing that the reader says at the same moment', async () => {
    const { conversations, own, kinds } = await begin();
    await Promise.all([
      conversations.join(own.id),
      conversations.take(own, { deed: { text: 'masih belum masuk' } }),
    ]);
    expect((await kinds())?.toSorted()).toEqual(['joined', 'said', 'said']);
  });

  it('joins nothing that is gone', async () => {
    const { conversations, own } = await begin();
    await conversations.forget(own);
    expect(await conversations.join(own.id)).toBe(false);
  });
});
