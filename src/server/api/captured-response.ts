import { ServerResponse, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';

/**
 * Collects what a Node handler writes and gives it as a Response, so that handlers written for Node pass the
 * same headers, compression and error pages as all others.
 */
export class CapturedResponse extends ServerResponse {
  /** Settles when the handler ends its answer, or destroys it. */
  readonly captured: Promise<Response>;
  readonly #chunks: Uint8Array[] = [];
  #settle: (response: Response) => void = () => undefined;
  #fail: (error: Error) => void = () => undefined;

  constructor(request: IncomingMessage) {
    super(request);
    this.captured = new Promise((resolve, reject) => {
      this.#settle = resolve;
      this.#fail = reject;
    });
    // Whoever does not wait for the answer need not hear that there is none.
    this.captured.catch(() => undefined);
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find(
      (part): part is OutgoingHttpHeaders => typeof part === 'object' && part !== null,
    );
    for (const [name, value] of Object.entries(headers ?? {})) {
      if (value !== undefined) this.setHeader(name, value);
    }
    return this;
  }

  override write(chunk: unknown): boolean {
    this.#chunks.push(bytesOf(chunk));
    return true;
  }

  override end(chunk?: unknown): this {
    if (chunk !== undefined && typeof chunk !== 'function') this.#chunks.push(bytesOf(chunk));
    const headers = new Headers();
    for (const [name, value] of Object.entries(this.getHeaders())) {
      for (const one of Array.isArray(value) ? value : [value]) headers.append(name, String(one));
    }
    const hasBody = this.statusCode !== 204 && this.statusCode !== 304 && this.statusCode >= 200;
    this.#settle(
      new Response(hasBody ? Buffer.concat(this.#chunks) : null, { status: this.statusCode, headers }),
    );
    this.emit('finish');
    this.emit('close');
    return this;
  }

  override destroy(error?: Error): this {
    this.#fail(error ?? new Error('The page broke off while it was made.'));
    return super.destroy(error);
  }
}

function bytesOf(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  return Buffer.from(String(chunk));
}
