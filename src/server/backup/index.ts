export { openCheckedDatabase } from './open-checked-database.ts';
export { DATA_COMMANDS, runData, type DataCommand, type DataMeans } from './run-data.ts';
export { startBackups } from './start-backups.ts';
