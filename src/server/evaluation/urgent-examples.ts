import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { LANGUAGES } from '../../core/article/browser.ts';
import { openRandom, type Random } from '../random/index.ts';
import { EvaluationFileError } from './read-queries.ts';
import type { UrgentMessage } from './urgent-messages.ts';

/** A labelled message that weights may be fitted to. */
export interface UrgentExample extends UrgentMessage {
  /** What is happening, or what it only looks like; none where nobody said. */
  readonly situation?: string;
  /** Whose way of writing it is. */
  readonly style: string;
  /** How much it counts in fitting, 0–1. */
  readonly share: number;
  /** It is held back to choose the threshold. */
  readonly isValidation: boolean;
}

const FOLDER = 'content/model/urgent';
const FRAME_LANGUAGES = ['id', 'en'] as const;
const FRAME_STYLE = 'frames';
/** Messages made of each frame, and how much each counts. */
const PER_FRAME = 30;
const FRAME_SHARE = 0.1;

const texts = z.array(z.string().min(1)).default([]);
const situations = z.record(z.string(), z.strictObject({ urgent: texts, calm: texts }));
const messagesSchema = z.strictObject({
  lang: z.enum(LANGUAGES),
  validation: z.boolean().default(false),
  situations,
});
const framesSchema = z.strictObject({
  lang: z.enum(LANGUAGES),
  words: z.record(z.string(), z.array(z.string().min(1)).min(1)),
  frames: situations,
});

/** Reads the written messages and fills the frames, the same at each call. @throws {EvaluationFileError} */
export async function loadUrgentExamples(root: string): Promise<UrgentExample[]> {
  const folder = path.join(root, FOLDER, 'messages');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  const written = await Promise.all(files.map(async (file) => readMessages(path.join(folder, file))));
  const random = openRandom(5);
  const framed = await Promise.all(
    FRAME_LANGUAGES.map(async (lang) =>
      readYaml(path.join(root, FOLDER, `frames.${lang}.yaml`), framesSchema),
    ),
  );
  return [...written.flat(), ...framed.flatMap((frames) => fillFrames(frames, random))];
}

async function readMessages(file: string): Promise<UrgentExample[]> {
  const { lang, validation, situations: messages } = await readYaml(file, messagesSchema);
  const style = path.basename(file, '.yaml');
  return list(messages).map((one) => ({ ...one, lang, style, share: 1, isValidation: validation }));
}

/** Messages made of frames: "$gave" is any of the words listed under "gave". */
export function fillFrames(
  { lang, words, frames }: z.infer<typeof framesSchema>,
  random: Random,
): UrgentExample[] {
  return list(frames).flatMap(({ q, ...rest }) =>
    Array.from({ length: PER_FRAME }, () => ({
      ...rest,
      q: q.replace(/\$([a-z]+)/g, (slot, name: string) => pick(words[name], random) ?? slot),
      lang,
      style: FRAME_STYLE,
      share: FRAME_SHARE,
      isValidation: false,
    })),
  );
}

function pick(choices: readonly string[] | undefined, random: Random): string | undefined {
  return choices?.[Math.floor(random() * choices.length)];
}

function list(all: z.infer<typeof situations>) {
  return Object.entries(all).flatMap(([situation, { urgent, calm }]) => [
    ...urgent.map((q) => ({ q, urgent: true, situation })),
    ...calm.map((q) => ({ q, urgent: false, situation })),
  ]);
}

async function readYaml<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema>> {
  try {
    return schema.parse(parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new EvaluationFileError(`${file} cannot be read as labelled messages.`, { cause });
  }
}
