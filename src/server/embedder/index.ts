export { embedderFromSettings, type EmbedderSettings } from './embedder-from-settings.ts';
export { STATIC_MODEL_FILE } from './open-static-file.ts';
export { embedderForServing, fallBackForBuild } from './fall-back.ts';
export { openOpenAiEmbedder } from './openai-embedder.ts';
export { openTransformerEmbedder, type TransformerOptions } from './transformer-embedder.ts';
export { message, text, type Field } from './protobuf.ts';
export { valueInfo } from './onnx-value.ts';
