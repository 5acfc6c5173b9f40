import { parseArgs } from 'node:util';
import type { BenchOptions } from './bench.ts';

export const BENCH_NAMES = [
  'search',
  'scale',
  'vectors',
  'pages',
  'build',
  'conversations',
  'inbox',
  'kills',
] as const;
/** Where the servers that are killed keep what they take. */
const DATABASES = ['pglite', 'postgres'] as const;
export type BenchName = (typeof BENCH_NAMES)[number];

/** What the command line asks for; no name means all of them. */
export interface BenchArguments {
  readonly names: readonly BenchName[];
  /** Where the results go as JSON. */
  readonly jsonFile?: string;
  readonly options: BenchOptions;
}

const USAGE = `npm run bench -- [search] [scale] [vectors] [pages] [build] [conversations] [inbox] [kills] [options]
  search   the same guides and queries through Pandu, MiniSearch, Orama and Pagefind
  scale    the same with 1,000 and 10,000 guides (--guides 1000,5000 for other sizes)
  vectors  meanings of 1,000, 10,000 and 100,000 passages as a browser reads them (--guides 1000 for other sizes)
  pages    weight, Lighthouse and axe of the built site (--folder FOLDER for another)
  build    time and memory of a build of 10,000 guides (--guides 500 for fewer)
  conversations  200 conversations at once with a server of its own, without a language model
  inbox    pages of an inbox with 10,000 tickets, in the process and on a PostgreSQL server
  kills    the server killed 100 times under load: what is lost, what comes twice (--kills 3 for fewer;
           --database postgres for two server processes over one PostgreSQL server, of which one is killed)
  --json FILE   also write the results as JSON
Without a name all eight run, one after the other.`;

/** A command line that cannot be followed; the message ends with the usage. */
export class BenchArgumentError extends Error {
  override readonly name = 'BenchArgumentError';

  constructor(problem: string) {
    super(`${problem}\n\n${USAGE}`);
  }
}

/** @throws {BenchArgumentError} */
export function parseBenchArguments(args: readonly string[]): BenchArguments {
  const { values, positionals } = parse(args);
  const unknown = positionals.find((name) => !isBenchName(name));
  if (unknown !== undefined) throw new BenchArgumentError(`There is no benchmark "${unknown}".`);
  const guides = values.guides?.split(',').map(Number);
  if (guides?.some((count) => !Number.isInteger(count) || count < 1)) {
    throw new BenchArgumentError(
      `--guides takes whole numbers from 1, like 1000 or 1000,5000; not "${String(values.guides)}".`,
    );
  }
  if (values.kills !== undefined && !/^[1-9]\d{0,3}$/.test(values.kills)) {
    throw new BenchArgumentError(`--kills takes a whole number from 1 to 9999, not "${values.kills}".`);
  }
  const database = DATABASES.find((known) => known === values.database);
  if (values.database !== undefined && !database) {
    throw new BenchArgumentError(`--database takes ${DATABASES.join(' or ')}, not "${values.database}".`);
  }
  const names = positionals.filter(isBenchName);
  return {
    names: names.length > 0 ? names : BENCH_NAMES,
    ...(values.json !== undefined && { jsonFile: values.json }),
    options: {
      ...(guides && { guides }),
      ...(values.kills !== undefined && { kills: Number(values.kills) }),
      ...(database && { database }),
      ...(values.folder !== undefined && { folder: values.folder }),
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'string' },
        guides: { type: 'string' },
        kills: { type: 'string' },
        database: { type: 'string' },
        folder: { type: 'string' },
      },
    });
  } catch (cause) {
    throw new BenchArgumentError(cause instanceof Error ? cause.message : String(cause));
  }
}

function isBenchName(name: string): name is BenchName {
  return BENCH_NAMES.some((known) => known === name);
}
