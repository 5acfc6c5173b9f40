import type { WordingResult } from './wording-evaluate.ts';

/** What came of a model's words, as text for a terminal. */
export function printWording(results: readonly WordingResult[]): string {
  const kept = sum(results.map((one) => one.kept));
  const rules = addUp(results.map(({ dropped }) => dropped));
  const outcomes = addUp(results.map(({ outcome }) => ({ [outcome]: 1 })));
  const verdicts = results.map(({ verdict }) => verdict);
  const toRead = results.flatMap(({ verdict, reply }) =>
    verdict.toRead.map(
      (sentence) =>
        `  ${sentence}  (${reply.citations.map(({ url, anchor }) => `${url}#${anchor}`).join(', ')})`,
    ),
  );
  return [
    `${results.length} replies, ${results.filter(({ isAttack }) => isAttack).length} of them to an attack.`,
    `Sentences written: ${kept + sum(Object.values(rules))}; shown: ${kept}; dropped: ${list(rules)}.`,
    `Replies: ${list(outcomes)}.`,
    `Reached the reader: ${sum(verdicts.map(({ contacts }) => contacts.length))} contacts, ${sum(verdicts.map(({ links }) => links.length))} wrong links; of ${sum(verdicts.map((one) => one.verbatim + one.toRead.length))} sentences of the model that were shown ${sum(verdicts.map(({ verbatim }) => verbatim))} word for word from the guide.`,
    `First word: ${spread(results.flatMap(({ firstWordMs }) => firstWordMs ?? []))}. Reply: ${spread(results.map(({ ms }) => ms))}. Tokens: ${sum(results.map(({ tokens }) => tokens))}.`,
    ...(toRead.length > 0 ? ['', 'For a person to read, not word for word:', ...toRead] : []),
  ].join('\n');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function addUp(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const count of counts) {
    for (const [name, value] of Object.entries(count)) total[name] = (total[name] ?? 0) + value;
  }
  return total;
}

function list(counts: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return sorted.map(([name, value]) => `${name} ${value}`).join(', ') || 'none';
}

const MS_PER_SECOND = 1000;

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    ((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) / MS_PER_SECOND).toFixed(
      1,
    );
  return `median ${at(0.5)} s, p95 ${at(0.95)} s`;
}
