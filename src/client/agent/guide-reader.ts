import { permalinkPath, type Language } from '../../core/article/browser.ts';
import type { CopiedGuide, CopiedStep } from '../../core/copy/browser.ts';
import { chooseCopy } from './agent-guide.ts';
import type { DeskGuide, DeskRow } from './desk.ts';
import type { DeskSettings } from './desk-parts.ts';
import { createGuideLoader } from './load-guide.ts';

/** The guides of this site as agents send them. All of it fails when a guide cannot be fetched. */
export interface GuideReader {
  stepsOf(guide: DeskGuide): Promise<readonly CopiedStep[]>;
  /** What a row stands for: a guide, or one step of it, under its short address. */
  chosen(row: DeskRow): Promise<CopiedGuide>;
  /** A whole guide under its short address. */
  guide(id: string, lang: Language): Promise<CopiedGuide>;
}

/** A reader of the guides of this site; each file of guides is fetched once. */
export function createGuideReader({
  shards,
  site = location.origin,
}: Pick<DeskSettings, 'shards' | 'site'>): GuideReader {
  const load = createGuideLoader(shards);
  const choose = async (id: string, lang: Language, step?: string) => {
    const guide = await load(id, lang);
    return chooseCopy(guide, site + permalinkPath(guide.code, lang), step);
  };
  return {
    stepsOf: async ({ id, lang }) => (await load(id, lang)).steps,
    chosen: (row) => choose(row.guide.id, row.guide.lang, stepOf(row)?.key),
    guide: (id, lang) => choose(id, lang),
  };
}

/** The one step that a row stands for; undefined for a whole guide. */
export function stepOf(row: DeskRow): DeskGuide['step'] {
  return row.kind === 'step' ? row.step : row.guide.step;
}
