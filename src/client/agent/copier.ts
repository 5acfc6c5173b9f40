import { permalinkPath } from '../../core/article/browser.ts';
import { formatCopy, type CopiedStep, type CopyFormat, type FormattedCopy } from '../../core/copy/browser.ts';
import { chooseCopy } from './agent-guide.ts';
import type { DeskGuide, DeskRow } from './desk.ts';
import type { DeskSettings } from './desk-parts.ts';
import { createGuideLoader } from './load-guide.ts';
import { writeClipboard } from './write-clipboard.ts';

/** Turns rows of the desk into text. Everything fails when a guide cannot be fetched. */
export interface Copier {
  stepsOf(guide: DeskGuide): Promise<readonly CopiedStep[]>;
  write(row: DeskRow, format: CopyFormat): Promise<FormattedCopy>;
  /** Puts a row on the clipboard and gives what to remember of it. @throws {ClipboardRefusedError} when the browser refuses. */
  copy(row: DeskRow, format: CopyFormat): Promise<DeskGuide>;
}

/** A copier for the guides of this site. */
export function createCopier({
  shards,
  site = location.origin,
}: Pick<DeskSettings, 'shards' | 'site'>): Copier {
  const load = createGuideLoader(shards);
  const write = async (row: DeskRow, format: CopyFormat) => {
    const { id, lang } = row.guide;
    const guide = await load(id, lang);
    return formatCopy(chooseCopy(guide, site + permalinkPath(guide.code, lang), stepOf(row)?.key), format);
  };
  return {
    write,
    stepsOf: async ({ id, lang }) => (await load(id, lang)).steps,
    async copy(row, format) {
      await writeClipboard(write(row, format), format === 'html');
      const step = stepOf(row);
      return { ...row.guide, ...(step && { step: { key: step.key, action: step.action } }) };
    },
  };
}

function stepOf(row: DeskRow): DeskGuide['step'] {
  return row.kind === 'step' ? row.step : row.guide.step;
}
