import { describe, expect, test } from 'vitest';
import type { DeskGuide } from './desk.ts';
import { keepFormat, keepRecent, readFormat, readRecent, type DeviceStore } from './remembered.ts';

function store(kept: Record<string, string> = {}): DeviceStore {
  const values = new Map(Object.entries(kept));
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) };
}
const refusing: DeviceStore = {
  getItem: () => {
    throw new DOMException('denied', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};

function guide(id: string): DeskGuide {
  return { id, lang: 'id', title: id, url: `/${id}/`, sector: 'banking' };
}

describe('what is remembered on the device', () => {
  test('is WhatsApp at first, then the last format', () => {
    const device = store();
    expect(readFormat(device)).toBe('whatsapp');
    keepFormat(device, 'html');
    expect(readFormat(device)).toBe('html');
    expect(readFormat(store({ 'pandu.agent.format': 'word' }))).toBe('whatsapp');
  });

  test('lists copies newest first, each once, ten at most', () => {
    const device = store();
    for (let index = 0; index < 12; index++) keepRecent(device, guide(`g${index}`));
    keepRecent(device, guide('g5'));
    expect(readRecent(device).map(({ id }) => id)).toEqual([
      'g5',
      'g11',
      'g10',
      'g9',
      'g8',
      'g7',
      'g6',
      'g4',
      'g3',
      'g2',
    ]);
  });

  test('tells a guide, its steps and its languages apart', () => {
    const device = store();
    keepRecent(device, guide('a'));
    keepRecent(device, { ...guide('a'), step: { key: 'one', action: 'Satu.' } });
    keepRecent(device, { ...guide('a'), lang: 'en' });
    expect(readRecent(device)).toHaveLength(3);
  });

  test.each([
    ['no JSON', '[{'],
    ['no list', '{"a":1}'],
    ['no guides', '[null,3,"x",{"id":"a"}]'],
    ['an address of another site', JSON.stringify([{ ...guide('a'), url: '//example.com/' }])],
    ['an unknown sector', JSON.stringify([{ ...guide('a'), sector: 'moon' }])],
  ])('is empty when what was kept is %s', (_, text) => {
    expect(readRecent(store({ 'pandu.agent.recent': text }))).toEqual([]);
  });

  test('is nothing where storage is refused', () => {
    keepRecent(refusing, guide('a'));
    keepFormat(refusing, 'html');
    expect(readRecent(refusing)).toEqual([]);
    expect(readFormat(refusing)).toBe('whatsapp');
  });
});
