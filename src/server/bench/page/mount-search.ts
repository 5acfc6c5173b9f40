import type { Language } from '../../../core/article/browser.ts';

/** A hit as a list shows it. */
export interface PageHit {
  readonly id: string;
  readonly title: string;
}

/** Finds the best `limit` guides, best first, with everything that a list of them shows. */
export type PageSearch = (query: string, limit: number) => Promise<readonly PageHit[]>;

/** What the queries gave: the ids of each, and the milliseconds of each repeat of each. */
export interface PageTiming {
  readonly ids: readonly (readonly string[])[];
  readonly timesMs: readonly (readonly number[])[];
}

declare global {
  interface Window {
    timeQueries?: (queries: readonly string[], repeats: number) => Promise<PageTiming>;
  }
}

const HITS_TIMED = 3;

/**
 * Puts a search box on the page that fetches the index when it is first touched and shows the best
 * hit, and gives the benchmark its clock. The language is that of the document.
 */
export function mountSearch(open: (lang: Language) => Promise<PageSearch>): void {
  const lang = document.documentElement.lang === 'en' ? 'en' : 'id';
  const [box, list] = [document.createElement('input'), document.createElement('ol')];
  document.body.append(box, list);
  let opened: Promise<PageSearch> | undefined;
  const openOnce = () => (opened ??= open(lang));
  box.addEventListener('input', () => {
    void openOnce()
      .then((search) => search(box.value, 1))
      .then((hits) => {
        list.replaceChildren(
          ...hits.map(({ title }) => Object.assign(document.createElement('li'), { textContent: title })),
        );
        list.dataset['shown'] = String(hits.length);
      });
  });
  window.timeQueries = async (queries, repeats) => {
    const search = await openOnce();
    // The first round fetches what the queries need and warms the engine; the second is timed.
    const ids: string[][] = [];
    for (const query of queries) ids.push((await search(query, HITS_TIMED)).map(({ id }) => id));
    const timesMs: number[][] = [];
    for (const query of queries) {
      const times: number[] = [];
      for (let repeat = 0; repeat < repeats; repeat++) {
        const start = performance.now();
        await search(query, HITS_TIMED);
        times.push(performance.now() - start);
      }
      timesMs.push(times);
    }
    return { ids, timesMs };
  };
}

/** The text of a file beside the page. @throws {Error} when the server does not have it. */
export async function fetchText(path: string): Promise<string> {
  return (await fetchFile(path)).text();
}

/** The bytes of a file beside the page. @throws {Error} when the server does not have it. */
export async function fetchBytes(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetchFile(path)).arrayBuffer());
}

async function fetchFile(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response;
}
