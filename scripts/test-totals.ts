import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

// Prints `N passed, N failed` from the reports that vitest wrote, for a continuous integration that reads the
// last line. The argument is the exit status of the tests: a check that failed before any test could counts as one.

const REPORTS = '.cache/test-report';

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const status = Number(process.argv[2] ?? 0);
const totals = { passed: 0, failed: 0 };
for (const name of await readdir(REPORTS).catch(() => [])) {
  const report = reportSchema.parse(JSON.parse(await readFile(path.join(REPORTS, name), 'utf8')));
  // A file that cannot even be loaded has no tests to count.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  totals.passed += report.numPassedTests;
  totals.failed += report.numFailedTests + broken.length;
}
if (status !== 0 && totals.failed === 0) {
  console.log('No test failed, but the type check, the lint or a step around the tests did: see above.');
  totals.failed = 1;
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
