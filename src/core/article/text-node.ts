import type { Node } from 'mdast';
import { placeAt, type Place } from './content-file.ts';

/** A node of markdown that holds characters as they were written. */
export interface TextNode extends Node {
  readonly value: string;
}

/** These begin with a line of their own, --- or ```, which is not part of their value. */
const FENCED = ['yaml', 'code'];

/** Where a character of a node stands in its file; the column is near when the text is indented or escaped. */
export function placeInNode(node: TextNode, offset: number): Place | undefined {
  if (!node.position) return undefined;
  const within = placeAt(node.value, offset);
  const { line, column } = node.position.start;
  if (FENCED.includes(node.type)) return { line: line + within.line, column: within.column };
  return within.line === 1
    ? { line, column: column + within.column - 1 }
    : { line: line + within.line - 1, column: within.column };
}
