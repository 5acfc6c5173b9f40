import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { LANGUAGES } from '../../core/article/browser.ts';
import { variablesOf } from '../../core/ticket/index.ts';

/** What a macro may name; the agent fills in by hand what is not known of a ticket. */
export const MACRO_VARIABLES = ['agent', 'reference', 'guide', 'link', 'channel'] as const;

const MOST_MACROS = 200;
const FOLDER = 'content/macro';
const FILE = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/;

const text = (most: number) =>
  z.string('write it as text').trim().min(1, 'is empty').max(most, `is longer than ${most} characters`);
const macroSchema = z.strictObject({
  title: z.strictObject({ id: text(80), en: text(80) }),
  text: z.strictObject({ id: text(4_000), en: text(4_000) }),
});

/** An answer that agents give often, in both languages; its key is the name of its file. */
export interface Macro extends Readonly<z.infer<typeof macroSchema>> {
  readonly key: string;
}

/** Something in `content/macro/` is wrong; the message lists all of it, ready to print. */
export class MacroError extends Error {
  override readonly name = 'MacroError';
}

/**
 * The macros of `<root>/content/macro/`, by key; [] without the folder.
 * @throws {MacroError} that lists everything wrong, each with its file, its key and what to write.
 */
export async function loadMacros(root: string): Promise<readonly Macro[]> {
  const names = await listNames(path.join(root, FOLDER));
  const read = await Promise.all(names.map((name) => readMacro(root, name)));
  const faults = read.flatMap((one) => (Array.isArray(one) ? one : []));
  if (names.length > MOST_MACROS) faults.push(`${FOLDER}: holds more than ${MOST_MACROS} files; remove some`);
  if (faults.length > 0) throw new MacroError(`Macros that cannot be used:\n  ${faults.join('\n  ')}`);
  return read.flatMap((one) => (Array.isArray(one) ? [] : [one]));
}

async function readMacro(root: string, name: string): Promise<Macro | string[]> {
  const file = `${FOLDER}/${name}`;
  const key = FILE.exec(name)?.[1];
  if (key === undefined)
    return [`${file}: name it like more-information.yaml, lower-case words joined by hyphens`];
  const parsed = parseYaml(await readFile(path.join(root, file), 'utf8'));
  if (!parsed.ok) return [`${file}: ${parsed.fault}`];
  const result = macroSchema.safeParse(parsed.value);
  if (!result.success) {
    return result.error.issues.map(
      (issue) => `${file}: ${issue.path.join('.') || 'the file'}: ${issue.message}`,
    );
  }
  const faults = LANGUAGES.flatMap((lang) =>
    variablesOf(result.data.text[lang])
      .filter((variable) => !MACRO_VARIABLES.some((known) => known === variable))
      .map(
        (variable) =>
          `${file}: text.${lang}: nobody fills in {${variable}}; use ${MACRO_VARIABLES.map((known) => `{${known}}`).join(', ')}`,
      ),
  );
  return faults.length > 0 ? faults : { key, ...result.data };
}

function parseYaml(
  content: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: string } {
  try {
    return { ok: true, value: parse(content) };
  } catch (cause) {
    if (!(cause instanceof YAMLParseError)) throw cause;
    return { ok: false, fault: `is no YAML: ${cause.message}` };
  }
}

async function listNames(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => !name.startsWith('.') && !name.endsWith('~')).sort();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}
