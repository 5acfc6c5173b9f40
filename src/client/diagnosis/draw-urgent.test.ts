import { expect, test } from 'vitest';
import { BANK_MODEL } from '../../core/diagnosis/fake-problems.ts';
import { drawDiagnosis } from './draw-diagnosis.ts';
import { FAKE_WORDS } from './fake-words.ts';
import type { DiagnosisView } from './view.ts';

const VIEW: Omit<DiagnosisView, 'move'> = {
  lang: 'id',
  words: FAKE_WORDS,
  model: BANK_MODEL,
  conversation: { turns: [{ kind: 'said', text: 'uang saya\nkeluar sendiri' }] },
  register: 'formal',
  keeps: 'device',
  steps: new Map(),
  services: [],
};

test('danger to money or an account gives the steps, the proof to keep and a chronology', () => {
  const page = drawDiagnosis({ ...VIEW, move: { state: 'urgent', status: 'urgent', isAboutLife: false } });
  expect(page).toContain('class="urgent-steps"');
  expect(page).toContain('class="evidence"');
  expect(page).toContain('Yang terjadi: “uang saya keluar sendiri”');
});

test('danger to a life speaks of nothing else, and a person is the first button', () => {
  const page = drawDiagnosis({
    ...VIEW,
    move: { state: 'urgent', status: 'urgent-self-harm', isAboutLife: true },
  });
  expect(page).toContain('Jangan sendirian sekarang');
  expect(page).not.toMatch(/urgent-steps|class="evidence"|urgentAction/);
  expect(/<button class="button" name="do" value="(\w+)"/.exec(page)?.[1]).toBe('person');
});
