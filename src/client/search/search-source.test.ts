import { describe, expect, test } from 'vitest';
import { fakeResponse } from './fake-response.ts';
import type { AskSearch } from './search-session.ts';
import { searchWithFallback } from './search-source.ts';

const files: AskSearch = ({ query }) => Promise.resolve(fakeResponse(query, ['from-files']));
const request = { query: 'otp', lang: 'id' } as const;

async function firstId(
  search: AskSearch,
  signal = new AbortController().signal,
): Promise<string | undefined> {
  return (await search(request, signal)).results[0]?.id;
}

describe('searchWithFallback', () => {
  test('asks the server when there is one', async () => {
    const search = searchWithFallback(() => Promise.resolve(fakeResponse('otp', ['from-server'])), files);
    expect(await firstId(search)).toBe('from-server');
  });

  test('reads the files when there is no server', async () => {
    expect(await firstId(searchWithFallback(undefined, files))).toBe('from-files');
  });

  test('reads the files when the server fails, and does not ask it again', async () => {
    let asked = 0;
    const search = searchWithFallback(() => {
      asked++;
      return Promise.reject(new TypeError('Failed to fetch'));
    }, files);
    expect(await firstId(search)).toBe('from-files');
    expect(await firstId(search)).toBe('from-files');
    expect(asked).toBe(1);
  });

  test('does not take a cancelled request for a broken server', async () => {
    let asked = 0;
    const search = searchWithFallback((_, signal) => {
      asked++;
      signal.throwIfAborted();
      return Promise.resolve(fakeResponse('otp', ['from-server']));
    }, files);
    await expect(firstId(search, AbortSignal.abort())).rejects.toThrow('aborted');
    expect(await firstId(search)).toBe('from-server');
    expect(asked).toBe(2);
  });
});
