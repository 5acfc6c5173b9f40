import type { DeskTicket } from '../../core/ticket/browser.ts';

/** What came of a call to the agents' API. */
export type Answer<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  /** Somebody else was faster; this is the ticket now. */
  | { readonly kind: 'changed'; readonly ticket: DeskTicket }
  /** The session is over. */
  | { readonly kind: 'signed-out' }
  /** `detail` is the server's sentence for people, where it gave one. */
  | { readonly kind: 'refused'; readonly status: number; readonly detail?: string }
  /** No answer, or none in time: nobody knows whether it was done. */
  | { readonly kind: 'unreachable' };

/** Reads the response to a call. A good body is as the API says: both come from the same release. */
export async function readResponse<Value>(response: Response): Promise<Answer<Value>> {
  if (response.status === 401) return { kind: 'signed-out' };
  const isRedirected = response.type === 'opaqueredirect';
  if (response.status >= 502 || isRedirected) return { kind: 'unreachable' };
  let body: unknown;
  try {
    body = response.status === 204 ? undefined : await response.json();
  } catch {
    // Cut off, or a page of something in between.
    return response.ok ? { kind: 'unreachable' } : { kind: 'refused', status: response.status };
  }
  if (response.ok) return { kind: 'done', value: body as Value };
  if (response.status === 409 && isRecord(body) && isTicket(body['ticket'])) {
    return { kind: 'changed', ticket: body['ticket'] };
  }
  const detail = isRecord(body) && typeof body['detail'] === 'string' ? body['detail'] : undefined;
  return { kind: 'refused', status: response.status, ...(detail !== undefined && { detail }) };
}

function isTicket(value: unknown): value is DeskTicket {
  return isRecord(value) && typeof value['id'] === 'string' && typeof value['version'] === 'number';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
