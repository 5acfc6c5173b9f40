export { embedderFromSettings, STATIC_MODEL_FILE } from './embedder-from-settings.ts';
export type { EmbedderSettings } from './embedder-from-settings.ts';
export { openOpenAiEmbedder } from './openai-embedder.ts';
export { openTransformerEmbedder, type TransformerOptions } from './transformer-embedder.ts';
export { message, text, type Field } from './protobuf.ts';
