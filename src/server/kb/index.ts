import { ContentError } from '../content/index.ts';
import { nearest } from '../../core/article/index.ts';
import { ask } from './ask.ts';
import { CatalogueError } from './catalogue.ts';
import { codes } from './codes.ts';
import { UsageError, type Command, type Desk, type ExitCode } from './command.ts';
import { lint } from './lint.ts';
import { startGuide } from './start-guide.ts';

export type { Desk } from './command.ts';
export { scaffold, type GuideFilling } from './scaffold.ts';

const COMMANDS: Readonly<Record<string, Command>> = { lint, new: startGuide, ask, codes };

/** Runs one of the writers' commands and gives the exit code: 0 fine, 1 something to mend, 2 not understood. */
export async function runKb(args: readonly string[], desk: Desk): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    desk.print(describeAll());
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    desk.print(`There is no command "${name}". Did you mean "${nearest(name, Object.keys(COMMANDS))}"?\n`);
    desk.print(describeAll());
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    desk.print(describe(name, command));
    return 0;
  }
  try {
    return await command.run(rest, desk);
  } catch (error) {
    if (error instanceof ContentError || error instanceof CatalogueError) {
      desk.print(error.message);
      return 1;
    }
    if (!(error instanceof UsageError)) throw error;
    desk.print(`${error.message}\n\n${describe(name, command)}`);
    return 2;
  }
}

function describe(name: string, { usage, summary }: Command): string {
  return `  npm run kb -- ${name} ${usage}`.trimEnd().padEnd(48) + ` ${summary}`;
}

function describeAll(): string {
  const lines = Object.entries(COMMANDS).map(([name, command]) => describe(name, command));
  return ['For writers:', '', ...lines, '', 'CONTRIBUTING.md shows how to use them.'].join('\n');
}
