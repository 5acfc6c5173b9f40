import { expect, test } from 'vitest';
import type { Channel } from './article.ts';
import { channelHref } from './channel-href.ts';

test.each([
  ['phone', '(0999) 555 0100', 'tel:09995550100'],
  ['phone', '+62 999 555 0100', 'tel:+629995550100'],
  ['phone', 'SMS 0999', undefined],
  ['whatsapp', '0999-555-0100', 'https://wa.me/629995550100'],
  ['whatsapp', '+62-999-5550100', 'https://wa.me/629995550100'],
  ['email', 'halo@example.org', 'mailto:halo@example.org'],
  ['form', 'https://example.org/lapor', 'https://example.org/lapor'],
  ['form', 'Aplikasi Contoh: Bantuan', undefined],
  ['counter', 'Kantor cabang', undefined],
  ['chat', '0999 555 0100', undefined],
] as const)('opens the %s channel "%s" at %s', (kind, text, expected) => {
  const channel: Channel = {
    kind,
    value: { id: text, en: text },
    source: 'https://example.org/',
    strength: 'O',
    checked: '2026-11-24',
  };
  expect(channelHref(channel, 'id')).toBe(expected);
});
