import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge, Payload } from 'altcha-lib/types';
import { z } from 'zod';
import type { Database } from '../database/index.ts';
import { sealWith } from './keep-key.ts';

/** Work that a browser does before it sends something: cheap once, dear a thousand times. */
export interface Proofs {
  challenge(): Promise<Challenge>;
  /** Whether this is the proof of a challenge from here that still counts and was never used; it is used then. */
  spend(payload: string): Promise<boolean>;
}

/**
 * PBKDF2 of COST rounds for each number that is tried, up to a number between both: on average 600,000 rounds. A
 * browser does them natively; see decision 17 for how long that takes.
 */
const COST = 2000;
const LEAST_TRIES = 200;
const MOST_TRIES = 400;
/** Long enough to write a letter meanwhile. */
const LASTS_MS = 20 * 60_000;
const LONGEST = 4000;

const payloadSchema = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string().max(200),
      salt: z.string().max(200),
      cost: z.literal(COST),
      keyLength: z.literal(32),
      keyPrefix: z.string().max(64),
      keySignature: z.string().max(200),
      expiresAt: z.int(),
    }),
    signature: z.string().max(200),
  }),
  solution: z.object({ counter: z.int().min(0).max(0xffffffff), derivedKey: z.string().max(64) }),
});

/** Gives challenges and takes their proofs. */
export function openProofs(
  database: Database,
  { key, now }: { readonly key: string; readonly now: () => Date },
): Proofs {
  const secrets = {
    hmacSignatureSecret: sealWith(key, 'challenge'),
    hmacKeySignatureSecret: sealWith(key, 'solution'),
  };
  return {
    challenge: () =>
      createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: COST,
        counter: randomInt(MOST_TRIES, LEAST_TRIES),
        deriveKey,
        expiresAt: new Date(now().getTime() + LASTS_MS),
        ...secrets,
      }),
    async spend(text) {
      const payload = readPayload(text);
      if (!payload) return false;
      const { expiresAt = 0, nonce } = payload.challenge.parameters;
      // The library looks at the clock of the machine.
      if (expiresAt * 1000 <= now().getTime()) return false;
      const { verified } = await verifySolution({ ...payload, deriveKey, ...secrets });
      if (!verified) return false;
      const rows = await database.query(
        'INSERT INTO intake_proof (nonce, expires_at) VALUES ($1, $2) ON CONFLICT (nonce) DO NOTHING RETURNING nonce',
        [nonce, new Date(expiresAt * 1000)],
      );
      return rows.length > 0;
    },
  };
}

function readPayload(text: string): Payload | undefined {
  if (text.length > LONGEST) return undefined;
  try {
    const parsed = payloadSchema.safeParse(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
    return parsed.data;
  } catch {
    // Not JSON, so no proof.
    return undefined;
  }
}
