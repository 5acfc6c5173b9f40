import { labelsBefore } from './number-label.ts';
import type { Token } from './message-token.ts';
import type { PersonalSpan } from './personal-data.ts';

/** Area codes of Indonesian number plates. */
const AREAS = new Set(
  'A AA AB AD AE AG B BA BB BD BE BG BH BK BL BM BN BP D DA DB DC DD DE DG DH DK DL DM DN DP DR DS DT DW E EA EB ED F G H K KB KH KT KU L M N P PA PB PG PS PT PY R S T W Z'.split(
    ' ',
  ),
);
/** Words of up to three letters that follow numbers: no end of a plate, unless a label says so. */
const NOT_AN_ENDING =
  /^(?:rt|rw|no|kg|gr|gb|mb|tb|km|cm|mm|cc|jt|rb|hr|jam|mnt|thn|th|bln|tgl|org|pcs|kw|kwh|k|x|ml|v|w|va|am|pm|wib|wit|hp|hz|mt|an|di|ke|dr|dan|yg|ga|gak|tdk|udh|sdh|blm|tp|kok|the|and|to|is|of|in|on|at)$/i;
/** Where one of these is said, letters, digits and letters are a plate. */
const OF_VEHICLES =
  /(?<!\p{L})(?:plat\p{L}{0,3}|plate|nopol\p{L}{0,3}|nomor polisi|no polisi|no\. polisi|kendaraan\p{L}{0,3}|motor\p{L}{0,3}|mobil\p{L}{0,3}|stnk|bpkb|tilang\p{L}{0,3}|ditilang|etle|samsat|parkir|driver\p{L}{0,3}|sopir\p{L}{0,3}|supir\p{L}{0,3}|travel|bus|angkot|pengemudi|ngebut|rental|bensin|ojek|ojol|gojek|grab|taksi|truk|pickup|vehicle|car|scooter|motorbike|bike|truck|taxi|towed|parking|leasing|ditabrak|nabrak)(?!\p{L})/iu;
const OF_PASSPORTS =
  /(?<!\p{L})(?:pas{1,2}por\p{L}{0,4}|pspor|imigrasi|immigration|visa|kitas|itas|e-?visa)(?!\p{L})/iu;

/** Vehicle plates, passport and bank numbers with letters: letters and digits in a fixed form. */
export function findLetteredNumbers(text: string, tokens: readonly Token[]): PersonalSpan[] {
  const about = { vehicles: OF_VEHICLES.test(text), passports: OF_PASSPORTS.test(text) };
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'digits') return [];
    const span =
      readPlate(tokens, at, about.vehicles) ?? (about.passports ? readPassport(tokens, at) : undefined);
    return span ? [span] : [];
  });
}

function readPlate(tokens: readonly Token[], at: number, isAboutVehicles: boolean): PersonalSpan | undefined {
  const digits = tokens[at];
  const areaAt = besideAt(tokens, at, -1);
  const endingAt = besideAt(tokens, at, 1);
  const area = tokens[areaAt];
  const ending = tokens[endingAt];
  if (!digits || !area || !ending || digits.raw.length > 4 || !AREAS.has(area.raw.toUpperCase()))
    return undefined;
  if (!/^[a-z]{1,3}$/i.test(ending.raw) || touchesMore(tokens, areaAt, endingAt)) return undefined;
  const labels = labelsBefore(tokens, areaAt);
  if (labels[0]?.kind === 'other' && labels[0].distance === 0) return undefined;
  const isNamed = labels.some(({ kind, distance }) => kind === 'plate' && distance <= 4);
  const isOfSize = digits.raw.length >= 3 && !NOT_AN_ENDING.test(ending.raw);
  const isCapital = /^[A-Z]+$/.test(area.raw + ending.raw);
  const isLikely =
    isOfSize && (isAboutVehicles || ending.raw.length >= 2) && (isCapital || ending.raw.length >= 2);
  const isPlate = isNamed && !NOT_AN_ENDING.test(ending.raw);
  if (!isPlate && !(isLikely && (isCapital || isAboutVehicles))) return undefined;
  return { start: area.start, end: ending.end, kind: 'plate' };
}

/** "1Z999AA10": letters or digits touch the ends, it is a part of a longer code. */
function touchesMore(tokens: readonly Token[], first: number, last: number): boolean {
  const isPart = (token: Token | undefined) => token?.kind === 'digits' || token?.kind === 'word';
  return (
    (tokens[first]?.gap === '' && isPart(tokens[first - 1])) ||
    (tokens[last + 1]?.gap === '' && isPart(tokens[last + 1]))
  );
}

/** Where the word beside digits is, at most one blank, hyphen or full stop away; -1 when there is none. */
function besideAt(tokens: readonly Token[], at: number, step: 1 | -1): number {
  const isMark = /^[-.]$/.test(tokens[at + step]?.text ?? '');
  const beside = at + (isMark ? 2 * step : step);
  const later = step === 1 ? tokens[beside] : tokens[at];
  return tokens[beside]?.kind === 'word' && later?.gap !== '\n' ? beside : -1;
}

/** A letter or two and six to eight digits, in a message about passports, that nothing else is named by. */
function readPassport(tokens: readonly Token[], at: number): PersonalSpan | undefined {
  const digits = tokens[at];
  const lettersAt = besideAt(tokens, at, -1);
  const letters = tokens[lettersAt];
  if (!digits || !letters || !/^[a-z]{1,2}$/i.test(letters.raw)) return undefined;
  const next = tokens[at + 1];
  const pieces = [digits.raw, ...(next?.kind === 'digits' && next.gap === ' ' ? [next.raw] : [])];
  const length = pieces.join('').length;
  const isCut = digits.raw.length < 6 && pieces.length === 2 && length === 7;
  if (!isCut && (digits.raw.length < 6 || digits.raw.length > 8)) return undefined;
  const [nearest] = labelsBefore(tokens, lettersAt);
  if (nearest?.kind === 'other' && nearest.distance <= 2) return undefined;
  return { start: letters.start, end: isCut && next ? next.end : digits.end, kind: 'passport' };
}
