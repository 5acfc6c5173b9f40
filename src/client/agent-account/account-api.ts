/** What came of asking the server; nothing here throws. */
export type Answer =
  | { readonly kind: 'done'; readonly body: Readonly<Record<string, unknown>> }
  | {
      readonly kind: 'refused';
      readonly status: number;
      /** '' when the server gives none. */
      readonly code: string;
      /** To wait, when it says so. */
      readonly seconds: number;
    }
  /** No connection, or no answer that can be read. */
  | { readonly kind: 'away' };

/** Asks an address below `/agent/api`: with a body it is posted. */
export type AskAccount = (path: string, body?: object) => Promise<Answer>;

const PATIENCE_MS = 20_000;

/** Asks the server that the page came from. */
export const askAccount: AskAccount = async (path, body) => {
  try {
    const response = await fetch(`/agent/api${path}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body && {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    const answer: unknown = await response.json();
    const entries = isRecord(answer) ? answer : {};
    if (response.ok) return { kind: 'done', body: entries };
    return {
      kind: 'refused',
      status: response.status,
      code: typeof entries['code'] === 'string' ? entries['code'] : '',
      seconds: Number(response.headers.get('Retry-After') ?? 0),
    };
  } catch {
    // No connection, too late, or no JSON.
    return { kind: 'away' };
  }
};

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
