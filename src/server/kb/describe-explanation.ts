import type { Explanation, Found, MatchKind, QueryWord, SearchHit } from '../../core/search/index.ts';
import { drawTable } from './draw-table.ts';

/** What a search found and why, as text for a terminal. */
export function describeExplanation(explanation: Explanation): string {
  const { response, mode } = explanation;
  const side = mode === 'fused' ? 'words and meaning' : 'words alone (no embedding model is set up)';
  return [
    `"${response.query}" (${response.lang}), compared by ${side}`,
    describeWords(explanation),
    describeHits(explanation),
    describeScope(explanation),
  ].join('\n\n');
}

const REASONS: Readonly<Record<MatchKind, string>> = {
  form: 'as written',
  root: 'same root',
  related: 'related word',
  sector: 'names a sector',
  typo: 'typing error',
  prefix: 'begins so',
};

function describeWords({ words, importance, response }: Explanation): string {
  if (words.length === 0) return 'No word of it says anything: all are function words, numbers or signs.';
  const rows = words.flatMap((word) => rowsOf(word, importance));
  return `Words that say something in "${response.query}"\n${drawTable(['word', 'looked up as', 'why', 'weight', 'tells'], rows)}`;
}

function rowsOf(word: QueryWord, importance: Explanation['importance']): string[][] {
  if (word.terms.length === 0) return [[word.written, word.forms.join(', '), 'in no guide', '', '']];
  return word.terms.map(({ term, weight, kind }, index) => [
    index === 0 ? word.written : '',
    term,
    REASONS[kind],
    weight.toFixed(2),
    (importance.get(term) ?? 0).toFixed(2),
  ]);
}

function describeHits({ response, found }: Explanation): string {
  if (response.results.length === 0) return 'No guide was found.';
  const rows = response.results.map((hit, index) => {
    const { lexical, semantic }: Partial<Found> = found[index] ?? {};
    return [
      String(index + 1),
      percent(hit.confidence),
      lexical ? `${lexical.rank}  (${lexical.score.toFixed(2)})` : '–',
      semantic ? `${semantic.rank}  (${semantic.similarity.toFixed(2)})` : '–',
      hit.id,
    ];
  });
  const table = drawTable(
    ['', 'probability', 'rank by words (score)', 'rank by meaning (similarity)', 'guide'],
    rows,
  );
  const passages = response.results.map((hit, index) => `  ${index + 1}. ${hit.title}\n     ${quote(hit)}`);
  return `What the reader gets\n${table}\n\n${passages.join('\n')}`;
}

/** The passage with what matched in [brackets]. */
function quote({ passage }: SearchHit): string {
  let text = '';
  let from = 0;
  for (const [start, end] of passage.marks) {
    text += `${passage.text.slice(from, start)}[${passage.text.slice(start, end)}]`;
    from = end;
  }
  const place = passage.anchor === '' ? '' : `#${passage.anchor}: `;
  return place + (text + passage.text.slice(from)).replaceAll(/\s+/g, ' ');
}

function describeScope({ any, response }: Explanation): string {
  const chance = `The chance that one of the guides answers is ${percent(any)}.`;
  return response.outOfScope
    ? `${chance} The reader is told that no guide fits, and sees these as the nearest.`
    : chance;
}

function percent(probability: number): string {
  return `${String(Math.round(probability * 100))} %`;
}
