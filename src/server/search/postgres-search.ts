import { LANGUAGES, type Language } from '../../core/article/browser.ts';
import {
  EmbedderMismatchError,
  judgeRanks,
  openSearch,
  readQuery,
  SearchIndexError,
  type Embedder,
  type Retrieve,
  type Search,
} from '../../core/search/index.ts';
import type { Database, Session } from '../database/index.ts';
import { openBuiltLanguage, type BuiltLanguage, type BuiltSearch } from './postgres-index.ts';
import { readPart } from './open-search-folder.ts';
import { rankByMeaning, rankByWords } from './postgres-rank.ts';

/**
 * A search that the database ranks: its full-text search for words, pgvector for meanings. How a query is
 * read, how both are blended and how likely a hit is right are the same as over the files of the build, and
 * what a hit shows comes from them. Without `embedder`, or without vectors, words alone are compared.
 * @throws {EmbedderMismatchError} when another model made the vectors.
 */
export async function openPostgresSearch(
  database: Database,
  built: BuiltSearch,
  embedder?: Embedder,
): Promise<Search> {
  const retrieveFrom: Partial<Record<Language, Retrieve>> = {};
  for (const lang of LANGUAGES) {
    const language = await openBuiltLanguage(built, lang);
    const { vectors } = language;
    if (embedder && vectors && vectors.model !== embedder.id) {
      throw new EmbedderMismatchError(vectors.model, embedder.id);
    }
    retrieveFrom[lang] = retrieveWith(database, lang, language, vectors && embedder);
  }
  // The loop has given each language its own.
  const search = openSearch({
    load: (name) => readPart(built.search, name),
    retrieveFrom: retrieveFrom as Record<Language, Retrieve>,
  });
  // A database that does not hold this build is found at the start, not by the first reader.
  for (const lang of LANGUAGES) await search.search({ query: '', lang, passages: false });
  return search;
}

function retrieveWith(
  database: Database,
  lang: Language,
  { fingerprint }: Pick<BuiltLanguage, 'fingerprint'>,
  embedder: Embedder | undefined,
): Retrieve {
  return async ({ query, sector }, index) => {
    const read = await readQuery(query, index);
    const vector = (await embedder?.embed([query], 'query'))?.[0];
    return database.transaction(async (session) => {
      await session.execute(SETUP);
      await checkBuild(session, lang, fingerprint);
      const asked = { lang, sector, documentCount: index.documentCount };
      const lexical = await rankByWords(session, read, asked);
      const similar = vector && (await rankByMeaning(session, vector, lexical, asked));
      return judgeRanks(read, lexical, similar, index);
    });
  };
}

/** One view of the tables for all statements; neighbours are sought until enough are of the sector asked for. */
const SETUP = `
  SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
  SET LOCAL hnsw.ef_search = 200;
  SET LOCAL hnsw.iterative_scan = strict_order`;

/** Numbers of guides mean something only in the build that gave them; another process may have loaded another. */
async function checkBuild(session: Session, lang: Language, fingerprint: string): Promise<void> {
  const rows = await session.query('SELECT fingerprint FROM search_index WHERE lang = $1', [lang]);
  if (rows[0]?.['fingerprint'] !== fingerprint) {
    throw new SearchIndexError(
      'The database holds the guides of another build. Start again, so that this one is loaded.',
    );
  }
}
