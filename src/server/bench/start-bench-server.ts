import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A server under load. */
export interface BenchServer {
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Runs the start command on a free port, without a language model and without rate limits.
 * @throws {Error} with what it printed, when it ends before it is ready.
 */
export async function startBenchServer(
  root: string,
  settings: Readonly<Record<string, string>>,
): Promise<BenchServer> {
  const own = { PORT: '0', HOST: '127.0.0.1', PANDU_RATE_LIMITS: 'off', OPENAI_MODEL: '', DATABASE_URL: '' };
  const env = { ...process.env, ...own, ...settings };
  const child = spawn(process.execPath, ['scripts/start.ts'], { cwd: root, env });
  const ended = once(child, 'exit');
  const address = await new Promise<string>((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /ready: (http:\S+)\//.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => {
      reject(new Error(`The server did not start:\n${printed}`));
    });
  });
  return {
    address: address.replace('localhost', '127.0.0.1'),
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
