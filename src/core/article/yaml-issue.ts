import { isMap, type Document } from 'yaml';
import type { z } from 'zod';
import { EXAMPLES } from './schema.ts';
import { describePath, exampleName } from './yaml-path.ts';

/** One fault of a value, for a person. */
export interface Issue {
  readonly path: readonly PropertyKey[];
  readonly rule: string;
  readonly problem: string;
  readonly remedy: string;
}

/** Of a hundred unknown names in one group the first few show what is wrong. */
const MAX_KEYS = 10;

/** Says in a writer's words what a schema found wrong with `data`. */
export function describeIssue(issue: z.core.$ZodIssue, data: unknown, document: Document): readonly Issue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MAX_KEYS).map((key) => describeKey([...issue.path, key], data, document));
  }
  if (issue.code === 'invalid_union') {
    const nearest = nearestBranch(issue, valueAt(data, issue.path));
    if (nearest.length > 0) return nearest.flatMap((inner) => describeIssue(inner, data, document));
  }
  const problem = `${describePath(issue.path)} ${claim(issue, valueAt(data, issue.path))}`;
  return [{ path: issue.path, rule: 'wrong-value', problem, remedy: remedyFor(issue, data) }];
}

function describeKey(path: readonly PropertyKey[], data: unknown, document: Document): Issue {
  const key = String(path.at(-1));
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  // In { id: one, two } the second half is a name without a value.
  if (isMap(parent) && parent.flow === true && valueAt(data, path) === null) {
    return {
      path,
      rule: 'comma',
      problem: `A comma cuts this text in two: "${key}" is read as a name of its own.`,
      remedy:
        'Between { and }, put a text that holds a comma into quotes: { id: "satu, dua", en: "one, two" }.',
    };
  }
  return {
    path,
    rule: 'unknown-key',
    problem: `"${key}" means nothing here.`,
    remedy: 'Remove it, or correct its spelling. CONTRIBUTING.md lists the names of each file.',
  };
}

/** What is wrong in the branch that the value was meant for: the one that takes values of its kind. */
function nearestBranch(issue: z.core.$ZodIssueInvalidUnion, value: unknown): readonly z.core.$ZodIssue[] {
  const meant = issue.errors.find(
    ([first]) => first && !(first.path.length === 0 && first.code === 'invalid_type'),
  );
  if (value === undefined || value === null || meant === undefined) return [];
  return meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function claim(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined && issue.code !== 'custom') return 'is missing.';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}, but it is ${kindOf(value)}.`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}, but it is ${kindOf(value)}.`;
    case 'invalid_union':
      return `must be one value, or a group of \`name: value\`; it is ${kindOf(value)}.`;
    case 'invalid_key':
      return 'is not a good name: it must be lower-case words joined by hyphens.';
    default:
      return `${issue.message}${typeof value === 'string' || typeof value === 'number' ? `; it is ${show(value)}` : ''}.`;
  }
}

function remedyFor(issue: z.core.$ZodIssue, data: unknown): string {
  const value = valueAt(data, issue.path);
  const key = issue.path.at(-1);
  const name = exampleName(issue.path);
  const example = name === undefined ? undefined : EXAMPLES[name];
  if (issue.code === 'invalid_type' && issue.expected === 'string' && isBareWord(value)) {
    return `Put it into quotes: ${typeof key === 'string' ? `${key}: ` : ''}"${String(value)}".`;
  }
  if (example) return `Write for example: ${example}`;
  return issue.path.length === 0
    ? 'Write one `name: value` on each line; a file beside it shows which names.'
    : 'Compare with the same place in a file beside it.';
}

/** YAML reads 500 and true as other things than text. */
function isBareWord(value: unknown): value is number | boolean {
  return typeof value === 'number' || typeof value === 'boolean';
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
  const text = String(value);
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}
