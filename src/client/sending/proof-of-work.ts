import type { Challenge, Solution } from 'altcha-lib/types';

/** Does the work for a challenge; null when it cannot be done. */
export type Work = (challenge: Challenge) => Promise<Solution | null>;

interface Proof {
  readonly payload: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/**
 * The work that a browser does so that nobody sends thousands of requests for nothing. It may begin before it is
 * needed; each proof counts once.
 */
export class ProofOfWork {
  readonly #address: string;
  readonly #work: Work;
  #begun: Promise<Proof | undefined> | undefined;

  /** `address` is where the server gives challenges. */
  constructor(address: string, work: Work = workBeside) {
    this.#address = address;
    this.#work = work;
  }

  /** Begins the work, unless it has begun. */
  begin(): void {
    this.#begun ??= prove(this.#address, this.#work);
  }

  /** The proof, as the server takes it; undefined when there is none: the server takes less without one. */
  async take(): Promise<string | undefined> {
    this.begin();
    const proof = await this.#begun;
    this.#begun = undefined;
    if (!proof || proof.until > Date.now() + MARGIN_MS) return proof?.payload;
    return (await prove(this.#address, this.#work))?.payload;
  }
}

/** What is on its way when its time is over comes too late. */
const MARGIN_MS = 10_000;
const SECOND_MS = 1000;

async function prove(address: string, work: Work): Promise<Proof | undefined> {
  try {
    const response = await fetch(address, { cache: 'no-store', credentials: 'omit' });
    const challenge: unknown = response.ok ? await response.json() : undefined;
    if (!isChallenge(challenge)) return undefined;
    const solution = await work(challenge);
    if (!solution) return undefined;
    const { expiresAt } = challenge.parameters;
    return {
      payload: btoa(JSON.stringify({ challenge, solution })),
      until: expiresAt === undefined ? Infinity : expiresAt * SECOND_MS,
    };
  } catch {
    // Out of reach, or a browser that cannot reckon: what is sent says so by having no proof.
    return undefined;
  }
}

/** Beside the page where a browser allows it; a page of another site may not have the site's worker. */
async function workBeside(challenge: Challenge): Promise<Solution | null> {
  try {
    return await workInWorker(challenge);
  } catch {
    const { solve } = await import('./solve-challenge.ts');
    return solve(challenge);
  }
}

function workInWorker(challenge: Challenge): Promise<Solution | null> {
  const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' });
  const done = new Promise<Solution | null>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Solution | null>) => {
      resolve(data);
    };
    worker.onerror = () => {
      reject(new Error('The worker that proves work could not be loaded.'));
    };
  });
  worker.postMessage(challenge);
  return done.finally(() => {
    worker.terminate();
  });
}

function isChallenge(value: unknown): value is Challenge {
  if (typeof value !== 'object' || value === null || !('parameters' in value)) return false;
  const { parameters } = value;
  return (
    typeof parameters === 'object' &&
    parameters !== null &&
    'algorithm' in parameters &&
    typeof parameters.algorithm === 'string'
  );
}
