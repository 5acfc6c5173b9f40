/**
 * What Node is given to build the site in a process of its own; package.json's build scripts say the same.
 * The limit of the heap, in MiB, keeps the process with 10,000 guides in two languages under 4 GiB: left alone,
 * Node collects garbage late on a machine with much memory.
 */
export const BUILD_COMMAND: readonly string[] = ['--max-old-space-size=3072', 'scripts/build.ts'];
