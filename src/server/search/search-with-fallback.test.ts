import { describe, expect, it } from 'vitest';
import type { SearchResponse } from '../../core/search/index.ts';
import { searchWithFallback } from './search-with-fallback.ts';

const REQUEST = { query: 'otp', lang: 'id' } as const;

describe('searchWithFallback', () => {
  it('compares meanings while the model answers', async () => {
    const search = searchWithFallback({ search: answering('fused') }, { search: answering('lexical') });
    expect((await search(REQUEST)).mode).toBe('fused');
  });

  it.each([
    ['fails', () => Promise.reject(new Error('gone'))],
    ['does not answer in time', () => new Promise<never>(() => undefined)],
  ])('compares words when the model %s, and says why', async (_, broken) => {
    const reasons: unknown[] = [];
    const options = { patienceMs: 5, onFallback: (reason: unknown) => reasons.push(reason) };
    const search = searchWithFallback({ search: broken }, { search: answering('lexical') }, options);
    expect((await search(REQUEST)).mode).toBe('lexical');
    expect(reasons).toHaveLength(1);
  });

  it('fails when words fail too', async () => {
    const broken = () => Promise.reject(new Error('no index'));
    await expect(searchWithFallback({ search: broken }, { search: broken })(REQUEST)).rejects.toThrow(
      'no index',
    );
  });
});

function answering(mode: SearchResponse['mode']): () => Promise<SearchResponse> {
  return () => Promise.resolve({ ...REQUEST, mode, outOfScope: true, results: [] });
}
