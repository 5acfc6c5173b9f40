import { describe, expect, it } from 'vitest';
import { openConversations } from './conversations.ts';
import { fakeConversationParts } from './fake-conversation-parts.ts';
import { fakeConversationStore } from './fake-conversation-store.ts';
import { rememberRows } from './remember-rows.ts';

/** Two processes over one database, and a conversation that both remember. */
async function open() {
  const store = fakeConversationStore();
  const finds: string[] = [];
  const counted = { ...store, find: (id: string, now: Date) => (finds.push(id), store.find(id, now)) };
  const parts = fakeConversationParts(rememberRows(counted));
  const [here, there] = [
    openConversations(parts),
    openConversations({ ...parts, store: rememberRows(counted) }),
  ];
  const begun = await here.begin({ lang: 'id', deeds: [{ text: 'transfer belum masuk' }] });
  if (begun.kind !== 'begun') throw new Error(begun.kind);
  const own = { id: begun.kept.id, secret: begun.secret };
  return { here, there, own, finds, parts };
}
const say = (text: string) => ({ deed: { text } });

describe('rows that a process remembers', () => {
  it('spare the reading before each turn', async () => {
    const { here, own, finds } = await open();
    for (const text of ['masih belum', 'sudah dua hari']) await here.take(own, say(text));
    expect(finds).toEqual([]);
    expect((await here.read(own))?.conversation.turns).toHaveLength(3);
  });

  it('never undo what another process did', async () => {
    const { here, there, own } = await open();
    await there.take(own, say('dari proses lain'));
    expect(await here.take(own, say('dari sini'))).toMatchObject({ kind: 'taken' });
    const texts = (await there.read(own))?.conversation.turns.map((turn) => 'text' in turn && turn.text);
    expect(texts).toEqual(['transfer belum masuk', 'dari proses lain', 'dari sini']);
  });

  it('do not bring back what another process has removed', async () => {
    const { here, there, own } = await open();
    await there.forget(own);
    expect(await here.take(own, say('masih di sana?'))).toEqual({ kind: 'unknown' });
  });

  it('tell a request that comes again how the conversation is now', async () => {
    const { here, there, own } = await open();
    const key = { key: 'a-key-of-this-message', body: 1 };
    await here.take(own, say('satu dua tiga'), key);
    await there.take(own, say('empat lima enam'));
    const again = await here.take(own, say('satu dua tiga'), key);
    expect(again).toMatchObject({ kind: 'taken', kept: { conversation: { turns: { length: 3 } } } });
  });

  it('are not used when their time is over', async () => {
    const { here, own, parts } = await open();
    parts.clock.now = new Date(parts.clock.now.getTime() + 3 * 86_400_000);
    expect(await here.take(own, say('masih di sana?'))).toEqual({ kind: 'unknown' });
  });
});
