import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildStatic } from './build-static.ts';
import { launchBrowser } from './launch-browser.ts';
import { serveFolder } from './serve-folder.ts';
import { OUT, ROOT, siteEnvironment } from './site-environment.ts';
import { startSite } from './start-site.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the real server, without a slash at the end. */
    serverUrl: string;
    /** The address of the plain file server of the static build. */
    staticUrl: string;
    /** The folder of the static build. */
    staticFolder: string;
    /** Where the one browser of the run listens. */
    browserEndpoint: string;
  }
}

/** Builds what is stale, serves both builds and starts the browser, once for all tests. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const env = siteEnvironment();
  const browser = await launchBrowser();
  const staticFolder = await buildStatic(ROOT, OUT, env);
  // Never the conversations of whoever runs the tests.
  const dataDir = await mkdtemp(path.join(tmpdir(), 'pandu-e2e-'));
  const site = await startSite(ROOT, OUT, { ...env, DATA_DIR: dataDir });
  const files = await serveFolder(staticFolder);
  project.provide('serverUrl', site.url);
  project.provide('staticUrl', files.url);
  project.provide('staticFolder', staticFolder);
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await Promise.all([site.stop(), files.stop()]);
    await rm(dataDir, { recursive: true, force: true });
  };
}
