import type { Bilingual, Language, Sign } from '../article/browser.ts';
import { settledReply, type Diagnosis } from './diagnosis.ts';
import { likelihoodAt, type DiagnosisModel, type SignTable } from './diagnosis-model.ts';
import type { DiagnosisProblem } from './diagnosis-problem.ts';

/** Only the likeliest problems are named to the reader. */
const NAMED = 6;
/** An answer that fits this much better than any answer would is a reason worth saying. */
const SPEAKS_FOR = 1.5;
/** More reasons than these are not read. */
const MOST_REASONS = 2;

/** Why a question is asked: the two likely problems that its answer tells apart best, or the one that it tests. */
export function explainContrast(model: DiagnosisModel, table: SignTable, belief: Float64Array): Bilingual {
  const rows = table.problems
    .map((place, row) => ({ row, probability: belief[place] ?? 0, problem: model.problems[place] }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, NAMED);
  let best:
    { readonly weight: number; readonly pair: readonly [DiagnosisProblem, DiagnosisProblem] } | undefined;
  for (const [index, one] of rows.entries()) {
    for (const other of rows.slice(index + 1)) {
      const weight = one.probability * other.probability * distance(table, one.row, other.row);
      if (!one.problem || !other.problem || weight <= (best?.weight ?? 0)) continue;
      best = { weight, pair: [one.problem, other.problem] };
    }
  }
  // A rival that is hardly possible would only puzzle the reader.
  if (best && best.weight >= LEAST_RIVALRY * (rows[0]?.probability ?? 0)) {
    const [one, other] = best.pair;
    return both(
      (lang) => [one.title[lang], other.title[lang]] as const,
      ([a, b]) => `Jawabannya membedakan “${a}” dari “${b}”.`,
      ([a, b]) => `Your answer tells “${a}” from “${b}”.`,
    );
  }
  const title = rows[0]?.problem?.title ?? { id: '', en: '' };
  return both(
    (lang) => title[lang],
    (a) => `Jawabannya menunjukkan apakah masalahnya “${a}”.`,
    (a) => `Your answer shows whether it is “${a}”.`,
  );
}

const LEAST_RIVALRY = 0.02;

/** Why a question is asked again. */
export function explainContradiction(sign: Sign, [first = '', second = '']: readonly string[]): Bilingual {
  return both(
    (lang) => [answerText(sign, first)[lang], answerText(sign, second)[lang]] as const,
    ([a, b]) => `Tadi jawabannya “${a}”, lalu “${b}”. Mana yang benar?`,
    ([a, b]) => `First you said “${a}”, then “${b}”. Which is right?`,
  );
}

/** Why a problem is offered: the answers that speak for it most, in the reader's own words. */
export function explainProblem(
  model: DiagnosisModel,
  problem: string,
  { answers, words }: Diagnosis,
): Bilingual {
  const place = model.placeOf.get(problem) ?? -1;
  const reasons = answers
    .flatMap((entry) => {
      const table = model.tables.get(entry.sign);
      const reply = settledReply(entry);
      if (!table || reply === null) return [];
      const row = table.problems.indexOf(place);
      const column = table.answers.indexOf(reply);
      if (row < 0 || column < 0) return [];
      return [{ sign: table.sign, reply, ratio: likelihoodAt(table, row, column) * table.answers.length }];
    })
    .filter(({ ratio }) => ratio >= SPEAKS_FOR)
    .sort((a, b) => b.ratio - a.ratio)
    .slice(0, MOST_REASONS);
  if (reasons.length === 0) return words.length > 0 ? FROM_WORDS : LIKELIEST;
  const quotes = (lang: Language) => reasons.map(({ sign, reply }) => `“${answerText(sign, reply)[lang]}”`);
  return both(
    quotes,
    (said) => `Karena jawabannya ${said.join(' dan ')}.`,
    (said) => `Because you answered ${said.join(' and ')}.`,
  );
}

const FROM_WORDS: Bilingual = {
  id: 'Ceritanya paling mirip dengan panduan ini.',
  en: 'Your words are nearest to this guide.',
};
const LIKELIEST: Bilingual = {
  id: 'Ini yang paling mungkin dari yang sudah diketahui.',
  en: 'This is the likeliest from what is known so far.',
};

/** An answer as the reader reads it; its key when it has no words. */
export function answerText(sign: Sign, answer: string): Bilingual {
  return sign.answers[answer] ?? { id: answer, en: answer };
}

/** One sentence in both languages from parts that depend on the language. */
export function both<Parts>(
  parts: (lang: Language) => Parts,
  indonesian: (parts: Parts) => string,
  english: (parts: Parts) => string,
): Bilingual {
  return { id: indonesian(parts('id')), en: english(parts('en')) };
}

/** Total variation distance of two rows, 0–1. */
function distance(table: SignTable, one: number, other: number): number {
  return (
    table.answers.reduce(
      (sum, _, column) =>
        sum + Math.abs(likelihoodAt(table, one, column) - likelihoodAt(table, other, column)),
      0,
    ) / 2
  );
}
