import { describe, expect, test } from 'vitest';
import { extractReply } from '../../core/wording/index.ts';
import { MOVES, wordingInput } from '../../core/wording/fake-wording.ts';
import { readSettings } from '../settings/index.ts';
import { createReplyWriter } from './create-reply-writer.ts';
import { collectParts } from './fake-collect.ts';

describe('createReplyWriter', () => {
  test.each(MOVES)('without a model, gives the reply of the guide at once: $state', async (move) => {
    const writer = await createReplyWriter({ settings: readSettings({}) });
    expect(writer.mode()).toBe('extractive');
    const input = wordingInput(move);
    expect(await collectParts(writer, input)).toEqual([{ kind: 'reply', reply: extractReply(input) }]);
    writer.close();
  });
});
