const REPORT_EVERY_MS = 5_000;

/**
 * Says what there is to embed, and gives a function that is told each batch: every few seconds it says how
 * many texts are done and how long the rest will take. Time is reckoned in characters, because long texts
 * take longer. Nothing is said when nothing is missing.
 */
export function openEmbeddingProgress(
  texts: readonly string[],
  missing: readonly string[],
  model: string,
  onProgress: (line: string) => void,
  now: () => number,
): (batch: readonly string[]) => void {
  const started = now();
  const allCharacters = countCharacters(missing);
  let [done, characters, lastReport] = [0, 0, started];
  if (missing.length > 0) {
    const kept = new Set(texts).size - missing.length;
    const known = kept > 0 ? `; ${kept} are there from before` : '';
    onProgress(`Embedding ${missing.length} passages with ${model}${known} …`);
  }
  return (batch) => {
    done += batch.length;
    characters += countCharacters(batch);
    const time = now();
    if (time - lastReport < REPORT_EVERY_MS && done < missing.length) return;
    lastReport = time;
    const leftMs = ((time - started) * (allCharacters - characters)) / Math.max(1, characters);
    const left = done < missing.length ? `, ${describeDuration(leftMs)} left` : '';
    onProgress(`  ${done} of ${missing.length} passages${left}`);
  };
}

function countCharacters(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

function describeDuration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 90) return `about ${seconds} s`;
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} min`;
  return `about ${(seconds / 3600).toFixed(1)} h`;
}
