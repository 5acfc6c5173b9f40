import type { Settings } from './read-settings.ts';

/**
 * Names the embedder that the settings choose, without opening it; another name means other vectors. Whether
 * another model may take its place counts, so that a build which fell back does not stand for one that may not.
 */
export function nameEmbedder({ embedder, openai, transformerModel, embedderFallback }: Settings): string {
  const fallback = embedderFallback === 'fail' ? '' : ` or ${embedderFallback}`;
  switch (embedder) {
    case 'none':
    case 'static':
      return embedder;
    case 'transformer':
      return `transformer ${transformerModel}${fallback}`;
    case 'openai':
      return `openai ${openai.baseUrl} ${openai.embeddingModel}${fallback}`;
  }
}
