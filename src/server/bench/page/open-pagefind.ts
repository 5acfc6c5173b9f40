/** The part of Pagefind's browser module that is used here. */
export interface Pagefind {
  search(query: string): Promise<{ readonly results: readonly PagefindResult[] }>;
}

export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  data(): Promise<{ readonly url: string; readonly meta: Readonly<Record<string, string>> }>;
}

/** Loads the module that Pagefind writes beside its index. */
export async function openPagefind(): Promise<Pagefind> {
  const path = '/pagefind/pagefind.js';
  const pagefind = (await import(/* @vite-ignore */ path)) as Pagefind & { init(): Promise<void> };
  await pagefind.init();
  return pagefind;
}

/** The best results with their titles. */
export async function readResults(results: readonly PagefindResult[], limit: number) {
  const data = await Promise.all(results.slice(0, limit).map((result) => result.data()));
  return data.map(({ url, meta }) => ({ id: url.replaceAll(/^\/|\/$/g, ''), title: meta['title'] ?? '' }));
}
