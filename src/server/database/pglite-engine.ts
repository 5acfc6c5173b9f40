import fs from 'node:fs';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { ExecProtocolOptions, PGlite } from '@electric-sql/pglite';

/** A quarter of what PostgreSQL takes by itself: a third less memory for the process, and the system's cache is near. */
const SHARED_BUFFERS = '32MB';

/** PGlite starts its engine with this: never wait for the disk. */
const NO_FSYNC = '-F';

/** PostgreSQL within the process. */
export interface Engine extends PGlite {
  /** It has crashed and refuses everything: asked again, it would run in circles. */
  readonly isAbandoned: boolean;
}

/**
 * Starts PostgreSQL within this process, with pgvector; without a directory, in memory. What is kept is on the disk
 * when a statement that changes something settles.
 */
export async function startEngine(directory?: string): Promise<Engine> {
  // Some 200 MB of memory: only who uses the database pays for it.
  const { PGlite } = await import('@electric-sql/pglite');
  const { vector } = await import('@electric-sql/pglite-pgvector');
  class AbandonableEngine extends PGlite {
    #isAbandoned = false;

    abandon(): void {
      if (this.#isAbandoned) return;
      this.#isAbandoned = true;
      // Its files are opened again by the engine that follows.
      releaseFiles(this.Module);
    }

    override async execProtocolStream(...given: Parameters<PGlite['execProtocolStream']>) {
      try {
        return await super.execProtocolStream(...given);
      } catch (fault) {
        // Before anything else, such as the end of a transaction, is asked of it.
        if (isCrash(fault)) this.abandon();
        throw fault;
      }
    }

    get isAbandoned(): boolean {
      return this.#isAbandoned;
    }

    override async execProtocolRaw(message: Uint8Array, options?: ExecProtocolOptions): Promise<Uint8Array> {
      if (this.#isAbandoned) throw new Error('The database engine has crashed.');
      const answer = await super.execProtocolRaw(message, options);
      // Statements that wait in line follow one another without a break otherwise, and no socket is read meanwhile.
      await letOthersRun();
      return answer;
    }
  }
  const params = ['-c', `shared_buffers=${SHARED_BUFFERS}`];
  const engine =
    directory === undefined
      ? new AbandonableEngine('memory://', {
          extensions: { vector },
          startParams: [...PGlite.defaultStartParams, ...params],
        })
      : new AbandonableEngine({
          fs: await openDurableFiles(directory),
          extensions: { vector },
          startParams: [
            ...PGlite.defaultStartParams.filter((param) => param !== NO_FSYNC),
            ...params,
            // The other ways are not passed on to the system.
            ...['-c', 'wal_sync_method=fsync'],
          ],
        });
  await engine.waitReady;
  return engine;
}

function isCrash(fault: unknown): boolean {
  if (!(fault instanceof Error)) return true;
  if (fault instanceof WebAssembly.RuntimeError || fault.name === 'ExitStatus') return true;
  return 'severity' in fault && (fault.severity === 'PANIC' || fault.severity === 'FATAL');
}

/** The files of a directory, with what PGlite's own lack: `fsync`. */
async function openDurableFiles(directory: string) {
  const { NodeFS } = await import('@electric-sql/pglite/nodefs');
  class DurableFiles extends NodeFS {
    override async init(...given: Parameters<InstanceType<typeof NodeFS>['init']>) {
      const { emscriptenOpts } = await super.init(...given);
      const addFsync = (engine: unknown) => {
        const files = (engine as EngineFiles).FS.filesystems?.NODEFS;
        if (!files?.stream_ops) throw new Error('PGlite keeps its files in another way than it did.');
        files.stream_ops['fsync'] = ({ nfd }: { readonly nfd?: number }) => {
          if (nfd !== undefined) fs.fsyncSync(nfd);
          return 0;
        };
      };
      return { emscriptenOpts: { ...emscriptenOpts, preRun: [addFsync, ...(emscriptenOpts.preRun ?? [])] } };
    }
  }
  return new DurableFiles(directory);
}

/** What PGlite's own types leave unresolved: how Emscripten keeps its files. What is missing is an error. */
interface EngineFiles {
  readonly FS: {
    readonly filesystems?: { readonly NODEFS?: { readonly stream_ops?: Record<string, unknown> } };
    readonly quit: () => void;
  };
}

function releaseFiles(engine: unknown): void {
  try {
    (engine as EngineFiles).FS.quit();
  } catch {
    // Some stay open until the process ends, which does no harm.
  }
}
