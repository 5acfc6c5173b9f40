import { createChallenge, verifySolution, type Challenge, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/sha';
import { deriveKey as deriveByPbkdf2 } from 'altcha-lib/algorithms/web/pbkdf2';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ProofOfWork } from './proof-of-work.ts';
import { solve } from './solve-challenge.ts';

const SECRET = 'a secret of the server';
const MINUTE_MS = 60_000;

function challengeUntil(expiresAt: Date): Promise<Challenge> {
  return createChallenge({
    algorithm: 'SHA-256',
    cost: 1,
    counter: 7,
    deriveKey,
    hmacSignatureSecret: SECRET,
    expiresAt,
  });
}

/** A server that gives these challenges, one after the other. */
function give(...challenges: unknown[]): () => number {
  let asked = 0;
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(challenges[asked++] ?? null)));
  return () => asked;
}

function read(payload: string | undefined): Payload {
  // The proof is JSON in base64.
  return JSON.parse(atob(payload ?? '')) as Payload;
}

afterEach(() => vi.unstubAllGlobals());

describe('ProofOfWork', () => {
  test('gives what the server checks and takes', async () => {
    give(await challengeUntil(new Date(Date.now() + MINUTE_MS)));
    const { challenge, solution } = read(await new ProofOfWork('/proof', solve).take());
    const checked = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: SECRET });
    expect(checked.verified).toBe(true);
  });

  test('begins before it is needed, and gives each proof once', async () => {
    const challenge = await challengeUntil(new Date(Date.now() + MINUTE_MS));
    const asked = give(challenge, challenge);
    const proof = new ProofOfWork('/proof', solve);
    proof.begin();
    proof.begin();
    expect(asked()).toBe(1);
    await proof.take();
    expect(asked()).toBe(1);
    await proof.take();
    expect(asked()).toBe(2);
  });

  test('works anew when the time of a proof is over', async () => {
    const [old, fresh] = await Promise.all([
      challengeUntil(new Date(Date.now() - MINUTE_MS)),
      challengeUntil(new Date(Date.now() + MINUTE_MS)),
    ]);
    give(old, fresh);
    const { challenge } = read(await new ProofOfWork('/proof', solve).take());
    expect(challenge.parameters.nonce).toBe(fresh.parameters.nonce);
  });

  test.each([
    ['answers with nothing of use', () => Promise.resolve(Response.json({ parameters: 3 }))],
    ['refuses', () => Promise.resolve(new Response('', { status: 503 }))],
    ['is out of reach', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('gives none when the server %s', async (_, answer) => {
    vi.stubGlobal('fetch', answer);
    expect(await new ProofOfWork('/proof', solve).take()).toBeUndefined();
  });

  test('gives none when the browser cannot do the work', async () => {
    give(await challengeUntil(new Date(Date.now() + MINUTE_MS)));
    expect(await new ProofOfWork('/proof', () => Promise.resolve(null)).take()).toBeUndefined();
  });
});

test('solves both kinds of challenges', async () => {
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 10,
    counter: 3,
    deriveKey: deriveByPbkdf2,
  });
  expect(await solve(challenge)).toMatchObject({ counter: 3 });
});
