import { z } from 'zod';
import type { AskOutward } from '../outward/index.ts';
import { ConnectorError } from './connector.ts';

/** What is asked of a desk elsewhere, and what its answer must hold. */
export interface JsonRequest<Schema extends z.ZodType> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly schema: Schema;
}

/** Asks a desk elsewhere in JSON. */
export type AskJson = <Schema extends z.ZodType>(request: JsonRequest<Schema>) => Promise<z.infer<Schema>>;

/** An id that a desk gives as a number or a text. */
export const remoteId = z.union([z.int(), z.string().min(1)]).transform(String);

/**
 * Gives what asks the JSON API below `base`.
 * @throws {ConnectorError} when the answer is not 2xx, or not what was expected.
 */
export function askJson(
  ask: AskOutward,
  name: string,
  base: string,
  headers: Readonly<Record<string, string>>,
): AskJson {
  return async ({ method, path, body, schema }) => {
    const { status, body: text } = await ask({
      method,
      url: `${base}${path}`,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (status < 200 || status > 299) throw new ConnectorError(`${name} answered ${status}. ${hint(status)}`);
    const parsed = schema.safeParse(parse(text));
    if (!parsed.success)
      throw new ConnectorError(`${name} answered in a form that is not in its documentation.`);
    return parsed.data;
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: no schema takes it.
    return undefined;
  }
}

function hint(status: number): string {
  if (status === 401 || status === 403) return 'Check its token and what that token may do.';
  if (status === 404) return 'Check its address, and the account, inbox or group of the settings.';
  return 'It will be tried again.';
}
