import { isMap, isNode, isPair, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Place, Report } from './content-file.ts';
import { EXAMPLES } from './schema.ts';

/** Where a value of a YAML file stands, by its path of keys. */
export type Locate = (path: readonly PropertyKey[]) => Place;

/** A YAML text that fits its schema, with the place of each value. */
export interface YamlData<T> {
  readonly data: T;
  readonly locate: Locate;
}

/**
 * Reads YAML 1.2 against a schema. Reports every fault at its line and returns undefined if there is one.
 * `lineOffset` is added to each line: front matter does not begin on line 1 of its file.
 */
export function readYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  report: Report,
  lineOffset = 0,
): YamlData<z.infer<S>> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + lineOffset, column: col };
  };
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      report(
        file,
        at(error.pos[0]),
        'yaml-syntax',
        `This is not valid YAML: ${firstLine(error.message)}`,
        SYNTAX,
      );
    }
    return undefined;
  }
  const locate: Locate = (path) => at(offsetOf(document, path));
  const value = toValue(document);
  if (value.fault) {
    report(file, at(0), 'yaml-syntax', value.fault, SYNTAX);
    return undefined;
  }
  const result = schema.safeParse(value.data);
  if (result.success) return { data: result.data, locate };
  for (const issue of result.error.issues) reportIssue(file, issue, value.data, locate, report);
  return undefined;
}

const SYNTAX =
  'Compare with a file beside it: `name: value` on each line, two spaces to indent, and quotes around text that holds a colon followed by a space.';

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '.');
}

/** Expands the document; a nest of aliases that explodes is a fault of the file, not of the reader. */
function toValue(document: Document): { data?: unknown; fault?: string } {
  try {
    return { data: document.toJS({ maxAliasCount: 50 }) as unknown };
  } catch {
    return { fault: 'This file uses YAML aliases (*name) so often that it cannot be expanded.' };
  }
}

/** The offset of the deepest node on `path` that exists: a missing key is reported at its parent. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && keyText(item.key) === String(last));
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyText(key: unknown): string {
  return isNode(key) ? String(key.toJSON()) : String(key);
}

function reportIssue(
  file: string,
  issue: z.core.$ZodIssue,
  data: unknown,
  locate: Locate,
  report: Report,
): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const comma = key.includes(' ');
      report(
        file,
        locate([...issue.path, key]),
        comma ? 'comma' : 'unknown-key',
        comma
          ? `A comma cuts this text in two: "${key}" is read as a name of its own.`
          : `"${key}" means nothing here.`,
        comma
          ? 'Between { and }, put a text that holds a comma into quotes: { id: "satu, dua", en: "one, two" }.'
          : 'Remove it, or correct its spelling. CONTRIBUTING.md lists the names of each file.',
      );
    }
    return;
  }
  const name = fieldName(issue.path);
  report(file, locate(issue.path), 'wrong-value', sentence(issue, data), remedyFor(issue, name));
}

/** The last word of the path: `steps.2.minutes` is about `minutes`. */
function fieldName(path: readonly PropertyKey[]): string | undefined {
  return path.filter((part): part is string => typeof part === 'string').at(-1);
}

function sentence(issue: z.core.$ZodIssue, data: unknown): string {
  const where = issue.path.length > 0 ? `"${issue.path.map(String).join('.')}"` : 'This file';
  const value = valueAt(data, issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? `${where} is missing.`
        : `${where} must be ${KINDS[issue.expected] ?? issue.expected}, but it is ${kindOf(value)}.`;
    case 'invalid_value':
      return value === undefined
        ? `${where} is missing.`
        : `${where} must be one of ${issue.values.map(String).join(', ')}, but it is ${show(value)}.`;
    case 'invalid_union':
      return `${where} must be an answer, or answers with their likelihoods; it is ${kindOf(value)}.`;
    case 'invalid_key':
      return `${where} is not a good name: it must be lower-case words joined by hyphens.`;
    default:
      return `${where} ${issue.message}${typeof value === 'string' || typeof value === 'number' ? `; it is ${show(value)}` : ''}.`;
  }
}

function remedyFor(issue: z.core.$ZodIssue, name: string | undefined): string {
  const example = name === undefined ? undefined : EXAMPLES[name];
  if (example) return `Write for example: ${example}`;
  return issue.path.length === 0
    ? 'Write one `name: value` on each line; a file beside it shows which names.'
    : 'Compare with the same place in a file beside it.';
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'a group of `name: value` lines',
  record: 'a group of `name: value` lines',
};

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of `name: value` lines';
  if (typeof value === 'string') return `the text ${show(value)}`;
  return `${typeof value === 'number' ? 'the number' : 'the value'} ${show(value)}`;
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}
