/** Does something now and again every so often, one after another; a fault is told once in `log`, and the next time tries again. */
export function repeat(
  name: string,
  everyMs: number,
  log: (line: string) => void,
  work: () => Promise<unknown>,
): { stop(): void } {
  let isRunning = false;
  const run = async () => {
    if (isRunning) return;
    isRunning = true;
    try {
      await work();
    } catch (fault) {
      const reason = String(fault instanceof Error && fault.cause ? fault.cause : fault);
      log(JSON.stringify({ level: 'warning', message: `${name} must wait.`, reason }));
    } finally {
      isRunning = false;
    }
  };
  const timer = setInterval(() => void run(), everyMs);
  timer.unref();
  void run();
  return {
    stop() {
      clearInterval(timer);
    },
  };
}
