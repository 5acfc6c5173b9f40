import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    exclude: ['src/e2e/**'],
    // The second one is counted by scripts/test-totals.ts.
    reporters: ['default', ['json', { outputFile: '.cache/test-report/unit.json' }]],
  },
});
