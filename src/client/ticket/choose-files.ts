import { fillIn } from '../markup/browser.ts';
import { FILE_TYPES, MOST_BYTES, MOST_FILES } from './file-limits.ts';
import type { FileWords } from './words.ts';

type Candidate = Pick<File, 'name' | 'type' | 'size'>;

/** Of what a reader picks, what may be sent beside so many files, and what to say of the rest. */
export function chooseFiles<One extends Candidate>(
  files: readonly One[],
  already: number,
  words: FileWords,
): { readonly taken: readonly One[]; readonly notes: readonly string[] } {
  const notes = files.flatMap((file) => {
    if (!isKnown(file)) return [fillIn(words.wrongType, { name: file.name })];
    return file.size > MOST_BYTES ? [fillIn(words.tooLarge, { name: file.name })] : [];
  });
  const good = files.filter((file) => isKnown(file) && file.size <= MOST_BYTES);
  const taken = good.slice(0, Math.max(0, MOST_FILES - already));
  return { taken, notes: taken.length < good.length ? [...notes, words.tooMany] : notes };
}

/** A browser that does not know the type says nothing of it; the server looks at the content. */
function isKnown({ type }: Candidate): boolean {
  return type === '' || FILE_TYPES.some((one) => one === type);
}
