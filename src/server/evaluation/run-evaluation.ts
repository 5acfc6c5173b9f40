import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Content } from '../../core/article/index.ts';
import type { Embedder } from '../../core/search/index.ts';
import { loadContent } from '../content/index.ts';
import { embedderFromSettings, openOpenAiEmbedder } from '../embedder/index.ts';
import { loadLexicons } from '../search/index.ts';
import { readSettings } from '../settings/index.ts';
import { measureDiagnosis } from './diagnosis-speed.ts';
import { evaluateDiagnosis } from './evaluate-diagnosis.ts';
import { evaluateSearch, observeAll, type EvaluationInput } from './evaluate-search.ts';
import { fitScope } from './judge-scope.ts';
import { openWhole } from './open-evaluated.ts';
import { printDiagnosis } from './print-diagnosis.ts';
import { printEvaluation } from './print-evaluation.ts';
import { runSafety, SAFETY_COMMANDS } from './urgent-command.ts';
import { EvaluationFileError, readLabelledQueries, readStrayQueries } from './read-queries.ts';
import { readCatalogue } from './stand-in.ts';
import { runWording } from './wording-command.ts';

const USAGE = `npm run eval -- [fit | diagnosis] [--queries FILE] [--oos FILE] [--json]
npm run eval -- --teacher URL --teacher-model NAME
npm run eval -- urgent [--urgent FILE] | fit-urgent | masking [--pii FILE] [--json]
npm run eval -- wording --base-url URL --model NAME [--count N] [--json]

Evaluates search over labelled queries (JSON Lines: q, lang, style, problem) and out-of-scope ones
(q, lang, kind), over the guides and over all problems of the catalogue; style and kind may be left out.
"--teacher" compares with a model of an OpenAI-compatible server (its key: OPENAI_API_KEY). "fit" fits the probabilities to them and writes ${calibrationFile()}.
"diagnosis" lets simulated readers start from the labelled queries and be asked.
"urgent" measures who is interrupted (q, lang, urgent), "fit-urgent" fits its weights to the sets that
stand here, "masking" measures what is masked (text, spans with text and kind). "wording" lets a model of an
OpenAI-compatible server word N replies (default 60), and says what was dropped and what reached the reader.`;

const COMMANDS: readonly string[] = ['fit', 'diagnosis', 'wording', ...SAFETY_COMMANDS];

/** Where the fitted numbers live. */
function calibrationFile(): string {
  return 'src/core/search/calibration.json';
}

/** Runs `npm run eval` and gives the text to print. @throws {EvaluationFileError} for a file or an argument that is wrong. */
export async function runEvaluation(
  args: readonly string[],
  root: string,
  env: Readonly<Record<string, string | undefined>>,
  today: string,
): Promise<string> {
  const { values, positionals } = readArguments(args);
  if (values.help) return USAGE;
  const safety = SAFETY_COMMANDS.find((command) => command === positionals[0]);
  if (safety) return runSafety(safety, values, root);
  if (positionals[0] === 'wording') return runWording(values, root, env);
  const embedder = await embedderFromSettings(readSettings(env), root);
  const content = await loadContent(root);
  const input: EvaluationInput = {
    articles: content.articles,
    services: content.services,
    lexicons: await loadLexicons(root),
    queries: readLabelledQueries(
      await readInput(values.queries, root, 'queries.dev.jsonl'),
      values.queries ?? 'queries.dev.jsonl',
    ),
    strays: readStrayQueries(
      await readInput(values.oos, root, 'oos.dev.jsonl'),
      values.oos ?? 'oos.dev.jsonl',
    ),
    ...(embedder && { embedder }),
  };
  if (positionals[0] === 'fit') return writeFit(input, root, today);
  if (positionals[0] === 'diagnosis') return runDiagnosis(input, content, values.json === true);
  const teacher = await openTeacher(values, env);
  const evaluation = await evaluateSearch({
    ...input,
    catalogue: readCatalogue(await readFile(path.join(root, 'content/catalogue/problems.json'), 'utf8')),
    isHeldOut: values.queries !== undefined,
    ...(teacher && { teacher }),
  });
  return values.json ? JSON.stringify(evaluation, undefined, 2) : printEvaluation(evaluation);
}

/** @throws {EvaluationFileError} when only one of the two arguments is given. */
async function openTeacher(
  {
    teacher: baseUrl,
    'teacher-model': model,
  }: { teacher?: string | undefined; 'teacher-model'?: string | undefined },
  env: Readonly<Record<string, string | undefined>>,
): Promise<Embedder | undefined> {
  if (baseUrl === undefined && model === undefined) return undefined;
  if (baseUrl === undefined || model === undefined)
    throw new EvaluationFileError(`--teacher and --teacher-model go together.\n\n${USAGE}`);
  return openOpenAiEmbedder({ apiKey: env['OPENAI_API_KEY'] ?? '', baseUrl, model });
}

async function runDiagnosis(input: EvaluationInput, content: Content, asJson: boolean): Promise<string> {
  const { queries, strays } = input;
  const search = await openWhole(input);
  const evaluation = {
    ...(await evaluateDiagnosis({ content, search, queries, strays })),
    speed: measureDiagnosis(content),
  };
  return asJson ? JSON.stringify(evaluation, undefined, 2) : printDiagnosis(evaluation);
}

function readArguments(args: readonly string[]) {
  try {
    const parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        queries: { type: 'string' },
        oos: { type: 'string' },
        urgent: { type: 'string' },
        pii: { type: 'string' },
        teacher: { type: 'string' },
        'teacher-model': { type: 'string' },
        'base-url': { type: 'string' },
        model: { type: 'string' },
        count: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const unknown = parsed.positionals.find((word) => !COMMANDS.includes(word));
    if (unknown !== undefined) throw new TypeError(`"${unknown}" is not a command.`);
    return parsed;
  } catch (cause) {
    throw new EvaluationFileError(`${cause instanceof Error ? cause.message : ''}\n\n${USAGE}`, { cause });
  }
}

async function readInput(given: string | undefined, root: string, fallback: string): Promise<string> {
  const file =
    given === undefined ? path.join(root, 'content', 'evaluation', fallback) : path.resolve(root, given);
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new EvaluationFileError(`${file} cannot be read. Give the path of a JSON Lines file.`, { cause });
  }
}

async function writeFit(input: EvaluationInput, root: string, today: string): Promise<string> {
  const file = path.join(root, calibrationFile());
  const known = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  const { queries, strays } = await observeAll(input);
  const mode = input.embedder ? 'fused' : 'lexical';
  const calibration = { ...known, [mode]: fitScope(queries, strays, today) };
  await writeFile(file, `${JSON.stringify(calibration, undefined, 2)}\n`);
  return `Fitted the ${mode} side to ${queries.length} labelled and ${strays.length} stray queries: ${calibrationFile()}\n${JSON.stringify(calibration[mode])}`;
}
