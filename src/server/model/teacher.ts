import type { Embedder } from '../../core/search/index.ts';

/**
 * Opens an OpenAI-compatible embeddings endpoint: `endpoint` (ends in /v1) and `model`.
 * @throws {Error} when the endpoint does not answer.
 */
export async function openTeacher(flags: Readonly<Record<string, string>>): Promise<Embedder> {
  const endpoint = flags['endpoint'] ?? 'http://127.0.0.1:4400/v1';
  const model = flags['model'] ?? 'multilingual-e5-small';
  const embed = async (texts: readonly string[]) => {
    const response = await fetch(`${endpoint}/embeddings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model, input: texts, encoding_format: 'base64' }),
    });
    if (!response.ok) throw new Error(`The teacher at ${endpoint} answered ${response.status}.`);
    const { data } = (await response.json()) as { data: { embedding: string }[] };
    return data.map(
      ({ embedding }) => new Float32Array(Uint8Array.from(Buffer.from(embedding, 'base64')).buffer),
    );
  };
  const [probe] = await embed(['probe']);
  return { id: model, dimensions: probe?.length ?? 0, embed };
}
