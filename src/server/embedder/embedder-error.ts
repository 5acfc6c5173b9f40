/** An embedding model cannot be loaded or does not answer as it must. */
export class EmbedderError extends Error {
  override readonly name = 'EmbedderError';
}
