import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nextMove } from '../../core/assistant/index.ts';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { openConversations, type Conversations } from './conversations.ts';
import { openConversationStore, type ConversationStore } from './conversation-store.ts';
import { fakeConversationParts, type FakeConversationParts } from './fake-conversation-parts.ts';
import type { Credentials, KeptConversation } from './kept-conversation.ts';
import type { Taken } from './take.ts';

const HOUR_MS = 3_600_000;

describe.each(TEST_DATABASES)('conversations over $name', ({ open, isThere }) => {
  let database: Database;
  let store: ConversationStore;
  let parts: FakeConversationParts;
  let conversations: Conversations;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    store = await openConversationStore(database);
  }, 60_000);
  afterAll(() => (isThere ? database.close() : undefined));
  beforeEach(async () => {
    if (!isThere) return;
    await database.execute('TRUNCATE conversation');
    parts = fakeConversationParts(store);
    conversations = openConversations(parts);
  });
  const when = it.runIf(isThere);

  async function beginWith(...texts: string[]): Promise<Credentials & { kept: KeptConversation }> {
    const begun = await conversations.begin({ lang: 'id', deeds: texts.map((text) => ({ text })) });
    if (begun.kind !== 'begun') throw new Error(begun.kind);
    return { id: begun.kept.id, secret: begun.secret, kept: begun.kept };
  }
  const keptBy = (taken: Taken) => {
    if (taken.kind !== 'taken') throw new Error(taken.kind);
    return taken.kept;
  };
  const stored = async () => JSON.stringify(await database.query('SELECT * FROM conversation'));

  when('go on from where they were, also for another process', async () => {
    const own = await beginWith('transfer belum masuk');
    await conversations.take(own, { deed: { choice: 'answer:status:success' } });
    const other = openConversations(fakeConversationParts(store));
    const kept = await other.read(own);
    expect(kept?.conversation.turns.map(({ kind }) => kind)).toEqual(['said', 'answered']);
    expect(kept?.lang).toBe('id');
  });

  when('keep neither the secret nor personal data, only kinds and counts', async () => {
    const own = await beginWith('transfer ke rekening BCA 8830123456 belum masuk, nik 3174012505990001');
    const text = await stored();
    expect(text).not.toContain(own.secret);
    expect(text).not.toMatch(/8830123456|3174012505990001/);
    const [row] = await database.query('SELECT masked FROM conversation');
    expect(row).toEqual({ masked: { account: 1, nik: 1 } });
  });

  when('keep nothing of a message with a secret but that there was one, and say so', async () => {
    const own = await beginWith('kode otp saya 482913');
    expect(own.kept).toMatchObject({ notice: 'blocked-secret', conversation: { turns: [] } });
    expect(await stored()).not.toContain('482913');
    expect((await conversations.read(own))?.notice).toBe('blocked-secret');
    expect(await database.query('SELECT masked FROM conversation')).toEqual([{ masked: { otp: 1 } }]);
  });

  when('are opened by their own secret alone', async () => {
    const own = await beginWith('transfer belum masuk');
    const other = await beginWith('lain lagi masalahnya');
    const wrong = [
      { id: own.id, secret: other.secret },
      { id: own.id, secret: '' },
      { id: own.id, secret: 'x'.repeat(43) },
      { id: 'x'.repeat(22), secret: own.secret },
      { id: "' OR 1=1 --", secret: own.secret },
    ];
    for (const credentials of wrong) {
      expect(await conversations.read(credentials)).toBeUndefined();
      expect(await conversations.forget(credentials)).toBe(false);
      expect(await conversations.take(credentials, { deed: { text: 'halo' } })).toEqual({ kind: 'unknown' });
    }
    expect(await conversations.read(own)).toEqual(own.kept);
  });

  when('take two messages at once, and lose neither', async () => {
    const own = await beginWith();
    const texts = ['uang tidak masuk', 'saldo sudah terpotong', 'sudah dua hari begini'];
    const taken = await Promise.all(texts.map((text) => conversations.take(own, { deed: { text } })));
    expect(taken.map(({ kind }) => kind)).toEqual(['taken', 'taken', 'taken']);
    const kept = await conversations.read(own);
    const said = kept?.conversation.turns.flatMap((turn) => (turn.kind === 'said' ? [turn.text] : []));
    expect(said?.sort()).toEqual([...texts].sort());
  });

  when('take a message with a key once, however often it comes, also at once', async () => {
    const own = await beginWith();
    const key = { key: 'a-key-of-this-message', body: { text: 'uang tidak masuk' } };
    const send = () => conversations.take(own, { deed: { text: 'uang tidak masuk' } }, key);
    const taken = await Promise.all([send(), send(), send()]);
    taken.push(await send());
    for (const one of taken) expect(keptBy(one).conversation.turns).toHaveLength(1);
    await conversations.take(own, { deed: { text: 'masih sama juga' } });
    expect(keptBy(await send()).conversation.turns).toHaveLength(2);
    expect(await stored()).not.toContain('a-key-of-this-message');
  });

  when('refuse a key that was used for something else', async () => {
    const own = await beginWith();
    const key = 'a-key-of-this-message';
    await conversations.take(own, { deed: { text: 'satu dua tiga' } }, { key, body: 1 });
    const other = await conversations.take(own, { deed: { text: 'empat lima' } }, { key, body: 2 });
    expect(other).toEqual({ kind: 'other-request' });
    expect((await conversations.read(own))?.conversation.turns).toHaveLength(1);
  });

  when('begin once for one key, also at once, and give the same secret again', async () => {
    const opening = { lang: 'en', deeds: [{ text: 'my transfer is missing' }] } as const;
    const key = { key: 'an-unguessable-key', body: opening };
    const begun = await Promise.all([1, 2, 3].map(() => conversations.begin(opening, key)));
    begun.push(await conversations.begin(opening, key));
    const [first] = begun;
    if (first?.kind !== 'begun') throw new Error('It did not begin.');
    for (const one of begun) expect(one).toEqual(first);
    expect(await conversations.read({ id: first.kept.id, secret: first.secret })).toEqual(first.kept);
    expect(await database.query('SELECT id FROM conversation')).toHaveLength(1);
    expect(await conversations.begin(opening, { ...key, body: 'other' })).toEqual({ kind: 'other-request' });
    const another = await conversations.begin(opening, { ...key, key: 'another-unguessable-key' });
    expect(another).not.toMatchObject({ secret: first.secret });
  });

  when('take up what a browser kept: masked again, searched again, without a person who joined', async () => {
    const turns = [
      {
        kind: 'said',
        text: 'nik 3174012505990001 transfer',
        found: { hits: [], outOfScope: true, parts: [] },
      },
      { kind: 'joined' },
      { kind: 'answered', sign: 'status', reply: 'success' },
    ];
    const begun = await conversations.begin({ lang: 'id', conversation: { turns }, deeds: [] });
    if (begun.kind !== 'begun') throw new Error(begun.kind);
    expect(begun.kept.conversation.turns).toMatchObject([
      { kind: 'said', text: 'nik [nik] transfer', found: { hits: [{ id: 'banking/arrived' }] } },
      { kind: 'answered' },
    ]);
  });

  when.each([
    ['nothing', undefined],
    ['no conversation', { turns: 'x' }],
    ['a conversation with an unknown turn', { turns: [{ kind: 'transfer-money' }] }],
  ])('begin anew from %s', async (_, conversation) => {
    const begun = await conversations.begin({ lang: 'id', conversation, deeds: [] });
    expect(begun).toMatchObject({ kind: 'begun', kept: { conversation: { turns: [] } } });
  });

  when('begin at a guide that exists, and leave out one that does not', async () => {
    for (const [article, kept] of [
      ['banking/arrived', { article: 'banking/arrived', turns: [] }],
      ['banking/never-was', { turns: [] }],
    ] as const) {
      const begun = await conversations.begin({ lang: 'id', article, deeds: [] });
      expect(begun).toMatchObject({ kept: { conversation: kept } });
      if (begun.kind === 'begun') expect(begun.kept.conversation).toEqual(kept);
    }
  });

  when('cut back to the page that a reader went on from, and do nothing twice', async () => {
    const own = await beginWith('transfer belum masuk');
    const step = { deed: { choice: 'answer:status:success' }, revision: 1 };
    const once = keptBy(await conversations.take(own, step));
    expect(keptBy(await conversations.take(own, step))).toEqual(once);
    await conversations.take(own, { deed: { choice: 'answer:details:yes' }, revision: 2 });
    const back = keptBy(
      await conversations.take(own, { deed: { choice: 'answer:status:pending' }, revision: 1 }),
    );
    expect(back.conversation.turns.slice(1)).toEqual([
      { kind: 'answered', sign: 'status', reply: 'pending' },
    ]);
    const undo = { deed: { choice: 'back' }, revision: 2 };
    expect(keptBy(await conversations.take(own, undo)).conversation.turns).toHaveLength(1);
    expect(keptBy(await conversations.take(own, undo)).conversation.turns).toHaveLength(1);
  });

  when('keep the words while search fails, and search for them with the next deed', async () => {
    const search = parts.search;
    const failing = openConversations({ ...parts, search: () => Promise.reject(new Error('away')) });
    const begun = await failing.begin({ lang: 'id', deeds: [{ text: 'transfer belum masuk' }] });
    if (begun.kind !== 'begun') throw new Error(begun.kind);
    const own = { id: begun.kept.id, secret: begun.secret };
    const knowledge = await parts.knowledge();
    expect(nextMove(knowledge, begun.kept.conversation)).toMatchObject({ status: 'search-unavailable' });
    const mended = openConversations({ ...parts, search });
    const kept = keptBy(await mended.take(own, { deed: { text: 'halo' } }));
    expect(kept.conversation.turns[0]).toMatchObject({ found: { hits: [{ id: 'banking/arrived' }] } });
  });

  when('tell what came of them: unknown until the reader says so', async () => {
    const outcomes = async () => (await database.query('SELECT state, outcome FROM conversation'))[0];
    const own = await beginWith('transfer belum masuk');
    const choose = (choice: string) => conversations.take(own, { deed: { choice } });
    expect(await outcomes()).toEqual({ state: 'question', outcome: 'unknown' });
    await choose('confirm:banking/arrived');
    await choose('step:wait:failed');
    expect(await outcomes()).toEqual({ state: 'step', outcome: 'unknown' });
    await choose('step:call:solved');
    expect(await outcomes()).toEqual({ state: 'solved', outcome: 'solved' });
    await choose('person');
    expect(await outcomes()).toEqual({ state: 'handoff', outcome: 'person' });
  });

  when('are gone once they are forgotten', async () => {
    const own = await beginWith('transfer belum masuk');
    expect(await conversations.forget(own)).toBe(true);
    expect(await conversations.read(own)).toBeUndefined();
    expect(await stored()).toBe('[]');
    expect(await conversations.forget(own)).toBe(false);
  });

  when('are kept a day after the last turn, then neither read nor stored', async () => {
    const own = await beginWith('transfer belum masuk');
    const later = (hours: number) => {
      parts.clock.now = new Date(parts.clock.now.getTime() + hours * HOUR_MS);
    };
    later(23);
    await conversations.take(own, { deed: { text: 'masih belum' } });
    later(23);
    expect(await conversations.expire()).toBe(0);
    expect(await conversations.read(own)).toBeDefined();
    later(3);
    expect(await conversations.read(own)).toBeUndefined();
    expect(await conversations.take(own, { deed: { text: 'halo' } })).toEqual({ kind: 'unknown' });
    expect(await conversations.expire()).toBe(1);
    expect(await stored()).toBe('[]');
  });

  when('begin anew where a newer Pandu has written what this one cannot read', async () => {
    const own = await beginWith('transfer belum masuk');
    await database.execute(`UPDATE conversation SET conversation = '{"turns":[{"kind":"later"}]}'`);
    expect((await conversations.read(own))?.conversation).toEqual({ turns: [] });
  });
});
