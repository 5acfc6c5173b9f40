import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findSecrets } from './find-secret.ts';
import { holdsSecret, mayEndInSecret, maySecretBeIn } from './holds-secret.ts';

const SECRETS = [
  'otp nya 4 8 2 9 1 3',
  'kode otp empat delapan dua sembilan satu tiga',
  'pin saya 482913',
  'cvv 123 kartu saya',
  'kartu 4111 1111 1111 1111',
  'password saya: rahasiabanget',
  'sandinya "kucing-lucu"',
  'pw gw Anjing!kecil',
  'kode otp ４８２９１３',
];

const LABELLED = readFileSync('content/evaluation/pii.dev.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { text: string });

describe('holdsSecret', () => {
  test('looks closer at every labelled message that holds a secret', () => {
    const secret = LABELLED.filter(({ text }) => findSecrets(text).length > 0);
    expect(secret.length).toBeGreaterThan(20);
    expect(secret.filter(({ text }) => !maySecretBeIn(text))).toEqual([]);
  });

  test.each(SECRETS)('finds it in %j', async (text) => {
    expect(maySecretBeIn(text)).toBe(true);
    expect(await holdsSecret(text)).toBe(true);
  });

  test.each(['otp tidak masuk', 'transfer belum sampai', 'lupa pin'])('looks no closer at %j', (text) => {
    expect(maySecretBeIn(text)).toBe(false);
  });

  test.each(['transfer 2 juta belum masuk', 'lupa password shopee', 'error 403 waktu login'])(
    'lets %j pass',
    async (text) => {
      expect(await holdsSecret(text)).toBe(false);
    },
  );
});

describe('mayEndInSecret', () => {
  test.each(['otp saya 4', 'pin 48', 'password saya: r', 'kartu 4111 1', 'sandinya "ku'])(
    'waits after %j',
    (text) => {
      expect(mayEndInSecret(text)).toBe(true);
    },
  );

  test.each(['otp saya tidak masuk', 'transfer 2', 'error 403', 'lupa password', 'otp ga masuk2'])(
    'does not wait after %j',
    (text) => {
      expect(mayEndInSecret(text)).toBe(false);
    },
  );
});
