import type { Token } from './message-token.ts';
import type { PersonalSpan } from './personal-data.ts';

const STREET =
  /^(?:jl|jln|jalan|gg|gang|kp|kampung|kampong|perum|perumahan|perumnas|komplek|kompleks|komp|dusun|dsn|ruko|apartemen|apartement|cluster|klaster|griya|lorong|lr|jlan|jalanan|pondok|rusun|kav|kavling)$/;
const NUMBERED = /^(?:no|nomor|nomer|rt|rw|blok|block|blk|kav|lt|lantai|unit|km|tower)$/;
const PLACE = /^(?:kel|kelurahan|kec|kecamatan|desa|ds|kab|kabupaten|kota|dusun|dsn|prov|provinsi)$/;
const MARK = /^[.,/\-:#()]$/;
const ENGLISH_STREET =
  /^(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|way|square|sq|terrace|close|crescent|parkway|highway|hwy|alley)$/;
const STOP =
  /^(?:ke|di|dari|yang|yg|tapi|tp|kok|paket|kurir|teknisi|teknisinya|deket|dekat|dkt|samping|depan|belakang|sebelah|mohon|tolong|hp|wa|telp|nik|ktp|dan|trus|terus|ga|gak|tidak|udah|sudah|lagi|macet|mau|saya|sy|aku|gue|mereka|minta|susah|rumah|itu|ini|kantor|ada|sama|untuk|buat|lahir|email|pesanan|nya|kaki|tol|raya2|keluar|pulang|the|is|and)$/;
const MOST_NAMES = 4;
/** Longer addresses are cut: a bound on the work. */
const MOST_TOKENS = 60;
const UNIT = /^(?:hari|hr|jam|menit|km|x|kali|minggu|bulan|tahun)$/;

/** Postal addresses: a street or quarter with a house number, RT/RW, block or village. */
export function findAddresses(tokens: readonly Token[]): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const isStart = token?.kind === 'word' && STREET.test(token.text);
    const end = isStart ? followAddress(tokens, at) : followEnglish(tokens, at);
    if (!token || end === undefined) continue;
    spans.push({ start: token.start, end: tokens[end]?.end ?? token.end, kind: 'address' });
    at = end;
  }
  return spans;
}

/** The number of the last token that belongs to the address; undefined when there is no number or village in it. */
function followAddress(tokens: readonly Token[], from: number): number | undefined {
  let names = 0;
  let end: number | undefined;
  for (let at = from + 1; at < Math.min(tokens.length, from + MOST_TOKENS); at++) {
    const token = tokens[at];
    if (!token || token.kind === 'masked' || token.gap === '\n') break;
    if (token.kind === 'mark') {
      // A full stop after a house number ends the address: "RW 06. mohon …"; a comma may not.
      if (!MARK.test(token.text) || (token.text === '.' && at - 1 === end && tokens[at + 1]?.gap !== ''))
        break;
      continue;
    }
    if (token.kind === 'word' && NUMBERED.test(token.text)) {
      const value = valueAfter(tokens, at);
      if (value === undefined) break;
      at = end = value;
      names = 0;
    } else if (token.kind === 'word' && PLACE.test(token.text)) {
      const place = placeAfter(tokens, at);
      if (place === undefined) break;
      at = end = place;
      names = 0;
    } else if (token.kind === 'digits') {
      const isPart = tokens[at + 1]?.gap === '' && tokens[at + 2]?.kind === 'digits';
      if (token.raw.length > 5 || isPart || UNIT.test(tokens[at + 1]?.text ?? '')) break;
      const last = lettersAfter(tokens, at);
      // "Gg. 2" is a name until a house number follows.
      if (names > 0 || end !== undefined) end = last;
      at = last;
    } else if (STREET.test(token.text)) names = 0;
    else if (STOP.test(token.text) || ++names > MOST_NAMES) break;
    else if (end !== undefined && !/^\p{Lu}/u.test(token.raw) && !isAddressAhead(tokens, at)) break;
  }
  return end;
}

/** The value of "no", "RT", "blok": digits, a letter, or both ("11B", "K7/15", "aa-12"). */
function valueAfter(tokens: readonly Token[], label: number): number | undefined {
  let at = label + 1;
  while (tokens[at]?.kind === 'mark' && /^[.:#]$/.test(tokens[at]?.text ?? '')) at++;
  const value = tokens[at];
  if (!value || value.gap === '\n') return undefined;
  const isLetters = value.kind === 'word' && (value.raw.length <= 2 || /^[ivx]+$/.test(value.text));
  if (value.kind !== 'digits' && !isLetters) return undefined;
  return lettersAfter(tokens, at);
}

/** The last token of what touches a number: "11B", "C3", "3/4". */
function lettersAfter(tokens: readonly Token[], from: number): number {
  let at = from;
  for (;;) {
    const next = tokens[at + 1];
    const beyond = tokens[at + 2];
    if (next?.gap === '' && next.kind !== 'mark' && next.raw.length <= 4 && !NUMBERED.test(next.text))
      at += 1;
    else if (next?.gap === '' && /^[/-]$/.test(next.text) && beyond?.gap === '' && beyond.kind === 'digits')
      at += 2;
    else return at;
  }
}

function placeAfter(tokens: readonly Token[], label: number): number | undefined {
  let at = label + 1;
  while (tokens[at]?.kind === 'mark' && /^[.:]$/.test(tokens[at]?.text ?? '')) at++;
  const name = tokens[at];
  if (name?.kind !== 'word' || name.gap === '\n' || STOP.test(name.text)) return undefined;
  const isCapital = (token: Token | undefined) =>
    token?.kind === 'word' && token.gap === ' ' && /^\p{Lu}/u.test(token.raw);
  while (isCapital(name) && isCapital(tokens[at + 1]) && !PLACE.test(tokens[at + 1]?.text ?? '')) at++;
  return at;
}

/** True when a number or village follows within a few words: the name belongs to the address. */
function isAddressAhead(tokens: readonly Token[], from: number): boolean {
  return tokens
    .slice(from, from + 3)
    .some(({ kind, text }) => kind === 'word' && (NUMBERED.test(text) || PLACE.test(text)));
}

/** "12 Example Street, Sampletown": a number, capitalised words, a word for street. */
function followEnglish(tokens: readonly Token[], from: number): number | undefined {
  const number = tokens[from];
  if (number?.kind !== 'digits' || number.raw.length > 5) return undefined;
  for (let at = from + 1; at <= from + 5; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || !/^\p{Lu}/u.test(token.raw) || token.gap !== ' ') return undefined;
    if (at > from + 1 && ENGLISH_STREET.test(token.text)) return townAfter(tokens, at);
  }
  return undefined;
}

function townAfter(tokens: readonly Token[], street: number): number {
  const town = tokens[street + 2];
  const isTown = tokens[street + 1]?.text === ',' && town?.kind === 'word' && /^\p{Lu}/u.test(town.raw);
  return isTown ? street + 2 : street;
}
