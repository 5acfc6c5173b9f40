import OpenAI from 'openai';
import type { Embedder, TextKind } from '../../core/search/index.ts';
import { describeCause } from './describe-cause.ts';
import { EmbedderError } from './embedder-error.ts';

export interface OpenAiOptions {
  /** '' for servers that need none. */
  readonly apiKey: string;
  /** Ends in `/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Milliseconds that one try for passages may take. Default 60,000. */
  readonly timeoutMs?: number;
  /** How often passages are tried again. Default 4. */
  readonly retries?: number;
}

/** Texts in one request; every known server takes as many. */
const BATCH = 64;
/** Waits between tries grow from half a second; 429, 5xx and broken connections are tried again. */
const RETRIES = 4;
const TIMEOUT_MS = 60_000;
/** A reader waits for a query: words alone answer sooner than a second try. */
const QUERY_TIMEOUT_MS = 5_000;

/**
 * Opens the embeddings of an OpenAI-compatible server; asks once to learn the number of dimensions.
 * @throws {EmbedderError} when the server cannot be reached or answers with other vectors than asked for.
 */
export async function openOpenAiEmbedder(options: OpenAiOptions): Promise<Embedder> {
  const { apiKey, baseUrl, model, timeoutMs = TIMEOUT_MS, retries = RETRIES } = options;
  const client = new OpenAI({ apiKey: apiKey || 'none', baseURL: baseUrl });
  const ask = async (texts: readonly string[], kind: TextKind): Promise<number[][]> => {
    // Servers refuse the empty text.
    const input = texts.map((text) => (text.trim() === '' ? '.' : text));
    const effort =
      kind === 'query'
        ? { timeout: Math.min(timeoutMs, QUERY_TIMEOUT_MS), maxRetries: Math.min(retries, 1) }
        : { timeout: timeoutMs, maxRetries: retries };
    try {
      const { data } = await client.embeddings.create({ model, input, encoding_format: 'float' }, effort);
      return [...data].sort((a, b) => a.index - b.index).map(({ embedding }) => embedding);
    } catch (cause) {
      throw new EmbedderError(
        `The embedding server at ${baseUrl} failed for the model "${model}" (${describeFault(cause, effort.timeout)}). ` +
          'Check OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_EMBEDDING_MODEL and try again: what is embedded ' +
          'already is kept. PANDU_EMBEDDER_FALLBACK=static goes on with the model of the repository.',
        { cause },
      );
    }
  };
  const dimensions = (await ask(['.'], 'passage'))[0]?.length ?? 0;
  if (dimensions === 0) throw new EmbedderError(`The embedding server at ${baseUrl} gave an empty vector.`);

  return {
    id: `openai:${model}`,
    dimensions,
    async embed(texts, kind) {
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += BATCH) {
        const batch = texts.slice(start, start + BATCH);
        const answer = await ask(batch, kind);
        if (answer.length !== batch.length || !answer.every((vector) => isVector(vector, dimensions))) {
          throw new EmbedderError(
            `The embedding server at ${baseUrl} was asked for ${batch.length} vectors of ${dimensions} numbers and gave others.`,
          );
        }
        vectors.push(...answer.map(normalise));
      }
      return vectors;
    },
  };
}

function describeFault(cause: unknown, timeoutMs: number): string {
  if (cause instanceof OpenAI.APIConnectionTimeoutError) return `no answer within ${timeoutMs / 1000} s`;
  if (cause instanceof OpenAI.APIConnectionError) return `no connection: ${describeCause(cause)}`;
  if (!(cause instanceof OpenAI.APIError)) return 'no usable answer';
  return cause.status === 429 ? 'status 429: too many requests' : `status ${String(cause.status)}`;
}

function isVector(vector: readonly unknown[], dimensions: number): boolean {
  return vector.length === dimensions && vector.every(Number.isFinite);
}

function normalise(vector: readonly number[]): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return Float32Array.from(vector, (value) => value / length);
}
