import { z } from 'zod';
import type { Language } from '../../core/article/index.ts';
import type { Summary } from '../../core/assistant/index.ts';
import { isFaithfulSummary, writeSummaryPrompt } from '../../core/wording/index.ts';
import { estimateTokens, type ChatRequest, type TokenUse } from './chat-model.ts';
import { writeModelRecord, type Outcome } from './model-log.ts';
import type { ModelParts } from './model-parts.ts';
import { dayOf } from './spend-ledger.ts';
import { startTimeLimit, untilAborted } from './time-limit.ts';

/** What a summary is worded from. */
export interface SummaryTask {
  /** The summary of the template: it goes out wherever the model's words do not. */
  readonly template: Summary;
  readonly lang: Language;
  /** The reader's messages, masked. */
  readonly said: readonly string[];
  readonly conversation: string;
}

/** A summary, and who worded what happened and what is wanted. */
export interface WordedSummary {
  readonly summary: Summary;
  readonly mode: 'template' | 'model';
}

const MOST_TOKENS = 160;
const answerSchema = z.strictObject({ problem: z.string(), wants: z.string() });

/**
 * Lets the model say in one sentence each what happened and what the reader wants; what was tried, and the mood, stay
 * those of the template. A sentence with a word that the reader did not say stays out. Never throws.
 */
export async function wordSummary(
  parts: ModelParts,
  task: SummaryTask,
  barred: Outcome | undefined,
): Promise<WordedSummary> {
  const begun = parts.now();
  const { template, lang, said } = task;
  const asked = barred
    ? { outcome: barred }
    : await ask(parts, task).catch(() => ({ outcome: 'failed' as const }));
  const answer = 'text' in asked ? readAnswer(asked.text) : undefined;
  const fits = (text: string | undefined): text is string =>
    text !== undefined && isFaithfulSummary(text, [...said, template.problem, template.wants], lang);
  const problem = fits(answer?.problem) ? answer.problem : template.problem;
  const wants = fits(answer?.wants) ? answer.wants : template.wants;
  const isWorded = problem !== template.problem || wants !== template.wants;
  const outcome = asked.outcome ?? (isWorded ? 'model' : 'too-little-left');
  const tokens = 'tokens' in asked ? { tokens: asked.tokens } : {};
  parts.log(
    writeModelRecord(parts.model.name, { outcome, ...tokens, ms: parts.now() - begun, kept: 0, dropped: {} }),
  );
  if (!isWorded) return { summary: template, mode: 'template' };
  const text = template.text.replace(template.problem, () => problem).replace(template.wants, () => wants);
  return { summary: { ...template, problem, wants, text }, mode: 'model' };
}

interface Asked {
  readonly outcome: Outcome | undefined;
  readonly text: string;
  readonly tokens: TokenUse;
}

/** Asks for all of it at once. @throws when the model fails. */
async function ask(
  { model, ledger, circuit, spendLimits, timeLimits, now }: ModelParts,
  { lang, said, conversation }: SummaryTask,
): Promise<Asked | { readonly outcome: Outcome }> {
  const request: ChatRequest = {
    prompt: writeSummaryPrompt(lang, said),
    maxTokens: MOST_TOKENS,
    format: { name: 'summary', schema: z.toJSONSchema(answerSchema) },
  };
  const input = estimateTokens(request.prompt.system + request.prompt.user);
  const held = await ledger.hold(
    { day: dayOf(now()), conversation, tokens: input + MOST_TOKENS },
    spendLimits,
  );
  if (typeof held === 'string') return { outcome: `${held}-spent` };
  const limit = startTimeLimit(timeLimits, new AbortController().signal);
  let text = '';
  let isOver = false;
  let usage: TokenUse | undefined;
  try {
    for await (const event of untilAborted(model.ask(request, limit.signal), limit.signal)) {
      if (event.kind === 'text') {
        limit.seen();
        text += event.text;
      }
      if (event.kind === 'usage') usage = { input: event.input, output: event.output, isEstimated: false };
      if (event.kind === 'end') isOver = true;
    }
  } catch {
    // What failed is counted below like what never came.
  } finally {
    limit.stop();
  }
  const tokens = usage ?? { input, output: estimateTokens(text), isEstimated: true };
  await held.settle(tokens).catch(() => undefined);
  await circuit.record(isOver);
  return { outcome: isOver ? undefined : (limit.fault() ?? 'cut'), text: isOver ? text : '', tokens };
}

/** The JSON in an answer, also of a model that puts words around it; plain words are what happened. */
function readAnswer(text: string): Partial<z.infer<typeof answerSchema>> | undefined {
  const json = /\{[\s\S]*\}/.exec(text)?.[0];
  if (json === undefined) return text.trim() === '' ? undefined : { problem: text.trim() };
  try {
    const read = answerSchema.safeParse(JSON.parse(json));
    return read.success ? read.data : undefined;
  } catch {
    // No JSON after all: the template goes out.
    return undefined;
  }
}
