import { COPY_FORMATS, formatCopy, type CopyFormat } from '../../core/copy/browser.ts';
import type { DeskRow } from './desk.ts';
import type { DeskSettings } from './desk-parts.ts';
import type { DeskUse } from './desk-use.ts';
import { createGuideReader, stepOf } from './guide-reader.ts';
import { device, keepFormat, readFormat } from './remembered.ts';
import { writeClipboard } from './write-clipboard.ts';

/** A desk from which guides of this site are copied to the clipboard. */
export function copyGuides(settings: Pick<DeskSettings, 'shards' | 'site'>): DeskUse {
  const reader = createGuideReader(settings);
  const write = async (row: DeskRow, form: string) => formatCopy(await reader.chosen(row), formatOf(form));
  return {
    forms: COPY_FORMATS,
    readForm: () => readFormat(device),
    keepForm: (form) => {
      keepFormat(device, formatOf(form));
    },
    stepsOf: (guide) => reader.stepsOf(guide),
    async write(row, form) {
      const { html, text } = await write(row, form);
      return html ?? text;
    },
    async take(row, form) {
      await writeClipboard(write(row, form), form === 'html');
      const step = stepOf(row);
      return { ...row.guide, ...(step && { step: { key: step.key, action: step.action } }) };
    },
  };
}

function formatOf(form: string): CopyFormat {
  return COPY_FORMATS.find((format) => format === form) ?? COPY_FORMATS[0];
}
