import { isMap, isNode, isPair, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'zod';
import type { Place, Report } from './content-file.ts';
import { describeIssue } from './yaml-issue.ts';
import { checkPlaceholders } from './yaml-placeholder.ts';
import type { Locate } from './yaml-path.ts';
import { reportSlip, reportSyntax, type SlipCode } from './yaml-syntax.ts';

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
  const document = parse(text, lines);
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line) + lineOffset, column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    reportSyntax(file, document.errors, at, report);
    return undefined;
  }
  const value = toValue(document);
  if (!value.ok) {
    reportSlip(file, at(value.offset), value.code, report);
    return undefined;
  }
  const locate: Locate = (path) => at(offsetOf(document, path));
  const unwritten = checkPlaceholders(file, value.data, locate, report);
  const result = schema.safeParse(value.data);
  if (result.success && unwritten.size === 0) return { data: result.data, locate };
  for (const issue of result.error?.issues ?? []) {
    if (unwritten.has(issue.path.join('.'))) continue;
    for (const { path, rule, problem, remedy } of describeIssue(issue, value.data, document)) {
      report(file, locate(path), rule, problem, remedy);
    }
  }
  return undefined;
}

function parse(text: string, lineCounter: LineCounter): Document.Parsed {
  // Its own messages carry the line a second time, and cost the square of the file's length.
  return parseDocument(text, {
    lineCounter,
    uniqueKeys: true,
    merge: false,
    prettyErrors: false,
    logLevel: 'error',
  });
}

type Value =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly code: SlipCode; readonly offset: number };

/** The document as plain data. Aliases are refused: nothing here needs them, and a nest of them explodes. */
function toValue(document: Document): Value {
  try {
    let alias: number | undefined;
    visit(document, {
      Alias: (_key, { range }) => {
        alias = range?.[0] ?? 0;
        return visit.BREAK;
      },
    });
    if (alias !== undefined) return { ok: false, code: 'BAD_ALIAS', offset: alias };
    return { ok: true, data: document.toJS() as unknown };
  } catch {
    // Only running out of stack is left to go wrong.
    return { ok: false, code: 'TOO_DEEP', offset: 0 };
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
