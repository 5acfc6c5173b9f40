import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** A loaded machine takes its time; a test that has found what it waits for ends at once. */
const PATIENCE_MS = 180_000;

export default defineConfig({
  root: path.join(import.meta.dirname, '../..'),
  test: {
    include: ['src/e2e/**/*.test.ts'],
    globalSetup: 'src/e2e/global-setup.ts',
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    expect: { poll: { timeout: 60_000, interval: 100 } },
    // Each file is a few journeys through one browser; more at a time only wait for one another.
    maxWorkers: 2,
    // The second one is counted by scripts/test-totals.ts.
    reporters: ['default', ['json', { outputFile: '.cache/test-report/e2e.json' }]],
  },
});
