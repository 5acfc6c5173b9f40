/** Why the server did not take something. `fields` are the names of what is wrong, as far as it says so. */
export type NotTaken =
  | { readonly kind: 'refused'; readonly fields: readonly string[] }
  /** Too much in a short time. */
  | { readonly kind: 'too-many' }
  /** Out of reach, or out of order. */
  | { readonly kind: 'away' };

export type Posted = { readonly kind: 'taken'; readonly body: unknown } | NotTaken;

/** Posts JSON. Sent again with the same key, it counts once. */
export async function postJson(address: string, body: object, key: string): Promise<Posted> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
    });
    const answer: unknown = await response.json();
    return response.ok ? { kind: 'taken', body: answer } : notTaken(response.status, answer);
  } catch {
    // No connection, or an answer that is none.
    return { kind: 'away' };
  }
}

/** What a status and a problem (RFC 9457) mean for whoever sent something. */
export function notTaken(status: number, problem: unknown): NotTaken {
  if (status === TOO_MANY) return { kind: 'too-many' };
  if (status >= FAULT) return { kind: 'away' };
  return { kind: 'refused', fields: fieldsOf(problem) };
}

const TOO_MANY = 429;
const FAULT = 500;

function fieldsOf(problem: unknown): string[] {
  if (typeof problem !== 'object' || problem === null || !('errors' in problem)) return [];
  const { errors } = problem;
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: unknown) =>
    typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string'
      ? [error.name]
      : [],
  );
}
