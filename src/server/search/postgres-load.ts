import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LANGUAGES, type Article, type Language } from '../../core/article/browser.ts';
import { SearchIndexError, type OpenIndex, type VectorIndex } from '../../core/search/index.ts';
import { applyMigrations, DatabaseError, type Database, type Session } from '../database/index.ts';
import { openBuiltLanguage, TEXT_SEARCH, type BuiltLanguage, type BuiltSearch } from './postgres-index.ts';

/** Guides in one statement. */
const BATCH = 250;

/**
 * Brings the guides and vectors of a build into the database, each language in one transaction; one that is
 * there already is left alone. Readers see the old guides until the new ones are whole.
 * @throws {DatabaseError} when the server has no pgvector.
 */
export async function loadPostgresSearch(
  database: Database,
  built: BuiltSearch,
  onProgress: (line: string) => void = () => undefined,
): Promise<void> {
  await migrate(database);
  for (const lang of LANGUAGES) {
    const language = await openBuiltLanguage(built, lang);
    await database.transaction(async (session) => {
      // Processes that start together load once.
      await session.execute('LOCK TABLE search_index IN SHARE ROW EXCLUSIVE MODE');
      const rows = await session.query('SELECT fingerprint FROM search_index WHERE lang = $1', [lang]);
      if (rows[0]?.['fingerprint'] === language.fingerprint) return;
      await loadLanguage(session, built, lang, language, onProgress);
    });
  }
}

async function migrate(database: Database): Promise<void> {
  try {
    await applyMigrations(database, 'search', path.join(import.meta.dirname, 'postgres-schema'));
  } catch (cause) {
    throw new DatabaseError(
      `The database cannot hold the search (${cause instanceof Error ? cause.message : 'no reason given'}). ` +
        'PANDU_SEARCH=postgres needs the pgvector extension, 0.8 or newer, and the right to create it; PANDU_SEARCH=files needs neither.',
      { cause },
    );
  }
}

async function loadLanguage(
  session: Session,
  built: BuiltSearch,
  lang: Language,
  { index, vectors, fingerprint }: BuiltLanguage,
  onProgress: (line: string) => void,
): Promise<void> {
  const name = await keepOnlyIndex(session, lang, vectors);
  await session.query('DELETE FROM search_guide WHERE lang = $1', [lang]);
  for (let start = 0; start < index.documentCount; start += BATCH) {
    const end = Math.min(start + BATCH, index.documentCount);
    const rows = [];
    for (let number = start; number < end; number++) {
      rows.push(await readRow(built, lang, number, index, vectors));
    }
    await session.query(INSERT, [lang, TEXT_SEARCH[lang], JSON.stringify(rows)]);
    onProgress(`Loading the guides into the database (${lang}): ${end} of ${index.documentCount}`);
  }
  if (vectors) await session.execute(indexStatement(name, lang, vectors.dimensions));
  await session.query(
    'INSERT INTO search_index (lang, fingerprint) VALUES ($1, $2) ON CONFLICT (lang) DO UPDATE SET fingerprint = $2',
    [lang, fingerprint],
  );
}

const INSERT = `
  INSERT INTO search_guide (lang, number, sector, words, meaning)
  SELECT $1, number, sector,
    setweight(to_tsvector($2::text::regconfig, title), 'A')
      || setweight(to_tsvector($2::text::regconfig, body), 'B')
      || setweight(to_tsvector($2::text::regconfig, steps), 'C')
      || setweight(place::tsvector, 'A'),
    meaning::halfvec
  FROM json_to_recordset($3::json)
    AS given(number int, sector text, title text, body text, steps text, place text, meaning text)`;

async function readRow(
  { articles }: BuiltSearch,
  lang: Language,
  number: number,
  index: OpenIndex,
  vectors: VectorIndex | undefined,
) {
  const { id } = await index.loadCard(number);
  const article = await readArticle(path.join(articles, lang, `${id}.json`));
  // The words as search reads them: spelling and slang made one, each with its root beside it.
  const read = (texts: readonly string[]) =>
    texts.flatMap((text) => index.analyser.analyse(text).flatMap(({ terms }) => terms)).join(' ');
  const { sector, title, description, asks, symptoms, steps } = article;
  return {
    number,
    sector,
    title: read([title]),
    body: read([description, ...asks, ...symptoms.map(({ text }) => text)]),
    steps: read(steps.map(({ action, detail }) => `${action.text} ${detail.text}`)),
    place: `'@${sector}':1`,
    meaning: vectors ? writeVector(vectors, number) : null,
  };
}

async function readArticle(file: string): Promise<Article> {
  try {
    // Written by the build from a checked article.
    return JSON.parse(await readFile(file, 'utf8')) as Article;
  } catch (cause) {
    throw new SearchIndexError(`${file} cannot be read. Build the site again.`, { cause });
  }
}

function writeVector({ values, dimensions, quantum }: VectorIndex, number: number): string {
  const row = values.subarray(number * dimensions, (number + 1) * dimensions);
  return `[${Array.from(row, (value) => value / quantum).join(',')}]`;
}

/** Drops the vector indexes of a language for other dimensions, and gives the name of the one to have. */
async function keepOnlyIndex(
  session: Session,
  lang: Language,
  vectors: VectorIndex | undefined,
): Promise<string> {
  const prefix = `search_guide_meaning_${lang}_`;
  const wanted = `${prefix}${vectors?.dimensions ?? 0}`;
  const rows = await session.query(
    'SELECT quote_ident(indexname) AS name FROM pg_indexes WHERE schemaname = current_schema() AND starts_with(indexname, $1) AND indexname <> $2',
    [prefix, wanted],
  );
  for (const { name } of rows) await session.execute(`DROP INDEX ${String(name)}`);
  return wanted;
}

/** One index a language, so that neighbours of another language take no place; statements of this kind take no values. */
function indexStatement(name: string, lang: Language, dimensions: number): string {
  return `CREATE INDEX IF NOT EXISTS ${name} ON search_guide USING hnsw ((meaning::halfvec(${dimensions})) halfvec_ip_ops) WHERE lang = '${lang}'`;
}
