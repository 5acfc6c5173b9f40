import { SearchIndexError } from './index-files.ts';

/** The first file of an index of vectors. */
export interface VectorDoor {
  readonly version: number;
  readonly dimensions: number;
  readonly count: number;
  /** How many lists each branch has; [] where the rows themselves follow. */
  readonly branches: readonly number[];
}

/** Gives the bytes of a file of an index by its name. */
export type LoadBytes = (name: string) => Promise<Uint8Array>;

/** The files of an index of vectors, each with its name. */
export type VectorFiles = ReadonlyMap<string, Uint8Array>;

/** The names of the files. */
export const DOOR_FILE = 'door.bin';
export const branchFile = (branch: number): string => `branch-${branch}.bin`;
/** The upper half of each number of the rows of a list. */
export const upperFile = (list: number): string => `list-${list}-upper.bin`;
/** Which rows they are, and the lower half of each number. */
export const lowerFile = (list: number): string => `list-${list}-lower.bin`;

/** Raised by one when a reader of the files must change. */
const VERSION = 1;
const LINE_END = '\n'.charCodeAt(0);

/** The door as bytes: a line of JSON, then `body`. */
export function writeDoor(door: Omit<VectorDoor, 'version'>, body: Uint8Array): Uint8Array {
  const line = new TextEncoder().encode(`${JSON.stringify({ version: VERSION, ...door })}\n`);
  const bytes = new Uint8Array(line.length + body.length);
  bytes.set(line);
  bytes.set(body, line.length);
  return bytes;
}

/** @throws {SearchIndexError} when the bytes are not a door that this code can read. */
export function readDoor(bytes: Uint8Array): { readonly door: VectorDoor; readonly body: Uint8Array } {
  const lineEnd = bytes.indexOf(LINE_END);
  let door: Partial<VectorDoor>;
  try {
    door = JSON.parse(
      new TextDecoder().decode(bytes.subarray(0, Math.max(0, lineEnd))),
    ) as Partial<VectorDoor>;
  } catch (cause) {
    throw new SearchIndexError(`${DOOR_FILE} is not an index of vectors. Build the index again.`, { cause });
  }
  if (door.version !== VERSION) {
    throw new SearchIndexError(
      `${DOOR_FILE} is of version ${String(door.version)}; this code reads ${VERSION}. Build the index again.`,
    );
  }
  // The version says that `buildVectorFiles` of this code wrote it.
  return { door: door as VectorDoor, body: bytes.subarray(lineEnd + 1) };
}
