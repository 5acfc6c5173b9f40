import type { Database, Row } from '../database/index.ts';
import { describeSchema, type SchemaDescription } from './describe-schema.ts';

/** A database with something of everything that tables of Pandu and of what it uses are made of. */
export async function createMany(database: Database): Promise<void> {
  await database.execute(`
    CREATE SCHEMA queue;
    CREATE TYPE queue.state AS ENUM ('made', 'it''s done');
    CREATE FUNCTION queue.next_name(prefix text) RETURNS text LANGUAGE plpgsql AS $$
      BEGIN RETURN prefix || (SELECT count(*) FROM queue.job); END; $$;
    CREATE TABLE queue.job (
      name text NOT NULL,
      id uuid NOT NULL DEFAULT gen_random_uuid(),
      state queue.state NOT NULL DEFAULT 'made',
      "Odd name" text DEFAULT queue.next_name('job-'),
      PRIMARY KEY (name, id)
    ) PARTITION BY LIST (name);
    CREATE INDEX job_state ON queue.job (state) WHERE state < 'it''s done';
    CREATE TABLE queue.job_mail PARTITION OF queue.job FOR VALUES IN ('mail') WITH (fillfactor = 70);
    CREATE TABLE queue.job_rest PARTITION OF queue.job DEFAULT;
    INSERT INTO queue.job (name, id) VALUES
      ('mail', '00000000-0000-4000-8000-000000000001'), ('other', '00000000-0000-4000-8000-000000000002');

    CREATE TABLE person (
      number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      email text UNIQUE CHECK (email <> ''),
      code char(5) COLLATE "C",
      shout text GENERATED ALWAYS AS (upper(email)) STORED
    );
    INSERT INTO person (email) VALUES ('a@example.org'), ('b@example.org');
    CREATE TABLE thing (
      n bigserial,
      person bigint REFERENCES person ON DELETE CASCADE DEFERRABLE,
      at timestamptz, amount numeric, few numeric(6, 2), real double precision, blob bytea, doc jsonb, old json,
      words text[], grid int[], flag boolean, span interval, day date, address inet, search tsvector
    );
    ALTER TABLE thing ALTER COLUMN blob SET STORAGE EXTERNAL;
    CREATE UNIQUE INDEX thing_n ON thing (n DESC) INCLUDE (flag);
    INSERT INTO thing (person, at, amount, few, real, blob, doc, old, words, grid, flag, span, day, address, search) VALUES
      (1, '2026-02-03 04:05:06.789012+07', 12345678901234567890.000100, 1.50, 0.1, '\\x00ff0a5c', 'null', '{"b": 1,  "a": 1e5}',
        ARRAY['a,b', NULL, '"', '{}', '\\', ''], '[2:3]={1,2}', true, '1 mon 2 days 03:04:05.000006', '2026-01-01',
        '10.0.0.0/8', to_tsvector('simple', 'satu dua')),
      (2, 'infinity', 'NaN', NULL, '-Infinity', '', '{"a": "\\u2028", "n": 1.10}', 'null', '{}', NULL, false, NULL,
        '0044-03-15 BC', '::1', NULL),
      (NULL, NULL, NULL, NULL, 'NaN', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    SELECT setval('thing_n_seq', 9007199254740993);
  `);
}

/** Everything in a database: how its tables are described, and their rows as text, in order. */
export async function readAll(
  database: Database,
): Promise<{ readonly schema: SchemaDescription; readonly rows: Readonly<Record<string, readonly Row[]>> }> {
  return database.transaction(async (session) => {
    const schema = await describeSchema(session);
    const rows: Record<string, readonly Row[]> = {};
    for (const { name } of schema.tables) {
      rows[name] = await session.query(`SELECT t::text AS row FROM ${name} t ORDER BY 1`);
    }
    for (const name of schema.sequences) {
      rows[name] = await session.query(`SELECT last_value::text, is_called FROM ${name}`);
    }
    return { schema, rows };
  });
}
