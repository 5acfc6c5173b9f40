import { describe, expect, test } from 'vitest';
import { beginConversation, type Safety } from '../../core/assistant/browser.ts';
import { FAKE_POLICY } from '../../core/assistant/fake-escalation-policy.ts';
import { BANK_MODEL } from '../../core/diagnosis/fake-problems.ts';
import { FAKE_LADDER_DATA } from './fake-ladder-data.ts';
import { FAKE_WORDS } from './fake-words.ts';
import { Talk, type TalkFiles } from './talk.ts';

const CALM: Safety = { isUrgent: () => false, holdsSecret: () => false, mask: (text) => text };

function talkWith(ladders: TalkFiles['ladders']): Talk {
  return new Talk(
    { model: BANK_MODEL, safety: CALM, policy: FAKE_POLICY },
    { lang: 'id', words: FAKE_WORDS },
    {
      steps: () => Promise.resolve([]),
      services: () => Promise.resolve([]),
      ...(ladders && { ladders }),
    },
    () => Promise.resolve({ results: [], outOfScope: true }),
    beginConversation(),
  );
}

describe('what stands around a packet', () => {
  test('is fetched when the packet is reached, and not before', async () => {
    let fetched = 0;
    const talk = talkWith(() => {
      fetched++;
      return Promise.resolve(FAKE_LADDER_DATA);
    });
    expect((await talk.look()).packet).toBeUndefined();
    expect(fetched).toBe(0);
    talk.choose('person');
    expect((await talk.look()).packet?.ladder.html).toContain('«title»');
  });

  test.each([
    ['cannot be fetched', () => Promise.resolve(undefined)],
    ['fails', () => Promise.reject(new Error('offline'))],
    ['is not there', undefined],
  ])('is left out when it %s', async (_, ladders) => {
    const talk = talkWith(ladders);
    talk.choose('person');
    const view = await talk.look();
    expect(view.move.state).toBe('handoff');
    expect(view.packet).toBeUndefined();
  });
});
