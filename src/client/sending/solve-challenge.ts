import { solveChallenge } from 'altcha-lib';
import { deriveKey as deriveByPbkdf2 } from 'altcha-lib/algorithms/web/pbkdf2';
import { deriveKey as deriveBySha } from 'altcha-lib/algorithms/web/sha';
import type { Challenge, Solution } from 'altcha-lib/types';

/**
 * Does the work that the server asks for before it takes something; null when it takes too long.
 * @throws {Error} when the challenge is of a kind that is not known here, or the browser refuses to reckon: an
 * address without https has no `crypto.subtle`.
 */
export function solve(challenge: Challenge): Promise<Solution | null> {
  const isPbkdf2 = challenge.parameters.algorithm.startsWith('PBKDF2/');
  return solveChallenge({
    challenge,
    deriveKey: isPbkdf2 ? deriveByPbkdf2 : deriveBySha,
    timeout: PATIENCE_MS,
  });
}

const PATIENCE_MS = 60_000;
