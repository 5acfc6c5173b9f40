export { startTestServer } from '../database/fake-postgres-server.ts';
