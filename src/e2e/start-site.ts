import { spawn } from 'node:child_process';

/** A site that is being served; without a slash at the end of its address. */
export interface ServedSite {
  readonly url: string;
  stop(): Promise<void>;
}

/** A site whose process can also be struck down, without a moment to tidy up. */
export interface StartedSite extends ServedSite {
  kill(): Promise<void>;
  /** All that it has printed so far. */
  readonly printed: () => string;
}

/**
 * Runs the start command as a person does, on a free port: it builds what is stale, then serves.
 * @throws {Error} with what it printed, when it ends before it is ready.
 */
export async function startSite(root: string, out: string, env: NodeJS.ProcessEnv): Promise<StartedSite> {
  const child = spawn(process.execPath, ['scripts/start.ts', '--out', out], { cwd: root, env });
  const ended = new Promise<void>((resolve) => child.once('exit', resolve));
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /ready: (http:\S+)\//.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => {
      reject(new Error(`The server did not start:\n${printed}`));
    });
  });
  return {
    url,
    printed: () => printed,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
