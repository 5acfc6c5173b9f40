/** The database cannot be opened or lacks what it must have; the message says what to do. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}
