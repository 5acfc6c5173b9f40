/** What a text is embedded for; some models tell the two apart. */
export type TextKind = 'query' | 'passage';

/** Turns texts into vectors of length 1 whose inner product says how near their meanings are. */
export interface Embedder {
  /** Names the model; vectors of different ids are never compared. */
  readonly id: string;
  readonly dimensions: number;
  /** One vector for each text, in order; [] gives []. */
  embed(texts: readonly string[], kind: TextKind): Promise<Float32Array[]>;
}

/** The vectors of an index were made by another model than the one that embeds the query. */
export class EmbedderMismatchError extends Error {
  override readonly name = 'EmbedderMismatchError';

  constructor(indexed: string, asked: string) {
    super(
      `The vectors were made by the model "${indexed}", but queries would be embedded by "${asked}". ` +
        'Build the vectors again with the model in use, or set PANDU_EMBEDDER to the one that made them.',
    );
  }
}
