import { describe, expect, test } from 'vitest';
import { nextMove, type Conversation, type Safety } from '../../core/assistant/browser.ts';
import { FAKE_POLICY } from '../../core/assistant/fake-escalation-policy.ts';
import { BANK_MODEL } from '../../core/diagnosis/fake-problems.ts';
import { drawDiagnosis } from './draw-diagnosis.ts';
import { FAKE_WORDS } from './fake-words.ts';
import type { DiagnosisView } from './view.ts';

const CALM: Safety = { isUrgent: () => false, holdsSecret: () => false, mask: (text) => text };
const HOSTILE = '"><script>alert(1)</script>';

function draw(conversation: Conversation, more: Partial<DiagnosisView> = {}): string {
  return drawDiagnosis({
    lang: 'id',
    words: FAKE_WORDS,
    model: BANK_MODEL,
    conversation,
    move: nextMove({ model: BANK_MODEL, safety: CALM, policy: FAKE_POLICY }, conversation),
    register: 'formal',
    keeps: 'device',
    steps: new Map(),
    services: [],
    ...more,
  });
}
const said = (text: string): Conversation => ({
  turns: [
    {
      kind: 'said',
      text,
      found: {
        hits: [
          { id: 'banking/arrived', confidence: 0.4 },
          { id: 'banking/pending', confidence: 0.4 },
        ],
        outOfScope: false,
        parts: [],
      },
    },
  ],
});

describe('drawDiagnosis', () => {
  test('offers every answer, two ways out, a way back and a person while it asks', () => {
    const page = draw(said('transfer'));
    for (const choice of [
      'answer:status:success',
      'answer:status:pending',
      'answer:status:failed',
      'unknown:status',
      'none:status',
      'back',
      'person',
      'say',
    ]) {
      expect(page).toContain(`name="do" value="${choice}"`);
    }
    expect(page).toContain('href="/banking/pending/"');
  });

  test.each([
    ['greeting', { turns: [] }],
    ['question', said(HOSTILE)],
    ['handoff', { turns: [...said(HOSTILE).turns, { kind: 'person' }] }],
    [
      'several',
      {
        turns: [
          {
            kind: 'said',
            text: HOSTILE,
            found: {
              hits: [],
              outOfScope: false,
              parts: [
                { text: HOSTILE, hits: [] },
                { text: HOSTILE, hits: [] },
              ],
            },
          },
        ],
      },
    ],
  ] as const)('writes nothing of the reader as HTML in %s', (state, conversation: Conversation) => {
    const page = draw(conversation, { carried: HOSTILE, draft: HOSTILE });
    expect(page).toContain(`now--${state}`);
    expect(page).not.toContain('<script');
    expect(page).not.toContain('undefined');
  });

  test('begins with the one sector of the place that it stands in', () => {
    const page = draw({ sector: 'education', turns: [] });
    expect(page.match(/value="sector:[^"]+"/g)).toEqual(['value="sector:education"']);
    expect(draw({ turns: [] }).match(/value="sector:[^"]+"/g)).toHaveLength(5);
  });

  test('gives a step with its text when it is at hand, else the way to the guide', () => {
    const conversation: Conversation = {
      turns: [...said('transfer').turns, { kind: 'confirmed', problem: 'banking/pending' }],
    };
    const steps = new Map([
      ['banking/pending', [{ key: 'refresh', action: 'Muat ulang.', detail: 'Satu\nDua' }]],
    ]);
    expect(draw(conversation, { steps })).toMatch(/Muat ulang\.<\/h2>[\s\S]*<p>Satu<\/p>\s*<p>Dua<\/p>/);
    expect(draw(conversation)).toContain(FAKE_WORDS.stepMissing);
    expect(draw(conversation)).toContain('href="/banking/pending/#refresh"');
  });

  test('says so when the directory could not be fetched', () => {
    const page = drawDiagnosis({
      lang: 'en',
      words: FAKE_WORDS,
      model: BANK_MODEL,
      conversation: { turns: [{ kind: 'person' }] },
      move: nextMove(
        { model: BANK_MODEL, safety: CALM, policy: FAKE_POLICY },
        { turns: [{ kind: 'person' }] },
      ),
      register: 'formal',
      keeps: 'device',
      steps: new Map(),
    });
    expect(page).toContain(FAKE_WORDS.directoryFailed);
  });
});
