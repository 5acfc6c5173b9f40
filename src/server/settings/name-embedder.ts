import type { Settings } from './read-settings.ts';

/** Names the embedder that the settings choose, without opening it; another name means other vectors. */
export function nameEmbedder({ embedder, openai, transformerModel }: Settings): string {
  switch (embedder) {
    case 'none':
    case 'static':
      return embedder;
    case 'transformer':
      return `transformer ${transformerModel}`;
    case 'openai':
      return `openai ${openai.baseUrl} ${openai.embeddingModel}`;
  }
}
