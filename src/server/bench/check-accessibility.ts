import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import type { PageKind } from './page-kinds.ts';

/** What axe found on one page in one colour scheme. */
export interface AccessibilityFinding extends PageKind {
  readonly scheme: 'light' | 'dark';
  /** Each rule that is broken, with one of the places. */
  readonly violations: readonly { readonly rule: string; readonly places: number; readonly first: string }[];
}

/** Runs all rules of axe on a page of each kind, light and dark, as wide as a phone. */
export async function checkAccessibility(
  origin: string,
  kinds: readonly PageKind[],
  browser: Browser,
): Promise<AccessibilityFinding[]> {
  const findings: AccessibilityFinding[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      colorScheme: scheme,
      viewport: { width: 390, height: 844 },
      serviceWorkers: 'block',
    });
    try {
      for (const kind of kinds) {
        const page = await context.newPage();
        await page.goto(`${origin}${kind.address}`);
        const { violations } = await new AxeBuilder({ page }).analyze();
        findings.push({
          ...kind,
          scheme,
          violations: violations.map(({ id, nodes }) => ({
            rule: id,
            places: nodes.length,
            first: String(nodes[0]?.target ?? ''),
          })),
        });
        await page.close();
      }
    } finally {
      await context.close();
    }
  }
  return findings;
}
