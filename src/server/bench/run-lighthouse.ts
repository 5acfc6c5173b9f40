import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { findChromium } from './browser.ts';
import { spreadOf, type Spread } from './percentile.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Lighthouse's verdict on a page, phone profile. Scores are 0–100. */
export interface LighthouseScores {
  readonly address: string;
  readonly scores: Readonly<Record<Category, Spread>>;
  /** Ids of the audits that took points off in any run. */
  readonly faults: readonly string[];
}

/** Runs Lighthouse some times on each page, each time in a fresh browser. */
export async function runLighthouse(
  origin: string,
  addresses: readonly string[],
  runs: number,
): Promise<LighthouseScores[]> {
  const results: LighthouseScores[] = [];
  for (const address of addresses) {
    const verdicts: Verdict[] = [];
    for (let run = 0; run < runs; run++) verdicts.push(await judge(`${origin}${address}`));
    const scores = CATEGORIES.map(
      (category) => [category, spreadOf(verdicts.map(({ scores }) => scores[category]))] as const,
    );
    results.push({
      address,
      // One entry for each category.
      scores: Object.fromEntries(scores) as Record<Category, Spread>,
      faults: [...new Set(verdicts.flatMap(({ faults }) => faults))],
    });
  }
  return results;
}

interface Verdict {
  readonly scores: Readonly<Record<Category, number>>;
  readonly faults: readonly string[];
}

async function judge(url: string): Promise<Verdict> {
  const chromePath = await findChromium();
  const chrome = await launch({
    ...(chromePath === undefined ? {} : { chromePath }),
    chromeFlags: ['--headless', '--no-sandbox'],
    logLevel: 'silent',
  });
  try {
    const result = await lighthouse(url, {
      port: chrome.port,
      onlyCategories: [...CATEGORIES],
      logLevel: 'silent',
    });
    if (!result) throw new Error(`Lighthouse said nothing about ${url}.`);
    const { audits, categories } = result.lhr;
    const weighed = CATEGORIES.flatMap((category) => categories[category]?.auditRefs ?? []).filter(
      ({ weight }) => weight > 0,
    );
    const faults = weighed.map(({ id }) => id).filter((id) => (audits[id]?.score ?? 1) < 0.9);
    const scores = CATEGORIES.map(
      (category) => [category, Math.round((categories[category]?.score ?? 0) * 100)] as const,
    );
    return { scores: Object.fromEntries(scores) as Record<Category, number>, faults };
  } finally {
    chrome.kill();
  }
}
