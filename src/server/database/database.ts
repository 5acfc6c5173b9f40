/** Rows as they come: what reads them checks them. */
export type Row = Readonly<Record<string, unknown>>;

/** What runs statements, alone or within a transaction. */
export interface Session {
  /**
   * Runs one statement; values travel beside it as `$1`, `$2` …, never inside it.
   * @throws {DatabaseGoneError} when the statement is not at fault, but the database.
   */
  query(statement: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** As `query`, each row as its values in the order of the columns, whatever those are called. */
  queryArrays(statement: string, values?: readonly unknown[]): Promise<readonly (readonly unknown[])[]>;
  /** Runs several statements without values, as a migration holds them; gives the rows of all, one after the other. */
  execute(statements: string): Promise<readonly Row[]>;
}

/** PostgreSQL, in this process or on a server. */
export interface Database extends Session {
  /** Runs `work` in one transaction: kept when it settles, undone when it throws. */
  transaction<Result>(work: (session: Session) => Promise<Result>): Promise<Result>;
  /**
   * Calls `hear` with what any process over the same database sends to a channel (`SELECT pg_notify(channel, text)`),
   * once its transaction is kept; gives what ends it. A connection that breaks is made anew; what was sent meanwhile
   * is lost, and `hear` is then called with '' so that the listener looks for itself.
   */
  listen(channel: string, hear: (text: string) => void): Promise<() => Promise<void>>;
  /** Ends what is running and gives everything back. */
  close(): Promise<void>;
}
