import { DATA_COMMANDS, runData, type DataCommand } from '../src/server/backup/index.ts';
import { SUBJECT_COMMANDS } from '../src/server/privacy/index.ts';
import { explainFault, readSettings } from '../src/server/settings/index.ts';

const COMMANDS: Readonly<Record<string, DataCommand>> = { ...DATA_COMMANDS, ...SUBJECT_COMMANDS };

try {
  process.exitCode = await runData(COMMANDS, process.argv.slice(2), {
    settings: readSettings(process.env),
    now: () => new Date(),
    print: (text) => {
      console.log(text);
    },
  });
} catch (error) {
  console.error(explainFault(error));
  process.exitCode = 1;
}
