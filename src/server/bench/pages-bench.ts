import type { Bench } from './bench.ts';
import { launchBrowser } from './browser.ts';
import { checkAccessibility, type AccessibilityFinding } from './check-accessibility.ts';
import { startCountingServer } from './counting-server.ts';
import { findPageKinds } from './page-kinds.ts';
import { CATEGORIES, runLighthouse, type LighthouseScores } from './run-lighthouse.ts';
import { readSite } from './site-folder.ts';
import { drawTable, formatBytes } from './table.ts';
import { weighPage, type PageWeight } from './weigh-page.ts';

const QUERY = 'otp ga masuk2';
const LIGHTHOUSE_RUNS = 3;
const GUIDE_TARGET_BYTES = 60_000;
const SCRIPT_TARGET_BYTES = 15_000;
/** The pages that are weighed and judged by Lighthouse. */
const JUDGED = ['/', '/{sector}/', '/{sector}/*/'];

/** What the built pages weigh, and what Lighthouse and axe say of them. */
export const pagesBench: Bench = async ({ root, report, options }) => {
  const files = await readSite(root, options.folder);
  const kinds = findPageKinds(files);
  const judged = kinds.filter(({ kind }) => JUDGED.includes(kind)).map(({ address }) => address);
  const server = await startCountingServer(files);
  try {
    const browser = await launchBrowser();
    const weights: PageWeight[] = [];
    let findings: AccessibilityFinding[];
    try {
      for (const address of judged) {
        report(`weighing ${address}`);
        weights.push(await weighPage(address, browser, server, QUERY));
      }
      report(`axe on ${kinds.length} kinds of pages, light and dark`);
      findings = await checkAccessibility(server.url, kinds, browser);
    } finally {
      await browser.close();
    }
    report(`Lighthouse on ${judged.join(', ')}`);
    const scores = await runLighthouse(server.url, judged, LIGHTHOUSE_RUNS);
    return {
      data: { weights, lighthouse: scores, accessibility: findings },
      text: [drawWeights(weights), drawScores(scores), drawFindings(findings)].join('\n\n'),
    };
  } finally {
    await server.close();
  }
};

function drawWeights(weights: readonly PageWeight[]): string {
  const heading = [
    'page',
    'requests',
    'total',
    'html',
    'css',
    'script',
    'font',
    'other',
    'then search',
    'of it script',
    'offline copy',
  ];
  const rows = weights.map(
    ({ address, requests, total, html, css, script, font, other, search, offline }) => [
      address,
      String(requests),
      ...[total, html, css, script, font, other].map(formatBytes),
      search ? formatBytes(search.total) : '–',
      search ? formatBytes(search.script) : '–',
      formatBytes(offline),
    ],
  );
  const heaviest = (of: (weight: PageWeight) => number) => Math.max(...weights.map(of));
  const met =
    heaviest(({ total }) => total) <= GUIDE_TARGET_BYTES &&
    heaviest(({ script }) => script) <= SCRIPT_TARGET_BYTES;
  return [
    drawTable(heading, rows),
    '',
    `Bytes of bodies, brotli 11, first visit on a phone; "then search" is what typing "${QUERY}" adds until a hit is shown.`,
    `Target: 60 kB in all, 15 kB of it script, before search is touched: ${met ? 'met' : 'not met'}.`,
  ].join('\n');
}

function drawScores(scores: readonly LighthouseScores[]): string {
  const rows = scores.map((page) => [
    page.address,
    ...CATEGORIES.map((category) => {
      const { median, min, max } = page.scores[category];
      return min === max ? String(median) : `${median} (${min}–${max})`;
    }),
    page.faults.join(', '),
  ]);
  return [
    drawTable(['page', ...CATEGORIES, 'audits below 0.9'], rows),
    '',
    `Lighthouse, phone profile, median of ${LIGHTHOUSE_RUNS} runs. Target 99 in each.`,
  ].join('\n');
}

function drawFindings(findings: readonly AccessibilityFinding[]): string {
  const broken = findings.flatMap(({ address, scheme, violations }) =>
    violations.map(
      ({ rule, places, first }) => `  ${address} ${scheme}: ${rule}, ${places} places, first ${first}`,
    ),
  );
  const kinds = findings.length / 2;
  return [
    `axe: ${broken.length} violations on ${kinds} kinds of pages, light and dark. Target 0.`,
    ...broken,
  ].join('\n');
}
