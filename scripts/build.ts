import path from 'node:path';
import { parseArgs } from 'node:util';
import { astroSiteBuilder, buildSite, describeBuild } from '../src/server/build/index.ts';
import { embedderFromSettings, fallBackForBuild } from '../src/server/embedder/index.ts';
import { explainFault, nameEmbedder, readSettings } from '../src/server/settings/index.ts';

const { values } = parseArgs({
  options: {
    static: { type: 'boolean', default: false },
    'only-if-stale': { type: 'boolean', default: false },
    out: { type: 'string', default: 'dist' },
  },
});

try {
  const settings = readSettings(process.env);
  const started = performance.now();
  const print = (line: string) => {
    console.log(line);
  };
  const mode = values.static ? 'static' : 'server';
  const outcome = await buildSite({
    root: process.cwd(),
    out: path.resolve(values.out),
    mode,
    siteUrl: settings.siteUrl,
    embedderName: nameEmbedder(settings),
    openEmbedder: () => embedderFromSettings(settings, process.cwd(), print),
    openFallback: (reason) => fallBackForBuild(reason, settings, process.cwd(), print),
    onlyIfStale: values['only-if-stale'],
    builder: astroSiteBuilder,
    onProgress: print,
    lock: {
      onWait: (pid) => {
        console.log(`Another build is running (process ${pid}); waiting for it …`);
      },
    },
  });
  console.log(
    describeBuild(outcome, mode, settings, {
      milliseconds: performance.now() - started,
      isForStart: values['only-if-stale'],
    }),
  );
  // Astro's bundler may leave workers behind that would keep the process alive.
  process.exit(0);
} catch (error) {
  console.error(explainFault(error));
  process.exit(1);
}
