/** Tells how far a stage is: `done` of what `total` counts. */
export type Progress = (done: number, note?: string) => void;

const EVERY_MS = 10_000;

/** Opens a progress that reports at most every ten seconds, and at the end, with the time that is left. */
export function openProgress(
  report: (line: string) => void,
  total: number,
  now: () => number = Date.now,
): Progress {
  const started = now();
  let told = started;
  return (done, note = '') => {
    const time = now();
    if (time - told < EVERY_MS && done < total) return;
    told = time;
    const minutesLeft = ((time - started) / Math.max(done, 1)) * ((total - done) / 60_000);
    report(`${done} of ${total}, about ${minutesLeft.toFixed(1)} minutes left${note && `: ${note}`}`);
  };
}
