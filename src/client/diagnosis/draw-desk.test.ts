import { describe, expect, test } from 'vitest';
import type { Conversation, Move } from '../../core/assistant/browser.ts';
import { BANK_MODEL } from '../../core/diagnosis/fake-problems.ts';
import { drawDiagnosis } from './draw-diagnosis.ts';
import { FAKE_DESK } from './fake-desk.ts';
import { FAKE_WORDS } from './fake-words.ts';
import type { DiagnosisView } from './view.ts';

const HOSTILE = `"><script>alert(1)</script>'`;
const HANDOFF: Move = {
  state: 'handoff',
  status: 'wants-desk',
  reason: 'wish',
  isOffered: false,
  channels: ['desk', 'phone'],
  problem: 'banking/pending',
  nearest: [],
};
const TOLD: Conversation = {
  turns: [
    { kind: 'said', text: HOSTILE, found: { hits: [], outOfScope: false, parts: [] } },
    { kind: 'person' },
  ],
};

const WITHOUT: DiagnosisView = {
  lang: 'id',
  words: FAKE_WORDS,
  model: BANK_MODEL,
  conversation: TOLD,
  move: HANDOFF,
  register: 'formal',
  keeps: 'device',
  steps: new Map(),
  services: [],
};
const draw = (more: Partial<DiagnosisView> = {}) => drawDiagnosis({ ...WITHOUT, desk: FAKE_DESK, ...more });

describe('the way to an agent', () => {
  test('is a form of its own, which takes the text of the packet and nothing of the conversation', () => {
    const page = draw();
    expect(page).toContain('<form id="desk-form" method="post" action="/kontak/">');
    const names = [...page.matchAll(/form="desk-form"\s+name="(\w+)"/g)].map(([, name]) => name);
    expect(names).toEqual(['text', 'subject', 'problem', 'service', 'email', 'do']);
    expect(page).toMatch(/id="packet"[^>]*form="desk-form" name="text"/);
    expect(page).toMatch(/form="desk-form" name="do" value="compose"/);
    expect(page).toContain('name="problem" value="banking/pending"');
  });

  test('comes first, and has nobody who could be missed before it was tried', () => {
    const page = draw();
    expect(page.indexOf('reader-desk')).toBeLessThan(page.indexOf(FAKE_WORDS.ways.phone));
    expect(page).not.toContain('failed:desk');
    expect(page).toContain('failed:phone');
  });

  test('asks for no mailbox where answers do not go by mail', () => {
    const page = draw({ desk: { ...FAKE_DESK, answersByMail: false } });
    expect(page).not.toContain('type="email"');
    expect(page).toContain(FAKE_DESK.words.noMail);
  });

  test('writes nothing of the reader as HTML', () => {
    const page = draw({ edited: { packet: HOSTILE } });
    expect(page).not.toContain('<script');
  });

  test('tells the script which parts of a kept conversation a whole packet has', () => {
    const orderOf = (page: string) =>
      JSON.parse((/data-order="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"')) as object;
    expect(orderOf(draw({ keeps: 'server' }))).toMatchObject({ parts: ['said'] });
    expect(orderOf(draw())).not.toHaveProperty('parts');
  });

  test('is not there without a desk', () => {
    const page = drawDiagnosis(WITHOUT);
    expect(page).not.toContain('desk');
    expect(page).toMatch(/id="packet"(?![^>]*name=)/);
  });
});

describe('once an agent has it', () => {
  const move: Move = { state: 'with-person', status: 'with-person' };
  const sent = {
    url: 'https://pandu.example.org/tiket/t0ken/',
    reference: '4829-1735',
    answerBy: '2026-11-27T07:00:00Z',
  };

  test('says the number, by when an answer is due, and where', () => {
    const page = draw({ move, sent });
    expect(page).toContain('4829-1735');
    expect(page).toContain('due Jumat, 27 November 2026 pukul 14.00 WIB');
    expect(page).toContain('href="https://pandu.example.org/tiket/t0ken/"');
    expect(page).toContain('<div class="diagnosis__bar"></div>');
  });

  test('knows no time that nobody has told', () => {
    expect(draw({ move, sent: { url: sent.url, reference: '1' } })).toContain(FAKE_DESK.words.awaited);
    expect(draw({ move, sent: { ...sent, reference: HOSTILE } })).not.toContain('<script');
  });
});
