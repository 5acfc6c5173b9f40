import path from 'node:path';

/** One script of a bundle. */
export interface BundledScript {
  /** Without folder. */
  readonly name: string;
  readonly code: string;
}

interface BundleOptions {
  /** `iife` gives one script that any page may include; `es` a module, with more beside it that it imports. */
  readonly format: 'iife' | 'es';
  /** Constants that the source declares, as JSON. */
  readonly define?: Readonly<Record<string, string>>;
}

/**
 * Bundles a source file of the site into scripts at addresses of our own choice, the one of `entry` first. The pages'
 * own scripts are Astro's affair.
 * @throws {Error} when the bundler gives no script.
 */
export async function bundleScripts(
  entry: string,
  { format, define = {} }: BundleOptions,
): Promise<BundledScript[]> {
  // The bundler is large, and only a build needs it.
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define,
    build: {
      write: false,
      target: 'es2022',
      // As a library: nothing is put into the page around, and no event of the bundler's is sent there.
      lib: { entry: path.join(process.cwd(), entry), formats: [format], name: 'pandu', fileName: '[name]' },
      rolldownOptions: {
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', minify: true },
      },
    },
  });
  const [output] = [result].flat();
  const files = output && 'output' in output ? output.output : [];
  const scripts = files.flatMap((file) =>
    file.type === 'chunk' ? [{ name: file.fileName, code: file.code }] : [],
  );
  if (scripts.length === 0)
    throw new Error(`${entry} gave no script. Look for an error of the bundler above.`);
  return scripts;
}
