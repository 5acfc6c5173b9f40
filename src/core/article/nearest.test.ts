import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const IDS = ['banking/otp-not-received', 'banking/transfer-pending', 'e-commerce/otp-not-received'];

test.each([
  ['banking/transfer-pendin', 'banking/transfer-pending'],
  ['bankng/otp-not-recieved', 'banking/otp-not-received'],
  ['ecommerce/otp-not-received', 'e-commerce/otp-not-received'],
  ['', 'banking/otp-not-received'],
  ['zzz', 'banking/otp-not-received'],
])('takes "%s" for %s', (name, expected) => {
  expect(nearest(name, IDS)).toBe(expected);
});

test('gives nothing when there is nothing to choose from', () => {
  expect(nearest('x', [])).toBe('');
});
