import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import {
  serveFakeOpenAi,
  type FakeRequest,
  type FakeScript,
} from '../server/language-model/fake-openai-server.ts';
import { OUT, ROOT, siteEnvironment } from './site-environment.ts';
import { startSite, type StartedSite } from './start-site.ts';

/** A site where a language model words the replies. */
export interface ModelSite {
  readonly url: string;
  /** What the language model was asked, in order. */
  readonly asked: readonly FakeRequest[];
  /** Strikes the server down, as a power cut does. */
  kill(): Promise<void>;
  /** Starts it again, at the same address and with the same data. */
  start(): Promise<void>;
}

/**
 * Runs the start command on the build of the tests, with data of its own and a language model that `script` plays, until
 * the test is over.
 */
export async function startModelSite(script: FakeScript): Promise<ModelSite> {
  const model = await serveFakeOpenAi(script);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'pandu-e2e-model-'));
  const run = (port: string) =>
    startSite(ROOT, OUT, {
      ...siteEnvironment(),
      PORT: port,
      DATA_DIR: dataDir,
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_MODEL: 'played',
    });
  let site: StartedSite | undefined = await run('0');
  const { url } = site;
  onTestFinished(async () => {
    await site?.stop();
    model.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    url,
    asked: model.requests,
    async kill() {
      await site?.kill();
      site = undefined;
    },
    async start() {
      site = await run(new URL(url).port);
    },
  };
}
