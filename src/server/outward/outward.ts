/** A request to a server elsewhere. */
export interface OutwardRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** False where the status says all: the answer, with '', then stands before its body has come. Default true. */
  readonly readsBody?: boolean;
}

export interface OutwardAnswer {
  /** 100–599; redirects are not followed. */
  readonly status: number;
  readonly body: string;
}

/**
 * Asks a server elsewhere, once.
 * @throws {OutwardError} when it may not be asked, or does not answer.
 */
export type AskOutward = (request: OutwardRequest) => Promise<OutwardAnswer>;

/** A server elsewhere could not be asked. The message names neither its address nor what was sent. */
export class OutwardError extends Error {
  override readonly name = 'OutwardError';
}
