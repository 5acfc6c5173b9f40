import { describe, expect, test } from 'vitest';
import { beginConversation, type Safety, type WordSearch } from '../../core/assistant/browser.ts';
import { FAKE_POLICY } from '../../core/assistant/fake-escalation-policy.ts';
import { BANK_MODEL } from '../../core/diagnosis/fake-problems.ts';
import type { DeskSettings } from './desk-settings.ts';
import { FAKE_DESK } from './fake-desk.ts';
import { FAKE_WORDS } from './fake-words.ts';
import { Talk, type TalkFiles } from './talk.ts';

const CALM: Safety = { isUrgent: () => false, holdsSecret: () => false, mask: (text) => text };
const FOUND = { results: [{ id: 'banking/pending', confidence: 0.95 }], outOfScope: false };
const SERVICE = {
  slug: 'contoh',
  name: 'Bank Contoh',
  aka: [],
  sector: 'banking',
  officialSite: 'example.org',
  channels: [],
} as const;

function begin(search: WordSearch, files: Partial<TalkFiles> = {}, desk?: DeskSettings) {
  const asked: string[] = [];
  const talk = new Talk(
    { model: BANK_MODEL, safety: CALM, policy: FAKE_POLICY },
    { lang: 'id', words: FAKE_WORDS, ...(desk && { desk }) },
    {
      steps: (problem) => {
        asked.push(`steps of ${problem}`);
        return Promise.resolve([{ key: 'refresh', action: 'Muat ulang.', detail: '' }]);
      },
      services: () => {
        asked.push('services');
        return Promise.resolve([SERVICE]);
      },
      ...files,
    },
    search,
    beginConversation(),
  );
  return { talk, asked };
}

describe('Talk', () => {
  test('asks search once for a message, and keeps what it found', async () => {
    let count = 0;
    const { talk } = begin(() => {
      count++;
      return Promise.resolve(FOUND);
    });
    talk.say('transfer saya tertunda');
    expect((await talk.look()).move).toMatchObject({ state: 'confirmation' });
    await talk.look();
    expect(count).toBe(1);
  });

  test('keeps the words when search fails, and finds them the next time', async () => {
    let isDown = true;
    const { talk } = begin(() => (isDown ? Promise.reject(new Error('offline')) : Promise.resolve(FOUND)));
    talk.say('transfer saya tertunda');
    expect((await talk.look()).move).toMatchObject({ state: 'understanding', isWaiting: true });
    isDown = false;
    expect((await talk.look()).move).toMatchObject({ state: 'confirmation' });
  });

  test('fetches what comes next before it is needed', async () => {
    const { talk, asked } = begin(() => Promise.resolve(FOUND));
    talk.say('transfer saya tertunda');
    await talk.look();
    expect(asked).toEqual(['steps of banking/pending']);
    talk.choose('confirm:banking/pending');
    expect((await talk.look()).steps.get('banking/pending')).toHaveLength(1);
    expect(asked).toContain('services');
  });

  test('fetches the steps of every problem that was tried, for the packet', async () => {
    const { talk } = begin(() => Promise.resolve(FOUND));
    for (const id of ['banking/pending', 'banking/arrived']) talk.choose(`confirm:${id}`);
    talk.choose('person');
    expect([...(await talk.look()).steps.keys()]).toEqual(['banking/arrived', 'banking/pending']);
  });

  test('takes the service that the reader named, until another is chosen', async () => {
    const { talk } = begin(() => Promise.resolve(FOUND));
    talk.say('transfer bank contoh tertunda');
    await talk.look();
    talk.choose('person');
    expect((await talk.look()).conversation.service).toBe('contoh');
    talk.choose('service:lain');
    expect((await talk.look()).conversation.service).toBe('lain');
  });

  test('does not let a slow answer undo what was done meanwhile', async () => {
    let answer: (() => void) | undefined;
    const { talk } = begin(
      () =>
        new Promise((resolve) => {
          answer = () => {
            resolve(FOUND);
          };
        }),
    );
    talk.say('transfer saya tertunda');
    const slow = talk.look();
    talk.choose('person');
    answer?.();
    expect((await slow).move.state).toBe('handoff');
    expect(talk.conversation.turns.map(({ kind }) => kind)).toEqual(['said', 'person']);
  });

  test('leads to an agent first where the server has a desk, and is silent once one has it', async () => {
    const { talk } = begin(() => Promise.resolve(FOUND), {}, FAKE_DESK);
    talk.choose('person');
    expect((await talk.look()).move).toMatchObject({
      status: 'wants-desk',
      channels: ['desk', 'mail', 'phone', 'contacts'],
    });
    talk.choose('failed:desk');
    expect((await talk.look()).move).toMatchObject({
      status: 'handover-failed',
      channels: ['mail', 'phone', 'contacts', 'desk'],
    });
    talk.join();
    talk.choose('back');
    expect((await talk.look()).move.state).toBe('with-person');
  });

  test('knows no agent without a desk', async () => {
    const { talk } = begin(() => Promise.resolve(FOUND));
    talk.choose('person');
    const { move, desk } = await talk.look();
    expect(move).toMatchObject({ status: 'wants-person', channels: ['mail', 'phone', 'contacts'] });
    expect(desk).toBeUndefined();
  });

  test('forgets everything when it is told to', async () => {
    const { talk } = begin(() => Promise.resolve(FOUND));
    talk.say('makasih');
    talk.adopt();
    const view = await talk.look();
    expect(view.notice).toBeUndefined();
    expect(view.move.state).toBe('greeting');
  });
});
