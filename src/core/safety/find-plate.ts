import { labelsAfter, labelsBefore } from './number-label.ts';
import type { Token } from './message-token.ts';
import type { PersonalSpan } from './personal-data.ts';

/** Area codes of Indonesian number plates. */
const AREAS = new Set(
  'A AA AB AD AE AG B BA BB BD BE BG BH BK BL BM BN BP D DA DB DC DD DE DG DH DK DL DM DN DP DR DS DT DW E EA EB ED F G H K KB KH KT KU L M N P PA PB PG PS PT PY R S T W Z'.split(
    ' ',
  ),
);
const NOT_AN_ENDING = /^(?:rt|rw|no|kg|gb|mb|km|cm|mm|jt|rb|hr|x|ml|v|w|am|pm|wib|wit)$/i;

/** Vehicle plates and passport numbers: letters and digits in a fixed form. */
export function findLetteredNumbers(tokens: readonly Token[]): PersonalSpan[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'digits') return [];
    const span = readPlate(tokens, at) ?? readPassport(tokens, at);
    return span ? [span] : [];
  });
}

function readPlate(tokens: readonly Token[], at: number): PersonalSpan | undefined {
  const digits = tokens[at];
  const area = neighbour(tokens, at, -1);
  const ending = neighbour(tokens, at, 1);
  if (!digits || !area || !ending || digits.raw.length > 4 || !AREAS.has(area.raw.toUpperCase()))
    return undefined;
  if (!/^[a-z]{1,3}$/i.test(ending.raw) || NOT_AN_ENDING.test(ending.raw)) return undefined;
  const isCapital = /^[A-Z]+$/.test(area.raw + ending.raw);
  const isNamed = labelsBefore(tokens, at - 1).some(
    ({ kind, distance }) => kind === 'plate' && distance <= 4,
  );
  if (!isNamed && !(isCapital && ending.raw.length >= 2 && digits.raw.length >= 3)) return undefined;
  return { start: area.start, end: ending.end, kind: 'plate' };
}

/** The word beside digits, at most one blank or hyphen away. */
function neighbour(tokens: readonly Token[], at: number, step: 1 | -1): Token | undefined {
  const next = tokens[at + step];
  const beside = next?.text === '-' ? tokens[at + 2 * step] : next;
  const later = step === 1 ? beside : tokens[at];
  return beside?.kind === 'word' && later?.gap !== '\n' ? beside : undefined;
}

function readPassport(tokens: readonly Token[], at: number): PersonalSpan | undefined {
  const digits = tokens[at];
  const letters = tokens[at - 1];
  if (!digits || letters?.kind !== 'word' || !/^[a-z]{1,2}$/i.test(letters.raw) || digits.gap === '\n')
    return undefined;
  if (digits.raw.length < 6 || digits.raw.length > 8) return undefined;
  const near = [...labelsBefore(tokens, at - 1), ...labelsAfter(tokens, at)];
  const isNamed = near.some(({ kind, distance }) => kind === 'passport' && distance <= 5);
  return isNamed ? { start: letters.start, end: digits.end, kind: 'passport' } : undefined;
}
