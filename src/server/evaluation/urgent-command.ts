import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import {
  createFeatureReader,
  createUrgentDetector,
  DEFAULT_URGENT_WEIGHTS,
  spellingOf,
} from '../../core/safety/index.ts';
import { loadLexicons } from '../search/index.ts';
import { readLabelledMessages } from './masking-messages.ts';
import { printMasking } from './masking-print.ts';
import { evaluateMasking } from './masking-score.ts';
import {
  EvaluationFileError,
  readLabelledQueries,
  readStrayQueries,
  type LabelledQuery,
} from './read-queries.ts';
import { evaluateUrgent } from './urgent-evaluate.ts';
import { loadUrgentExamples, type UrgentExample } from './urgent-examples.ts';
import { fitUrgentWeights } from './urgent-fit.ts';
import { measureHeldOut, type LearningExample } from './urgent-held-out.ts';
import { loadUrgentPolicy, readUrgentMessages } from './urgent-messages.ts';
import { printHeldOut, printUrgent } from './urgent-print.ts';

/** What `npm run eval` was asked of the safety modules. */
export const SAFETY_COMMANDS = ['urgent', 'fit-urgent', 'masking'] as const;
export type SafetyCommand = (typeof SAFETY_COMMANDS)[number];

export interface SafetyOptions {
  readonly urgent?: string | undefined;
  readonly pii?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Where the fitted weights live. */
const WEIGHTS_FILE = 'src/core/safety/urgent-weights.json';
const FOLDER = 'content/evaluation';
/** Labelled sets that the weights are fitted to, beside the examples. */
const TRAINING = ['urgent.dev.jsonl', 'urgent.own.jsonl'];
/** Ordinary questions teach what is calm, but nobody has labelled them one by one. */
const ORDINARY_SHARE = 0.3;
/** Queries about these are left out of fitting: some are urgent. */
const MAY_BE_URGENT = /immediately|^security/;

/** Runs one of the safety evaluations and gives the text to print. @throws {EvaluationFileError} */
export async function runSafety(
  command: SafetyCommand,
  options: SafetyOptions,
  root: string,
): Promise<string> {
  if (command === 'fit-urgent') return fit(root);
  const evaluation = command === 'masking' ? undefined : await measureUrgent(options.urgent, root);
  if (evaluation) return options.json ? JSON.stringify(evaluation, undefined, 2) : printUrgent(evaluation);
  const file = options.pii ?? 'pii.dev.jsonl';
  const masking = evaluateMasking(
    readLabelledMessages(await readGiven(options.pii, root, 'pii.dev.jsonl'), file),
  );
  return options.json ? JSON.stringify(masking, undefined, 2) : printMasking(masking);
}

async function measureUrgent(given: string | undefined, root: string) {
  const text = await readGiven(given, root, 'urgent.dev.jsonl');
  const policy = await loadUrgentPolicy(root);
  const spelling = spellingOf(await loadLexicons(root));
  return evaluateUrgent({
    detector: createUrgentDetector(policy, spelling, DEFAULT_URGENT_WEIGHTS),
    messages: readUrgentMessages(text, given ?? 'urgent.dev.jsonl'),
    queries: await readGrouped(root),
  });
}

/** Fits the weights to everything, after measuring on what was left out; writes them. */
async function fit(root: string): Promise<string> {
  const policy = await loadUrgentPolicy(root);
  const spelling = spellingOf(await loadLexicons(root));
  const read = createFeatureReader(policy, spelling);
  const examples: LearningExample[] = (await readTraining(root)).map((one) => ({
    ...one,
    features: read(one.q).features,
  }));
  const heldOut = measureHeldOut({ policy, spelling, examples });
  const weights = fitUrgentWeights(examples, heldOut.threshold);
  await writeFile(path.join(root, WEIGHTS_FILE), `${JSON.stringify(weights, undefined, 2)}\n`);
  const size = weights.levels.split(' ').length;
  return `${printHeldOut(heldOut)}\nFitted ${size} weights to ${examples.length} messages: ${WEIGHTS_FILE}`;
}

async function readTraining(root: string): Promise<UrgentExample[]> {
  const read = (file: string) => readGiven(undefined, root, file);
  const sets = await Promise.all(
    TRAINING.map(async (file) =>
      readUrgentMessages(await read(file), file).map((message) => ({
        ...message,
        style: path.basename(file, '.jsonl'),
        share: 1,
        isValidation: false,
      })),
    ),
  );
  const strays = readStrayQueries(await read('oos.dev.jsonl'), 'oos.dev.jsonl');
  const calm = (await readGrouped(root)).filter(({ group }) => !MAY_BE_URGENT.test(group));
  return [
    ...(await loadUrgentExamples(root)),
    ...sets.flat(),
    ...[...strays, ...calm].map(({ q, lang }) => ({
      q,
      lang,
      urgent: false,
      style: 'queries',
      share: ORDINARY_SHARE,
      isValidation: false,
    })),
  ];
}

type GroupedQuery = Pick<LabelledQuery, 'q' | 'lang'> & { readonly group: string };

const catalogueSchema = z.array(z.object({ id: z.string(), risk: z.string(), escalate: z.string() }));

/** The labelled queries with the risk of their problem and when it goes to a person. */
async function readGrouped(root: string): Promise<GroupedQuery[]> {
  const file = path.join(root, 'content/catalogue/problems.json');
  const catalogue = catalogueSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const groups = new Map(catalogue.map(({ id, risk, escalate }) => [id, `${risk}, ${escalate}`]));
  const queries = readLabelledQueries(
    await readGiven(undefined, root, 'queries.dev.jsonl'),
    'queries.dev.jsonl',
  );
  return queries.map(({ q, lang, problem }) => ({
    q,
    lang,
    group: groups.get(problem) ?? 'not in the catalogue',
  }));
}

async function readGiven(given: string | undefined, root: string, fallback: string): Promise<string> {
  const file = given === undefined ? path.join(root, FOLDER, fallback) : path.resolve(root, given);
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new EvaluationFileError(`${file} cannot be read. Give the path of a JSON Lines file.`, { cause });
  }
}
