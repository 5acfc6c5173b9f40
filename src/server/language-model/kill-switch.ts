import { existsSync } from 'node:fs';
import path from 'node:path';

/** The file below DATA_DIR that stops the model while it is there. */
const SWITCH = 'language-model-off';

/** Whether somebody has switched the model off, looked up each time: `touch .data/language-model-off` is enough. */
export function readKillSwitch(dataDir: string): () => boolean {
  const file = path.join(dataDir, SWITCH);
  return () => existsSync(file);
}
