import { DatabaseError, type Session } from '../database/index.ts';

/** A table whose rows are kept. */
export interface DescribedTable {
  /** Qualified and quoted. */
  readonly name: string;
  /** Those that hold something of their own, in the order of the table; quoted. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** What has to be made so that the rows of a database can be put in elsewhere. */
export interface SchemaDescription {
  /** Statements to run before the rows are there, in this order: types, functions, tables. */
  readonly before: readonly string[];
  /** Statements to run after: keys, indexes, references. */
  readonly after: readonly string[];
  readonly tables: readonly DescribedTable[];
  /** Qualified and quoted. */
  readonly sequences: readonly string[];
}

/**
 * Made anew from the content at the next start, with an extension that not every server has. Their migrations are
 * left out as well, so that they run again.
 */
export const REBUILT = { part: 'search', tables: ['public.search_index', 'public.search_guide'] };

/**
 * Describes all tables of a database, whoever made them, from PostgreSQL's own catalogue. Names come out qualified:
 * the session's search path is empty afterwards, until its transaction ends.
 * @throws {DatabaseError} when there is something that the description has no words for, such as a view.
 */
export async function describeSchema(session: Session): Promise<SchemaDescription> {
  await session.execute("SET LOCAL search_path = ''");
  const strange = await session.query(STRANGE);
  if (strange.length > 0) {
    const names = strange.map(({ name }) => String(name)).join(', ');
    throw new DatabaseError(
      `The database holds what is not Pandu's: ${names}. Give Pandu a database of its own; nothing was copied.`,
    );
  }
  const columns = await session.query(COLUMNS);
  const tables = Map.groupBy(columns, (row) => String(row['table']));
  return {
    before: await readStatements(session, BEFORE),
    after: await readStatements(session, AFTER),
    tables: [...tables].map(([name, rows]) => ({
      name,
      columns: rows.map((row) => ({ name: String(row['name']), type: String(row['type']) })),
    })),
    sequences: (await session.query(SEQUENCES)).map(({ name }) => String(name)),
  };
}

async function readStatements(session: Session, questions: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const question of questions) {
    for (const row of await session.query(question)) found.push(String(row['statement']));
  }
  return found;
}

/** The relations that are somebody's own: no system tables, none of an extension, none that are rebuilt. */
const OWN = `own AS (
  SELECT c.oid, c.relname, c.relkind, c.relispartition, c.relpartbound, c.reloptions, c.relpersistence,
    n.nspname, format('%I.%I', n.nspname, c.relname) AS name
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    AND NOT EXISTS (
      SELECT FROM pg_depend d
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
    )
    AND format('%I.%I', n.nspname, c.relname) <> ALL ('{${REBUILT.tables.join(',')}}')
)`;

const STRANGE = `WITH ${OWN}
  SELECT name FROM own WHERE relkind IN ('v', 'm', 'f', 'c')
  UNION ALL
  SELECT name FROM own WHERE NOT relispartition AND relkind = 'r'
    AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = own.oid)
  UNION ALL
  SELECT format('%I.%I', n.nspname, t.typname) FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE t.typtype IN ('d', 'r') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')`;

const COLUMNS = `WITH ${OWN}
  SELECT own.name AS "table", quote_ident(a.attname) AS name, format_type(a.atttypid, a.atttypmod) AS type
  FROM own JOIN pg_attribute a ON a.attrelid = own.oid
  WHERE own.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  ORDER BY own.name, a.attnum`;

const SEQUENCES = `WITH ${OWN} SELECT name FROM own WHERE relkind = 'S' ORDER BY name`;

const SCHEMAS = `SELECT format('CREATE SCHEMA %I', nspname) AS statement FROM pg_namespace
  WHERE nspname NOT IN ('information_schema', 'public') AND nspname !~ '^pg_' ORDER BY nspname`;

const EXTENSIONS = `WITH ${OWN}
  SELECT DISTINCT format('CREATE EXTENSION IF NOT EXISTS %I', e.extname) AS statement
  FROM pg_depend d JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
  WHERE d.deptype = 'e' AND (
    (d.classid = 'pg_type'::regclass
      AND d.objid IN (SELECT atttypid FROM pg_attribute JOIN own ON own.oid = attrelid))
    OR (d.classid = 'pg_opclass'::regclass
      AND d.objid IN (SELECT unnest(indclass) FROM pg_index JOIN own ON own.oid = indrelid))
  )`;

const ENUMS = `SELECT format('CREATE TYPE %s AS ENUM (%s)', t.oid::regtype,
    (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid)
  ) AS statement
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE t.typtype = 'e' AND n.nspname !~ '^pg_' ORDER BY t.oid`;

const FUNCTIONS = `SELECT pg_get_functiondef(p.oid) AS statement
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND p.prokind IN ('f', 'p')
    AND NOT EXISTS (
      SELECT FROM pg_depend d
      WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
    )
  ORDER BY p.oid`;

