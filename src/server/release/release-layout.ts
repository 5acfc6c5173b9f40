import path from 'node:path';

/** Where the parts of one release lie. */
export interface ReleaseLayout {
  /** Everything that is served as a file; where Astro puts the pages made beforehand. */
  readonly client: string;
  /** Astro's program for the pages made on request. */
  readonly entry: string;
  /** `<lang>/<sector>/<slug>.json`: the article models for the API. */
  readonly articles: string;
  /** The search index, and vectors where a model made them. */
  readonly search: string;
  /** Permalink code → problem id. */
  readonly codes: string;
  /** What conversations are led by, which browsers fetch as well. */
  readonly knowledge: string;
  /** The table of what lies in `client`, with types, tags and packed forms. */
  readonly files: string;
}

/** The places inside a release's folder. */
export function releaseLayout(folder: string): ReleaseLayout {
  return {
    client: path.join(folder, 'client'),
    entry: path.join(folder, 'server', 'entry.mjs'),
    articles: path.join(folder, 'data', 'articles'),
    search: path.join(folder, 'data', 'search'),
    codes: path.join(folder, 'data', 'codes.json'),
    knowledge: path.join(folder, 'client', 'diagnosa-data.json'),
    files: path.join(folder, 'data', 'files.json'),
  };
}
