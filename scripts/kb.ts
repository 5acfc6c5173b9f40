import { embedderFromSettings } from '../src/server/embedder/index.ts';
import { runKb } from '../src/server/kb/index.ts';
import { explainFault, readSettings } from '../src/server/settings/index.ts';

const root = process.cwd();

try {
  process.exitCode = await runKb(process.argv.slice(2), {
    root,
    today: new Date().toISOString().slice(0, 10),
    print: (text) => {
      console.log(text);
    },
    openEmbedder: () => embedderFromSettings(readSettings(process.env), root),
  });
} catch (error) {
  console.error(explainFault(error));
  process.exitCode = 1;
}
