import type { Embedder } from '../../core/search/index.ts';
import { EmbedderError } from './embedder-error.ts';
import { embedderFromSettings, type EmbedderSettings } from './embedder-from-settings.ts';
import { openStaticFile } from './open-static-file.ts';

/**
 * The model to go on with when the chosen one failed a build for `reason`: the static one, where the operator
 * allows it. `print` hears what is wrong, because the build will look like any other.
 * @throws `reason` when it is no fault of a model, when falling back is not allowed, or when nothing is there to fall back to.
 */
export async function fallBackForBuild(
  reason: unknown,
  settings: EmbedderSettings,
  root: string,
  print: (line: string) => void,
): Promise<Embedder> {
  if (!(reason instanceof EmbedderError) || settings.embedderFallback === 'fail') throw reason;
  const embedder = await openStaticFile(root);
  if (!embedder) throw reason;
  print(
    `${reason.message}\nGoing on with the static model, because PANDU_EMBEDDER_FALLBACK allows it. ` +
      'Run `npm run build` to try the chosen model again.',
  );
  return embedder;
}

/**
 * The model that answers queries over vectors made by `indexed` ({@link Embedder.id}; undefined without vectors).
 * Where falling back is allowed: the static one when the build fell back to it, and none, so that words alone
 * are compared, when the chosen one cannot be had now.
 * @throws {EmbedderError} when the chosen one cannot be opened and falling back is not allowed.
 */
export async function embedderForServing(
  settings: EmbedderSettings,
  root: string,
  indexed: string | undefined,
  print: (line: string) => void,
): Promise<Embedder | undefined> {
  if (settings.embedderFallback === 'fail') return embedderFromSettings(settings, root);
  const fallback = await openStaticFile(root);
  if (fallback && fallback.id === indexed) {
    if (settings.embedder !== 'static') {
      print(
        `This build compares meanings with the static model, because PANDU_EMBEDDER=${settings.embedder} ` +
          'failed when it was made. Run `npm run build` to try again.',
      );
    }
    return fallback;
  }
  try {
    return await embedderFromSettings(settings, root);
  } catch (reason) {
    if (!(reason instanceof EmbedderError)) throw reason;
    print(`${reason.message}\nUntil the next start, search compares words alone.`);
    return undefined;
  }
}
