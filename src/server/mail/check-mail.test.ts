import { expect, test } from 'vitest';
import { readMessageId, writeSubject } from './check-mail.ts';

test.each([
  ['Halo\r\nBcc: x@example.com', 'Halo Bcc: x@example.com'],
  ['Halo\u2028dunia\u0000', 'Halo dunia'],
  ['  a \t b  ', 'a b'],
  ['x'.repeat(300), `${'x'.repeat(199)}…`],
  [`${'x'.repeat(198)}🙂🙂`, `${'x'.repeat(198)}…`],
  ['🙂', '🙂'],
  ['', ''],
])('writes %j into one line', (words, expected) => {
  expect(writeSubject(words)).toBe(expected);
});

test.each([
  ['<a@b.example>', '<a@b.example>'],
  ['<a@b>\r\nBcc: x@example.com', undefined],
  ['<a b@c>', undefined],
  ['<<a@b>>', undefined],
  ['a@b', undefined],
  [undefined, undefined],
])('quotes the Message-ID %j as %j', (id, expected) => {
  expect(readMessageId(id)).toBe(expected);
});
