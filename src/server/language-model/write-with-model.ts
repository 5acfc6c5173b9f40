import { draftReply, takeSentences, type DroppedFor, type ReplyDraft } from '../../core/wording/index.ts';
import { ChatModelError, estimateTokens, type ChatRequest, type TokenUse } from './chat-model.ts';
import type { ModelRecord, Outcome } from './model-log.ts';
import type { ModelParts, WritingTask } from './model-parts.ts';
import { readProposal, type Proposal } from './proposal.ts';
import type { WrittenPart } from './reply-writer.ts';
import { dayOf, type Hold } from './spend-ledger.ts';
import { startTimeLimit, untilAborted } from './time-limit.ts';

/** How the writing went; with a reply when the model has worded one. */
export interface ModelWriting {
  readonly record: Omit<ModelRecord, 'ms' | 'task'>;
  readonly reply?: Extract<WrittenPart, { kind: 'reply' }>;
}

/** Who writes more than this does not stop. */
const LONGEST_ANSWER = 4000;

/** Asks the model and gives each sentence that passed the checks as it comes. Never more than what the limits allow. */
export async function* writeWithModel(
  parts: ModelParts,
  task: WritingTask,
): AsyncGenerator<WrittenPart, ModelWriting> {
  const { lang, passages, prompt, tools, maxTokens, mostSentences } = task;
  const request: ChatRequest = { prompt, maxTokens, ...(tools.length > 0 && { tools }) };
  const held = await holdTokens(parts, task, request);
  if (typeof held === 'string') return { record: { outcome: held, kept: 0, dropped: {} } };
  const draft = draftReply(lang, passages, prompt.system, mostSentences);
  const answer: Answer = { text: '', rest: '', kept: 0, proposals: [], isWhole: false };
  let listened: Listened;
  try {
    listened = yield* listen(parts, task, request, draft, answer);
  } finally {
    // A ledger that fails now keeps what was held: never less than what was spent.
    await held.settle(usedTokens(request, answer)).catch(() => undefined);
  }
  const { kept, proposals, firstWordMs } = answer;
  const { fault, status } = listened;
  const record = {
    kept,
    dropped: countRules(draft),
    tokens: usedTokens(request, answer),
    ...(firstWordMs !== undefined && { firstWordMs }),
    ...(status !== undefined && { status }),
  };
  if (fault) return { record: { outcome: fault, ...record } };
  const reply = draft.finish();
  if (!reply) return { record: { outcome: 'too-little-left', ...record } };
  return { record: { outcome: 'model', ...record }, reply: { kind: 'reply', reply, proposals } };
}

interface Answer {
  text: string;
  /** The beginning of a sentence that is not whole yet. */
  rest: string;
  kept: number;
  proposals: Proposal[];
  isWhole: boolean;
  firstWordMs?: number;
  usage?: { readonly input: number; readonly output: number };
}

interface Listened {
  readonly fault?: Outcome;
  readonly status?: number;
}

async function* listen(
  { model, circuit, timeLimits, now }: ModelParts,
  { passages, tools, signal }: WritingTask,
  request: ChatRequest,
  draft: ReplyDraft,
  answer: Answer,
): AsyncGenerator<WrittenPart, Listened> {
  const limit = startTimeLimit(timeLimits, signal);
  const begun = now();
  const show = function* (sentences: readonly string[]): Generator<WrittenPart> {
    for (const sentence of sentences) {
      const text = draft.add(sentence);
      if (text === undefined) continue;
      answer.kept++;
      yield { kind: 'sentence', text };
    }
  };
  let isOver = false;
  try {
    for await (const event of untilAborted(model.ask(request, limit.signal), limit.signal)) {
      if (event.kind === 'usage') answer.usage = event;
      if (event.kind === 'end') [isOver, answer.isWhole] = [true, event.isWhole];
      if (event.kind === 'call' && tools.length > 0) {
        const proposal = readProposal(event.name, event.input, passages);
        if (proposal) answer.proposals.push(proposal);
      }
      if (event.kind !== 'text') continue;
      limit.seen();
      answer.firstWordMs ??= now() - begun;
      answer.text += event.text;
      const { whole, rest } = takeSentences(answer.rest + event.text);
      answer.rest = rest;
      yield* show(whole);
      if (answer.text.length > LONGEST_ANSWER) return { fault: 'too-long' };
      if (draft.isOver()) break;
    }
    if (signal.aborted) return { fault: 'reader-left' };
    const late = limit.fault();
    if (late) {
      await circuit.record(false);
      return { fault: late };
    }
    // Half a sentence at the limit of tokens is none.
    if (isOver && answer.isWhole) yield* show([answer.rest]);
    await circuit.record(true);
    return {};
  } catch (cause) {
    if (signal.aborted) return { fault: 'reader-left' };
    await circuit.record(false);
    const late = limit.fault();
    if (late) return { fault: late };
    if (!(cause instanceof ChatModelError)) throw cause;
    return { fault: cause.fault, ...(cause.status !== undefined && { status: cause.status }) };
  } finally {
    limit.stop();
  }
}

/** Holds the most that the request can cost. */
async function holdTokens(
  { ledger, spendLimits, now }: ModelParts,
  { spending }: WritingTask,
  request: ChatRequest,
): Promise<Hold | Outcome> {
  const tokens = estimateInput(request) + request.maxTokens;
  try {
    const held = await ledger.hold({ day: dayOf(now()), ...spending, tokens }, spendLimits);
    return typeof held === 'string' ? `${held}-spent` : held;
  } catch {
    // Who cannot count does not spend. The database says itself what is wrong with it.
    return 'ledger-failed';
  }
}

function usedTokens(request: ChatRequest, { usage, text }: Answer): TokenUse {
  if (usage) return { input: usage.input, output: usage.output, isEstimated: false };
  return { input: estimateInput(request), output: estimateTokens(text), isEstimated: true };
}

function estimateInput({ prompt, tools }: ChatRequest): number {
  return estimateTokens(prompt.system + prompt.user + JSON.stringify(tools ?? []));
}

function countRules({ dropped }: ReplyDraft): Partial<Record<DroppedFor, number>> {
  const counts: Partial<Record<DroppedFor, number>> = {};
  for (const { rule } of dropped) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}
