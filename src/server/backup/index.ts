export { openCheckedDatabase } from './open-checked-database.ts';
export type { DataCommand, DataMeans } from './data-command.ts';
export { DATA_COMMANDS, runData } from './run-data.ts';
export { startBackups } from './start-backups.ts';
