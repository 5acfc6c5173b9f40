export { openCheckedDatabase } from './open-checked-database.ts';
export { DATA_COMMANDS, runData, type DataCommand } from './run-data.ts';
export { startBackups } from './start-backups.ts';
