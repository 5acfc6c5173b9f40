import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildStatic } from './build-static.ts';
import { launchBrowser } from './launch-browser.ts';
import { serveFolder } from './serve-folder.ts';
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

/** What vitest sets for the code that it runs; Astro would take a build with them for a test and not for a release. */
const RUNNER_NAMES = ['NODE_ENV', 'MODE', 'DEV', 'PROD', 'SSR', 'BASE_URL', 'TEST', 'VITEST'];

/**
 * Builds what is stale, serves both builds and starts the browser, once for all tests. `PANDU_E2E_OUT` names
 * another folder than `dist` for the builds.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const root = path.resolve(import.meta.dirname, '../..');
  const out = path.resolve(root, process.env['PANDU_E2E_OUT'] ?? 'dist');
  const env = environment();
  const browser = await launchBrowser();
  const staticFolder = await buildStatic(root, out, env);
  // Never the conversations of whoever runs the tests.
  const dataDir = await mkdtemp(path.join(tmpdir(), 'pandu-e2e-'));
  const site = await startSite(root, out, { ...env, DATA_DIR: dataDir });
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

/** The defaults, whatever is set for whoever runs the tests; an empty setting takes its default. */
function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    SITE_URL: '',
    PANDU_EMBEDDER: '',
    PANDU_OFFLINE: '',
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: '',
    // One machine stands for many readers: nobody is told to wait.
    PANDU_RATE_LIMITS: 'off',
    ...Object.fromEntries(RUNNER_NAMES.map((name) => [name, undefined])),
  };
}
