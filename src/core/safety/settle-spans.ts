import type { FoldedText } from './fold-text.ts';
import { SECRET_KINDS, type PersonalKind, type PersonalSpan } from './personal-data.ts';

/** A code that stands once with its name may stand again without; shorter ones are too common. */
const SHORTEST_REPEATED = 4;
const MOST_REPEATED = 20;

/** Keeps, of spans that overlap, the one named first; adds the places where a secret stands again; in order. */
export function settle(text: string, found: readonly PersonalSpan[]): PersonalSpan[] {
  const ranked = found
    .map((span, rank) => ({ span, rank }))
    .sort((a, b) => a.span.start - b.span.start || a.rank - b.rank);
  const kept: { span: PersonalSpan; rank: number }[] = [];
  for (const one of ranked) {
    while (kept.length > 0 && overlaps(kept.at(-1), one) && (kept.at(-1)?.rank ?? 0) > one.rank) kept.pop();
    if (!overlaps(kept.at(-1), one)) kept.push(one);
  }
  return addRepeated(
    text,
    kept.map(({ span }) => span),
  );
}

function overlaps(one: { span: PersonalSpan } | undefined, other: { span: PersonalSpan }): boolean {
  return one !== undefined && one.span.end > other.span.start && other.span.end > one.span.start;
}

function addRepeated(text: string, spans: readonly PersonalSpan[]): PersonalSpan[] {
  const secrets = new Map<string, PersonalKind>();
  for (const { start, end, kind } of spans) {
    const written = text.slice(start, end);
    const isSecret = (SECRET_KINDS as readonly PersonalKind[]).includes(kind);
    if (isSecret && written.length >= SHORTEST_REPEATED && secrets.size < MOST_REPEATED)
      secrets.set(written, kind);
  }
  const again = [...secrets].flatMap(([written, kind]) => findAgain(text, written, kind));
  const merged = [...spans, ...again].sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return merged.filter(({ start, end }) => {
    const isFree = start >= last;
    if (isFree) last = end;
    return isFree;
  });
}

function findAgain(text: string, written: string, kind: PersonalKind): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + written.length)) {
    const end = at + written.length;
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[end] ?? ''))
      spans.push({ start: at, end, kind });
  }
  return spans;
}

/** Offsets into the folded text become offsets into the original. */
export function onOriginal(spans: readonly PersonalSpan[], { offsets }: FoldedText): PersonalSpan[] {
  return spans.map(({ start, end, kind }) => ({
    // The character after the last one begins where invisible ones after it may stand: those go too.
    start: offsets[start] ?? 0,
    end: offsets[end] ?? offsets.at(-1) ?? 0,
    kind,
  }));
}