/** Those of identity columns are made with their table. */
const OWN_SEQUENCES = `WITH ${OWN}
  SELECT format('CREATE SEQUENCE %s AS %s INCREMENT %s MINVALUE %s MAXVALUE %s START %s CACHE %s%s',
    own.name, format_type(s.seqtypid, NULL), s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache,
    CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END) AS statement
  FROM own JOIN pg_sequence s ON s.seqrelid = own.oid
  WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = own.oid AND d.deptype = 'i')
  ORDER BY own.name`;

/** A partition has the identity of its parent, once it is attached. */
const TABLES = `WITH ${OWN}
  SELECT format('CREATE %sTABLE %s (%s)%s%s',
    CASE own.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END, own.name,
    concat_ws(', ',
      (SELECT string_agg(concat_ws(' ',
          quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
          CASE WHEN a.attcollation <> t.typcollation THEN 'COLLATE ' || a.attcollation::regcollation::text END,
          CASE WHEN a.attgenerated = 's' THEN format('GENERATED ALWAYS AS (%s) STORED', pg_get_expr(d.adbin, d.adrelid))
            WHEN a.attgenerated = 'v' THEN format('GENERATED ALWAYS AS (%s) VIRTUAL', pg_get_expr(d.adbin, d.adrelid))
            WHEN d.oid IS NOT NULL THEN 'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END,
          CASE WHEN a.attidentity <> '' AND NOT own.relispartition THEN format('GENERATED %s AS IDENTITY (SEQUENCE NAME %s)',
            CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END,
            pg_get_serial_sequence(own.name, a.attname)) END,
          CASE WHEN a.attnotnull THEN 'NOT NULL' END
        ), ', ' ORDER BY a.attnum)
        FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attrelid = own.oid AND a.attnum > 0 AND NOT a.attisdropped),
      (SELECT string_agg(format('CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)), ', ' ORDER BY k.conname)
        FROM pg_constraint k WHERE k.conrelid = own.oid AND k.contype = 'c')
    ),
    CASE WHEN own.relkind = 'p' THEN ' PARTITION BY ' || pg_get_partkeydef(own.oid) ELSE '' END,
    CASE WHEN own.reloptions IS NULL THEN '' ELSE ' WITH (' || array_to_string(own.reloptions, ', ') || ')' END
  ) AS statement
  FROM own WHERE own.relkind IN ('r', 'p') ORDER BY own.oid`;

const SEQUENCE_OWNERS = `WITH ${OWN}
  SELECT format('ALTER SEQUENCE %s OWNED BY %s.%I', own.name, d.refobjid::regclass, a.attname) AS statement
  FROM own JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = own.oid AND d.deptype = 'a'
  JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE own.relkind = 'S' AND d.refclassid = 'pg_class'::regclass ORDER BY own.name`;

const PARTITIONS = `WITH ${OWN}
  SELECT format('ALTER TABLE %s ATTACH PARTITION %s %s',
    i.inhparent::regclass, own.name, pg_get_expr(own.relpartbound, own.oid)) AS statement
  FROM own JOIN pg_inherits i ON i.inhrelid = own.oid
  WHERE own.relispartition AND own.relkind IN ('r', 'p') ORDER BY own.oid`;

const KEYS = `WITH ${OWN}
  SELECT format('ALTER TABLE %s%s ADD CONSTRAINT %I %s',
    CASE own.relkind WHEN 'p' THEN 'ONLY ' ELSE '' END, own.name, k.conname, pg_get_constraintdef(k.oid)) AS statement
  FROM own JOIN pg_constraint k ON k.conrelid = own.oid
  WHERE k.contype IN ('p', 'u', 'x') ORDER BY k.oid`;

const INDEXES = `WITH ${OWN}
  SELECT pg_get_indexdef(i.indexrelid) AS statement
  FROM own JOIN pg_index i ON i.indrelid = own.oid
  WHERE (i.indisvalid OR own.relkind = 'p') AND NOT EXISTS (
    SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
  )
  ORDER BY i.indexrelid`;

const INDEX_PARTITIONS = `WITH ${OWN}
  SELECT format('ALTER INDEX %s ATTACH PARTITION %s', i.inhparent::regclass, own.name) AS statement
  FROM own JOIN pg_inherits i ON i.inhrelid = own.oid
  WHERE own.relkind IN ('i', 'I') ORDER BY own.name`;

const REFERENCES = `WITH ${OWN}
  SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', own.name, k.conname, pg_get_constraintdef(k.oid)) AS statement
  FROM own JOIN pg_constraint k ON k.conrelid = own.oid
  WHERE k.contype = 'f' AND k.conparentid = 0 ORDER BY k.oid`;

const TRIGGERS = `WITH ${OWN}
  SELECT pg_get_triggerdef(t.oid) AS statement FROM own JOIN pg_trigger t ON t.tgrelid = own.oid
  WHERE NOT t.tgisinternal AND t.tgparentid = 0 ORDER BY t.oid`;

const BEFORE = [SCHEMAS, EXTENSIONS, ENUMS, FUNCTIONS, OWN_SEQUENCES, TABLES, SEQUENCE_OWNERS, PARTITIONS];
const AFTER = [KEYS, INDEXES, INDEX_PARTITIONS, REFERENCES, TRIGGERS];
