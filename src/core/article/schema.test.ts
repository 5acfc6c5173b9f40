import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  EXAMPLES,
  frontMatterSchema,
  problemSchema,
  serviceSchema,
  signFileSchema,
  sourceSchema,
} from './schema.ts';

/** Every key that a writer can meet: those of all schemas, at any depth. */
function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...properties, ...Object.values(schema).flatMap(keysOf)];
}
const SCHEMAS = [problemSchema, frontMatterSchema, signFileSchema, sourceSchema, serviceSchema];
const KEYS = [...new Set(SCHEMAS.flatMap((schema) => keysOf(z.toJSONSchema(schema, { io: 'input' }))))];
const LANGUAGE_KEYS = ['id', 'en'];

test.each(KEYS.filter((key) => !LANGUAGE_KEYS.includes(key)))(
  '"%s" has an example and a place in CONTRIBUTING.md',
  (key) => {
    expect(EXAMPLES[key]).toMatch(new RegExp(`^${key}: \\S`));
    const contributing = readFileSync(new URL('../../../CONTRIBUTING.md', import.meta.url), 'utf8');
    expect(contributing).toContain(`\`${key}\``);
  },
);

test('no example is of a key that does not exist', () => {
  expect(Object.keys(EXAMPLES).filter((key) => !KEYS.includes(key))).toEqual([]);
});
