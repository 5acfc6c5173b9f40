import path from 'node:path';

/** The repository. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Where the builds of the tests are; `PANDU_E2E_OUT` names another folder than `dist`. */
export const OUT = path.resolve(ROOT, process.env['PANDU_E2E_OUT'] ?? 'dist');

/** What vitest sets for the code that it runs; Astro would take a build with them for a test and not for a release. */
const RUNNER_NAMES = ['NODE_ENV', 'MODE', 'DEV', 'PROD', 'SSR', 'BASE_URL', 'TEST', 'VITEST'];

/** The defaults, whatever is set for whoever runs the tests; an empty setting takes its default. */
export function siteEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    SITE_URL: '',
    PANDU_EMBEDDER: '',
    PANDU_OFFLINE: '',
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: '',
    OPENAI_API_KEY: '',
    OPENAI_BASE_URL: '',
    OPENAI_MODEL: '',
    // One machine stands for many readers: nobody is told to wait.
    PANDU_RATE_LIMITS: 'off',
    ...Object.fromEntries(RUNNER_NAMES.map((name) => [name, undefined])),
  };
}
