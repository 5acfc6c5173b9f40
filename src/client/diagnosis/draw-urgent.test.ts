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
  const page = drawDiagnosis({
    ...VIEW,
    move: { state: 'urgent', status: 'urgent', isAboutLife: false, isAboutMoney: true },
  });
  expect(page).toContain('class="urgent-steps"');
  expect(page).toContain('class="evidence"');
  expect(page).toContain('Yang terjadi: “uang saya keluar sendiri”');
});

test('danger to a life speaks of nothing else, and a person is the first button', () => {
  const page = drawDiagnosis({
    ...VIEW,
    move: { state: 'urgent', status: 'urgent-self-harm', isAboutLife: true, isAboutMoney: false },
  });
  expect(page).toContain('Jangan sendirian sekarang');
  expect(page).not.toMatch(/urgent-steps|class="evidence"|urgentAction/);
  expect(/<button class="button" name="do" value="(\w+)"/.exec(page)?.[1]).toBe('person');
});

test('where a life may be in danger beside money, the life comes first and the steps for money follow', () => {
  const page = drawDiagnosis({
    ...VIEW,
    move: { state: 'urgent', status: 'urgent-violence', isAboutLife: true, isAboutMoney: true },
  });
  const order = ['Keselamatan dulu', FAKE_WORDS.urgentMoneyToo, 'class="urgent-steps"'].map((one) =>
    page.indexOf(one),
  );
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(page.match(/id="now"/g)).toHaveLength(1);
});
