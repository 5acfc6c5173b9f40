import { describe, expect, it } from 'vitest';
import { FAKE_KNOWLEDGE } from '../../core/assistant/fake-knowledge.ts';
import type { Conversation } from '../../core/assistant/index.ts';
import type { Reply } from '../../core/wording/index.ts';
import type { ReplyWriter } from '../language-model/index.ts';
import { createVoice, type SpokenPart } from './conversation-voice.ts';
import type { KeptConversation } from './kept-conversation.ts';

const REPLY: Reply = { text: 'Dari model.', citations: [], mode: 'model' };
const MODEL: ReplyWriter = {
  mode: () => 'model',
  async *write() {
    yield await Promise.resolve({ kind: 'sentence', text: 'Dari model.' } as const);
    yield { kind: 'reply', reply: REPLY };
  },
};
const TALKING: Conversation = { turns: [{ kind: 'person' }] };
const JOINED: Conversation = { turns: [{ kind: 'person' }, { kind: 'joined' }] };
const keep = (conversation: Conversation): KeptConversation => ({ id: 'one', lang: 'id', conversation });
const voice = createVoice({
  knowledge: () => Promise.resolve(FAKE_KNOWLEDGE),
  readArticle: () => Promise.resolve(undefined),
  writer: MODEL,
});

/** What is spoken while the conversation is read again as these, one after the other. */
async function speak(...read: (Conversation | undefined)[]): Promise<SpokenPart[]> {
  const view = await voice.look(keep(TALKING));
  const again = () => {
    const next = read.length > 1 ? read.shift() : read[0];
    return Promise.resolve(next && keep(next));
  };
  const spoken: SpokenPart[] = [];
  for await (const part of voice.speak(view, again, new AbortController().signal)) spoken.push(part);
  return spoken;
}

describe('the voice of a conversation', () => {
  it('gives the words of the model as they come, and before them those of the guides', async () => {
    const view = await voice.look(keep(TALKING));
    expect(view).toMatchObject({ mode: 'model', reply: { mode: 'extractive' } });
    expect(view.reply.text).not.toBe('');
    expect(await speak(TALKING)).toEqual([
      { kind: 'sentence', text: 'Dari model.' },
      { kind: 'reply', reply: REPLY },
    ]);
  });

  it.each([
    ['before the first word', [JOINED], ['silenced']],
    ['in the middle', [TALKING, JOINED], ['sentence', 'silenced']],
  ])('falls silent when a person joins %s', async (_, read, kinds) => {
    const spoken = await speak(...read);
    expect(spoken.map(({ kind }) => kind)).toEqual(kinds);
    expect(spoken.at(-1)).toMatchObject({ view: { mode: 'extractive', reply: { text: '' } } });
  });

  it('says nothing more to a conversation that is gone', async () => {
    expect(await speak(undefined)).toEqual([]);
  });
});
