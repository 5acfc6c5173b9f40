import { z } from 'zod';
import { PERSONAL_KINDS, type PersonalSpan } from '../../core/safety/index.ts';
import { EvaluationFileError, readJsonLines } from './read-queries.ts';
import type { LabelledMessage } from './masking-score.ts';

const message = z.object({
  text: z.string().min(1),
  spans: z.array(z.object({ text: z.string().min(1), kind: z.enum(PERSONAL_KINDS) })),
});

/** Reads labelled messages, JSON Lines: text, spans (text, kind). @throws {EvaluationFileError} */
export function readLabelledMessages(text: string, file: string): LabelledMessage[] {
  return readJsonLines(text, file, message).map((row, index) => ({
    text: row.text,
    spans: placeSpans(row, `${file}, message ${index + 1}`),
  }));
}

/** Labels say what is written, not where: each takes the first place that none before it has. */
function placeSpans({ text, spans }: z.infer<typeof message>, where: string): PersonalSpan[] {
  const placed: PersonalSpan[] = [];
  for (const { text: written, kind } of spans) {
    let start = text.indexOf(written);
    while (start >= 0 && placed.some((one) => one.start < start + written.length && start < one.end)) {
      start = text.indexOf(written, start + 1);
    }
    if (start < 0) throw new EvaluationFileError(`${where}: "${written}" does not stand in the text.`);
    placed.push({ start, end: start + written.length, kind });
  }
  return placed;
}
