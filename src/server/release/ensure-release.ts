import { fingerprintSources, type BuildInputs } from './fingerprint-sources.ts';
import { findRelease, type Release } from './release.ts';

export interface EnsureOptions {
  /** The top of the repository. */
  readonly root: string;
  readonly out: string;
  readonly inputs: BuildInputs;
  /** Builds what is missing; once it is done, the release is there. */
  readonly build: () => Promise<void>;
  readonly print: (line: string) => void;
}

/** There is nothing to serve, because the build failed; it has printed why. */
export class BuildFailedError extends Error {
  override readonly name = 'BuildFailedError';

  constructor() {
    super('The site could not be built, so nothing is served. Mend what is printed above, then start again.');
  }
}

/**
 * The release that fits the sources, built first when it is missing or stale.
 * @throws what `build` throws, or an error when it left no release.
 */
export async function ensureRelease({ root, out, inputs, build, print }: EnsureOptions): Promise<Release> {
  const found = await findRelease(out);
  if (found?.record.fingerprint === (await fingerprintSources(root, inputs))) return found;
  print(
    found ? 'The site was built from other sources or settings. Building it again …' : 'Building the site …',
  );
  await build();
  const built = await findRelease(out);
  if (!built)
    throw new Error(
      `The build left nothing to serve in ${out}. Run \`npm run build\` and read what it says.`,
    );
  return built;
}
