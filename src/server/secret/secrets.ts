import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
const SECRET_BYTES = 32;
/** Hashes of requests need only differ from one another. */
const REQUEST_HASH_CHARACTERS = 22;

/** What {@link createId} and {@link createSecret} give, so that nothing else reaches the database. */
export const ID_FORM = /^[\w-]{22}$/;
export const SECRET_FORM = /^[\w-]{43}$/;

/** A request that may come again: the key of its sender, and what it asks, as hashes. */
export interface KeyedRequest {
  readonly key: string;
  readonly body: string;
}

/** An unguessable id; 128 bits. */
export function createId(): string {
  return randomBytes(ID_BYTES).toString('base64url');
}

/**
 * The secret of what has that id; 256 bits. With the key of the request that creates it, it is made from key and id,
 * so that the same request sent again is given the same secret, which is kept nowhere. Such a key is itself a
 * secret of its sender.
 */
export function createSecret(id: string, openingKey?: string): string {
  if (openingKey === undefined) return randomBytes(SECRET_BYTES).toString('base64url');
  return createHmac('sha256', openingKey).update(`secret of ${id}`).digest('base64url');
}

/** What is kept of a secret. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether a secret is the one of a hash; the time that it takes tells nothing. */
export function isSecretOf(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(secret)), Buffer.from(hash));
}

/** A request as it is remembered: neither its key nor its words. */
export function hashRequest(key: string, body: unknown): KeyedRequest {
  return { key: shortHash(key), body: shortHash(JSON.stringify(body)) };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, REQUEST_HASH_CHARACTERS);
}
