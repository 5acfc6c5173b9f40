import path from 'node:path';
import { build } from 'vite';

/** A page module with all that it imports as one small script, made by the bundler that makes the site. */
export async function bundlePage(name: string): Promise<Uint8Array> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: path.join(import.meta.dirname, 'page', `${name}-page.ts`) },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const output of outputs) {
    const [chunk] = 'output' in output ? output.output : [];
    if (chunk?.type === 'chunk') return new TextEncoder().encode(chunk.code);
  }
  throw new Error(`The page module "${name}" gave no script.`);
}
