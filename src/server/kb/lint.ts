import { readContent, type Content } from '../../core/article/index.ts';
import { LadderError } from '../../core/ladder/index.ts';
import { DeskPolicyError, findUndecidedYears, HolidaysError } from '../../core/ticket/index.ts';
import {
  describeProblems,
  loadDeskRules,
  loadLadders,
  loadMacros,
  MacroError,
  readContentFiles,
} from '../content/index.ts';
import { UsageError, type Command, type Desk } from './command.ts';
import { findWarnings, type Warning } from './find-warnings.ts';
import { readArguments } from './read-arguments.ts';

/** `kb lint`: checks all of `content/`. Faults fail; what only deserves a look does not. */
export const lint: Command = {
  usage: '[--json]',
  summary: 'check everything in content/ and say what to mend',
  async run(args, desk) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean', default: false } });
    if (positionals.length > 0) throw new UsageError('lint checks everything; it takes no names.');
    const result = readContent(await readContentFiles(desk.root));
    const problems = result.ok ? [] : result.problems;
    const rules = result.ok ? await checkDeskRules(desk) : { warnings: [] };
    const warnings = result.ok ? [...findWarnings(result.content, desk.today), ...rules.warnings] : [];
    const counts = result.ok ? countAll(result.content) : undefined;
    const isEmpty = counts?.guides === 0;
    const ladders = result.ok ? await findLadderFault(result.content, desk) : undefined;
    const macros = result.ok ? await findMacroFault(desk) : undefined;
    const policies = [ladders, rules.fault, macros].filter((fault) => fault !== undefined);
    const isGood = result.ok && !isEmpty && policies.length === 0;
    if (values.json) {
      desk.print(
        JSON.stringify(
          { ok: isGood, problems, ladders, desk: rules.fault, macros, warnings, counts },
          undefined,
          2,
        ),
      );
    } else if (!counts) {
      desk.print(describeProblems(problems));
    } else if (isEmpty) {
      desk.print(
        `There is no guide below ${desk.root}/content/article. Run this at the top of the repository.`,
      );
    } else if (policies.length === 0) {
      printGood(counts, warnings, desk);
    } else {
      desk.print(policies.join('\n\n'));
    }
    return isGood ? 0 : 1;
  },
};

/** What is wrong with the ladders; undefined when nothing is. */
async function findLadderFault(content: Content, { root }: Desk): Promise<string | undefined> {
  try {
    await loadLadders(root, content);
    return undefined;
  } catch (fault) {
    if (fault instanceof LadderError) return fault.message;
    throw fault;
  }
}

/** What is wrong with the macros; undefined when nothing is. */
async function findMacroFault({ root }: Desk): Promise<string | undefined> {
  try {
    await loadMacros(root);
    return undefined;
  } catch (fault) {
    if (fault instanceof MacroError) return fault.message;
    throw fault;
  }
}

/** What is wrong with the hours and holidays of the desk, and which years have no holidays yet. */
async function checkDeskRules({
  root,
  today,
}: Desk): Promise<{ readonly fault?: string; readonly warnings: readonly Warning[] }> {
  try {
    const rules = await loadDeskRules(root);
    const years = rules ? findUndecidedYears(rules.holidays, new Date(today)) : [];
    return {
      warnings: years.map((year) => ({
        rule: 'holidays',
        subject: String(year),
        text: 'has no holidays: only its weekends count',
      })),
    };
  } catch (fault) {
    if (!(fault instanceof DeskPolicyError || fault instanceof HolidaysError)) throw fault;
    return { fault: fault.message, warnings: [] };
  }
}

interface Counts {
  readonly problems: number;
  readonly guides: number;
  readonly signs: number;
  readonly services: number;
  readonly sources: number;
}

function countAll({ articles, signs, services, sources }: Content): Counts {
  return {
    problems: new Set(articles.map(({ id }) => id)).size,
    guides: articles.length,
    signs: signs.size,
    services: services.length,
    sources: sources.size,
  };
}

/** What each kind of warning asks for. */
const TITLES: readonly (readonly [Warning['rule'], string])[] = [
  ['review', 'To be read again; then set "reviewed" in problem.yaml'],
  ['separation', 'Told apart by one sign alone; add a second for who cannot answer it'],
  ['channels', 'Services without a channel; add one with its source'],
  ['holidays', 'Years to add to content/policy/holidays.yaml once they are decided'],
];

function printGood(counts: Counts, warnings: readonly Warning[], { print }: Desk): void {
  const all = Object.entries(counts).map(([what, count]) => `${String(count)} ${what}`);
  print(`${all.join(', ')}: nothing wrong.`);
  if (warnings.length > 0) print('\nWorth a look, but no fault:');
  for (const [rule, title] of TITLES) {
    const found = warnings.filter((warning) => warning.rule === rule);
    if (found.length === 0) continue;
    print(`\n${title} (${found.length}):`);
    for (const { subject, text } of found) print(`  ${subject} ${text}`);
  }
}
