export type { Database, Row, Session } from './database.ts';
export { DatabaseError, DatabaseGoneError } from './database-error.ts';
export { applyMigrations, holdMigrations } from './apply-migrations.ts';
export { openDatabase } from './open-database.ts';
export { lockDirectory } from './directory-lock.ts';
export { openPgliteDatabase, unfinishedName } from './pglite-database.ts';
export { openPostgresDatabase } from './postgres-database.ts';
export { answerOf, openTypedStatements, type TypedStatements } from './typed-statements.ts';
