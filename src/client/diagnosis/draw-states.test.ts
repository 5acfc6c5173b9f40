import { describe, expect, test } from 'vitest';
import { wordingOf, type Move } from '../../core/assistant/browser.ts';
import { BANK_MODEL } from '../../core/diagnosis/fake-problems.ts';
import { drawDiagnosis } from './draw-diagnosis.ts';
import { FAKE_WORDS } from './fake-words.ts';
import type { DiagnosisView } from './view.ts';

const SERVICE = {
  slug: 'contoh',
  name: 'Bank Contoh',
  aka: [],
  sector: 'banking',
  officialSite: 'example.org',
  channels: [
    {
      kind: 'email',
      value: { id: 'halo@example.org', en: 'hello@example.org' },
      source: 'https://example.org/kontak',
      strength: 'O',
      checked: '2026-11-20',
    },
  ],
} as const satisfies NonNullable<DiagnosisView['services']>[number];
const HANDOFF: Move = {
  state: 'handoff',
  status: 'wants-person',
  reason: 'wish',
  isOffered: false,
  channels: ['desk', 'phone', 'mail', 'contacts'],
  nearest: [],
};

function draw(move: Move, more: Partial<DiagnosisView> = {}): string {
  return drawDiagnosis({
    lang: 'id',
    words: FAKE_WORDS,
    model: BANK_MODEL,
    conversation: { turns: [{ kind: 'person' }] },
    move,
    register: 'formal',
    keeps: 'device',
    steps: new Map(),
    services: [SERVICE],
    ...more,
  });
}

describe('drawDiagnosis', () => {
  test('gives the ways to a person in the order of the move, each with a way on', () => {
    const page = draw(HANDOFF);
    expect([...page.matchAll(/value="failed:(\w+)"/g)].map(([, channel]) => channel)).toEqual([
      'phone',
      'mail',
      'contacts',
    ]);
  });

  test('addresses the mail to the service, with the summary as the reader changed it', () => {
    const conversation = { service: 'contoh', turns: [{ kind: 'person' }] } as const;
    const page = draw(HANDOFF, { conversation, edited: { packet: 'ringkasan saya' } });
    expect(page).toContain('href="mailto:halo%40example.org?subject=');
    expect(page).toContain('body=ringkasan%20saya"');
  });

  test('asks for a rating until there is one', () => {
    const solved = { state: 'solved', status: 'solved', problem: 'banking/pending' } as const;
    expect(draw(solved)).toContain('value="rate:helped"');
    const rated = draw({ ...solved, status: 'rated', rating: 'helped' });
    expect(rated).not.toContain('value="rate:');
    expect(rated).toContain(wordingOf('rated', 'id', 'formal'));
  });

  test.each(['anger', 'distress', 'vulnerable', 'vague-wish', 'said-again'] as const)(
    'has a person within reach of the words that offer one (%s)',
    (offersPerson) => {
      const page = draw({ state: 'greeting', status: 'greeting', offersPerson });
      expect(page).toMatch(/data-notice[^]*?value="person"[^]*?id="now"/);
    },
  );

  test('is silent while a person has the conversation', () => {
    const page = draw({ state: 'with-person', status: 'with-person' });
    expect(page).toContain(wordingOf('with-person', 'id', 'formal'));
    expect(page).not.toMatch(/value="(?:back|person|say)"/);
  });

  test.each([
    [{ keeps: 'device' }, 'greeting', false],
    [{ keeps: 'device', posting: {} }, 'greeting-on-server', false],
    [{ keeps: 'server' }, 'greeting-on-server', true],
  ] as const)('says before the first word where words are kept: %o', (more, status, isSent) => {
    const page = draw({ state: 'greeting', status: 'greeting' }, { ...more, conversation: { turns: [] } });
    expect(page).toContain(wordingOf(status, 'id', 'formal'));
    expect(page.includes(FAKE_WORDS.sentToModel)).toBe(isSent);
  });

  test.each(['device', 'server'] as const)('says who answers (words kept on: %s)', (keeps) => {
    const move: Move = { state: 'understanding', status: 'out-of-scope', nearest: [], isWaiting: false };
    expect(draw(move, { keeps }).split(FAKE_WORDS.byGuide)).toHaveLength(2);
  });
});
