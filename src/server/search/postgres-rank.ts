import { z } from 'zod';
import type { Language, Sector } from '../../core/article/browser.ts';
import {
  rarity,
  type RankedDocument,
  type ReadQuery,
  type SimilarDocument,
} from '../../core/search/index.ts';
import type { Session } from '../database/index.ts';
import { TEXT_SEARCH } from './postgres-index.ts';

/** What both sides are asked within. */
export interface Asked {
  readonly lang: Language;
  readonly sector: Sector | undefined;
  readonly documentCount: number;
}

/** Guides that words may give to the blend. */
const MOST_BY_WORDS = 300;
/** Guides that meanings may give to it. */
const MOST_BY_MEANING = 100;
/** What a word counts in steps (C), body (B) and title (A); D is not used. As the fields of the index files. */
const FIELD_WEIGHTS = '{0,0.17,0.5,1}';
/** Brings `ts_rank` to the scale of the index files, on which probabilities are fitted. */
const SCALE = 1.2;

const ranked = z.array(z.object({ document: z.int(), score: z.number() }));
const similar = z.array(z.object({ document: z.int(), similarity: z.number() }));

/**
 * The guides that have a word of the query in PostgreSQL's full-text search, best first: the sum over its
 * terms of weight × rarity × `ts_rank`, which is like BM25 with PostgreSQL's own saturation. Terms that
 * PostgreSQL brings to one stem count once.
 */
export async function rankByWords(
  session: Session,
  { weights, terms }: ReadQuery,
  { lang, sector, documentCount }: Asked,
): Promise<RankedDocument[]> {
  const asked = [...weights].map(([term, weight]) => ({
    term,
    importance: SCALE * weight * rarity(terms.frequency(term), documentCount),
  }));
  if (asked.length === 0) return [];
  const values = [
    lang,
    TEXT_SEARCH[lang],
    JSON.stringify(asked),
    FIELD_WEIGHTS,
    sector ?? null,
    MOST_BY_WORDS,
  ];
  return ranked.parse(await session.query(BY_WORDS, values));
}

const BY_WORDS = `
  WITH asked AS (
    SELECT ask, max(importance) AS importance
    FROM (
      SELECT importance, CASE
          WHEN term LIKE '@%' THEN quote_literal(term)::tsquery
          ELSE plainto_tsquery($2::text::regconfig, term)
        END AS ask
      FROM json_to_recordset($3::json) AS given(term text, importance float8)
    ) AS read
    WHERE numnode(ask) > 0
    GROUP BY ask
  )
  SELECT number AS document, sum(importance * ts_rank($4::text::float4[], words, ask))::float8 AS score
  FROM asked JOIN search_guide ON lang = $1 AND words @@ ask
  WHERE $5::text IS NULL OR sector = $5
  GROUP BY number
  ORDER BY score DESC, number
  LIMIT $6::int`;

/**
 * The guides of nearest meaning by the HNSW index, together with those that words found, nearest first: a
 * guide that only words found has its true similarity, as it has over the files.
 */
export async function rankByMeaning(
  session: Session,
  vector: Float32Array,
  byWords: readonly RankedDocument[],
  { lang, sector }: Asked,
): Promise<SimilarDocument[]> {
  const numbers = `{${byWords.map(({ document }) => document).join(',')}}`;
  const values = [lang, `[${vector.join(',')}]`, numbers, sector ?? null, MOST_BY_MEANING];
  return similar.parse(await session.query(byMeaning(vector.length), values));
}

/** The index stands for vectors of so many numbers, and a type takes no value from outside: the number is the model's. */
function byMeaning(dimensions: number): string {
  const type = `halfvec(${Math.trunc(dimensions)})`;
  const distance = `meaning::${type} <#> $2::text::${type}`;
  return `
    WITH near AS MATERIALIZED (
      SELECT number FROM search_guide
      WHERE lang = $1 AND ($4::text IS NULL OR sector = $4)
      ORDER BY ${distance}
      LIMIT $5::int
    )
    SELECT number AS document, -(${distance})::float8 AS similarity
    FROM search_guide
    WHERE lang = $1 AND number IN (SELECT number FROM near UNION SELECT unnest($3::text::int[]))
    ORDER BY similarity DESC, number`;
}
