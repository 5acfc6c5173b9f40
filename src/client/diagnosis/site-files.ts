import type { Language, Service } from '../../core/article/browser.ts';
import type { CopiedStep } from '../../core/copy/browser.ts';
import {
  openKnowledge,
  readInOneLanguage,
  type Knowledge,
  type KnowledgeData,
} from '../../core/assistant/browser.ts';
import { createGuideLoader } from '../agent/browser.ts';
import { guideData, ladderData, URGENT_DATA } from './diagnosis-data.ts';
import type { LadderData } from './ladder-words.ts';
import type { DiagnosisSettings } from './settings.ts';

/** Where the site keeps the directory of services. */
const DIRECTORY = '/contacts.json';

/** What the diagnosis fetches from the site, each thing once and only when it is needed. */
export interface SiteFiles {
  /** @throws when it cannot be fetched. */
  readonly knowledge: () => Promise<Knowledge>;
  /** The steps of a guide; [] when they cannot be fetched. */
  readonly steps: (problem: string, lang: Language) => Promise<readonly CopiedStep[]>;
  /** The directory; undefined when it cannot be fetched. */
  readonly services: () => Promise<readonly Service[] | undefined>;
  /** Who has to answer complaints; undefined when it cannot be fetched. */
  readonly ladders: () => Promise<LadderData | undefined>;
}

/** Opens the files of this site. */
export function openSiteFiles({
  lang,
  shards,
  site = '',
}: Pick<DiagnosisSettings, 'lang' | 'shards' | 'site'>): SiteFiles {
  const loadGuide = createGuideLoader(shards, site);
  let services: readonly Service[] | undefined;
  let ladders: LadderData | undefined;
  return {
    async knowledge() {
      const [guides, urgent] = await Promise.all([
        fetchText(site + guideData(lang)),
        fetchText(site + URGENT_DATA),
      ]);
      // The site writes these files itself, in this form.
      return openKnowledge({
        ...(readInOneLanguage(guides) as Omit<KnowledgeData, 'urgent'>),
        urgent: JSON.parse(urgent) as KnowledgeData['urgent'],
      });
    },
    async steps(problem, lang) {
      try {
        return (await loadGuide(problem, lang)).steps;
      } catch {
        // The page leads to the guide instead.
        return [];
      }
    },
    async services() {
      try {
        // As above.
        services ??= JSON.parse(await fetchText(site + DIRECTORY)) as readonly Service[];
      } catch {
        // The page says so; the next time it is fetched again.
      }
      return services;
    },
    async ladders() {
      try {
        // As above.
        ladders ??= readInOneLanguage(await fetchText(site + ladderData(lang))) as LadderData;
      } catch {
        // As above.
      }
      return ladders;
    },
  };
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered with status ${response.status}.`);
  return response.text();
}
