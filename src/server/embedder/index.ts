export { embedderFromSettings, DEFAULT_TRANSFORMER, STATIC_MODEL_FILE } from './embedder-from-settings.ts';
export type { EmbedderSettings } from './embedder-from-settings.ts';
export { EmbedderError } from './embedder-error.ts';
export { openOpenAiEmbedder, type OpenAiOptions } from './openai-embedder.ts';
export { openTransformerEmbedder, type TransformerOptions } from './transformer-embedder.ts';
export { message, text, type Field } from './protobuf.ts';
