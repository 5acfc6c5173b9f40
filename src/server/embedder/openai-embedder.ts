import OpenAI from 'openai';
import type { Embedder } from '../../core/search/index.ts';
import { EmbedderError } from './embedder-error.ts';

export interface OpenAiOptions {
  /** '' for servers that need none. */
  readonly apiKey: string;
  /** Ends in `/v1`. */
  readonly baseUrl: string;
  readonly model: string;
}

/** Texts in one request; every known server takes as many. */
const BATCH = 64;
/** Waits between tries grow from half a second; 429, 5xx and broken connections are tried again. */
const RETRIES = 4;
const TIMEOUT_MS = 60_000;

/**
 * Opens the embeddings of an OpenAI-compatible server; asks once to learn the number of dimensions.
 * @throws {EmbedderError} when the server cannot be reached or answers with other vectors than asked for.
 */
export async function openOpenAiEmbedder({ apiKey, baseUrl, model }: OpenAiOptions): Promise<Embedder> {
  const client = new OpenAI({
    apiKey: apiKey || 'none',
    baseURL: baseUrl,
    maxRetries: RETRIES,
    timeout: TIMEOUT_MS,
  });
  const ask = async (texts: readonly string[]): Promise<number[][]> => {
    // Servers refuse the empty text.
    const input = texts.map((text) => (text.trim() === '' ? '.' : text));
    try {
      const { data } = await client.embeddings.create({ model, input, encoding_format: 'float' });
      return [...data].sort((a, b) => a.index - b.index).map(({ embedding }) => embedding);
    } catch (cause) {
      const reason =
        cause instanceof OpenAI.APIError ? `status ${cause.status ?? 'none'}` : 'no usable answer';
      throw new EmbedderError(
        `The embedding server at ${baseUrl} failed for the model "${model}" (${reason}). ` +
          'Check OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_EMBEDDING_MODEL, or set PANDU_EMBEDDER=none.',
        { cause },
      );
    }
  };
  const dimensions = (await ask(['.']))[0]?.length ?? 0;
  if (dimensions === 0) throw new EmbedderError(`The embedding server at ${baseUrl} gave an empty vector.`);

  return {
    id: `openai:${model}`,
    dimensions,
    async embed(texts) {
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += BATCH) {
        const batch = texts.slice(start, start + BATCH);
        const answer = await ask(batch);
        if (answer.length !== batch.length || answer.some(({ length }) => length !== dimensions)) {
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

function normalise(vector: readonly number[]): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return Float32Array.from(vector, (value) => value / length);
}
