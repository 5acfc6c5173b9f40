import { ChatModelError, estimateTokens } from './chat-model.ts';
import type { ModelParts } from './model-parts.ts';
import { dayOf } from './spend-ledger.ts';
import { startTimeLimit, untilAborted } from './time-limit.ts';

const PROMPT = { system: 'Answer with one word.', user: 'Ready?' };
const MOST_TOKENS = 4;

/**
 * Asks the model for one word, counted on the day like everything else.
 * @throws {ChatModelError} when no word comes in time, or nothing is left to spend.
 */
export async function checkHealth({
  model,
  ledger,
  spendLimits,
  timeLimits,
  now,
}: Pick<ModelParts, 'model' | 'ledger' | 'spendLimits' | 'timeLimits' | 'now'>): Promise<void> {
  const input = estimateTokens(PROMPT.system + PROMPT.user);
  const held = await ledger.hold({ day: dayOf(now()), tokens: input + MOST_TOKENS }, spendLimits);
  if (typeof held === 'string') throw new ChatModelError('refused');
  const limit = startTimeLimit(timeLimits, new AbortController().signal);
  let isOver = false;
  try {
    const request = { prompt: PROMPT, maxTokens: MOST_TOKENS };
    for await (const { kind } of untilAborted(model.ask(request, limit.signal), limit.signal)) {
      limit.seen();
      if (kind === 'end') isOver = true;
    }
  } finally {
    limit.stop();
    await held.settle({ input, output: MOST_TOKENS, isEstimated: true });
  }
  if (!isOver) throw new ChatModelError('unreachable');
}
