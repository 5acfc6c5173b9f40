/** The database cannot be opened or lacks what it must have; the message says what to do. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** The files of the database within the process are damaged: only a backup helps. */
  readonly isDamaged: boolean;

  constructor(message: string, { cause, isDamaged = false }: { cause?: unknown; isDamaged?: boolean } = {}) {
    super(message, { cause });
    this.isDamaged = isDamaged;
  }
}

/**
 * An open database does not answer: its server is away, its disk is full, its files are gone. It may come back;
 * the same call can be made again later. `cause` says more and may name what was being stored.
 */
export class DatabaseGoneError extends Error {
  override readonly name = 'DatabaseGoneError';

  constructor(cause: unknown) {
    super('The database does not answer.', { cause });
  }
}
