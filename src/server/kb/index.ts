import { lint } from './lint.ts';

const HELP = `Usage: npm run kb -- <command>

  lint   check everything in content/ and say what to mend`;

/** Runs one of the writers' commands; gives the exit code: 0 fine, 1 something to mend, 2 unknown command. */
export async function runKb(args: readonly string[], root: string): Promise<number> {
  const print = (line: string) => {
    console.log(line);
  };
  switch (args[0]) {
    case 'lint':
      return lint(root, print);
    default:
      print(HELP);
      return args.length === 0 || args[0] === 'help' ? 0 : 2;
  }
}
