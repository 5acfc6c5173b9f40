import { z } from 'zod';
import type { Random } from '../random/index.ts';

/** How long one reply took. */
export interface ReplyTime {
  readonly ms: number;
  readonly isError: boolean;
}

export interface LoadReader {
  /** The first message. */
  readonly text: string;
  readonly lang: string;
  readonly random: Random;
  /** How long the reader reads before the next message. */
  readonly pauseMs: () => number;
}

/** What is read of an answer. */
const answerSchema = z.looseObject({
  id: z.string(),
  secret: z.string().optional(),
  state: z.string(),
  question: z
    .looseObject({ sign: z.string(), answers: z.array(z.looseObject({ value: z.string() })) })
    .optional(),
  steps: z.array(z.looseObject({ step: z.string() })).optional(),
  candidates: z.array(z.looseObject({ id: z.string() })),
});
type Answer = z.infer<typeof answerSchema>;

const FEWEST_MESSAGES = 2;
const MOST_MESSAGES = 4;

/** One reader's conversation: tells the problem, then answers, confirms and tries steps as they are asked to. */
export async function runConversation(address: string, reader: LoadReader): Promise<ReplyTime[]> {
  const { text, lang, random, pauseMs } = reader;
  const times: ReplyTime[] = [];
  // Nobody opens the page in the same millisecond as everybody else, unless nobody pauses.
  await pause(pauseMs());
  const opened = await post(`${address}/api/v1/conversations`, { lang, text }, '', times);
  if (!opened) return times;
  const { id, secret = '' } = opened;
  const messages = FEWEST_MESSAGES + Math.floor(random() * (MOST_MESSAGES - FEWEST_MESSAGES + 1));
  let last: Answer | undefined = opened;
  for (let sent = 0; sent < messages && last; sent++) {
    await pause(pauseMs());
    last = await post(`${address}/api/v1/conversations/${id}/messages`, next(last, random), secret, times);
  }
  return times;
}

/** What a reader does about an answer. */
function next({ state, question, steps, candidates }: Answer, random: Random): object {
  if (question) {
    const answer = question.answers[Math.floor(random() * question.answers.length)];
    return { answer: { sign: question.sign, value: answer?.value ?? null } };
  }
  const [step] = steps ?? [];
  if (step) return { outcome: { step: step.step, solved: random() < 0.3 } };
  const [likeliest] = candidates;
  if (state === 'confirmation' && likeliest) return { choice: `confirm:${likeliest.id}` };
  return { text: random() < 0.5 ? 'masih belum bisa juga' : 'saldo sudah terpotong tapi gagal' };
}

async function post(
  address: string,
  body: object,
  secret: string,
  times: ReplyTime[],
): Promise<Answer | undefined> {
  const headers = {
    'Content-Type': 'application/json',
    'Idempotency-Key': crypto.randomUUID(),
    ...(secret !== '' && { Authorization: `Bearer ${secret}` }),
  };
  const started = performance.now();
  try {
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = response.ok ? answerSchema.parse(await response.json()) : undefined;
    times.push({ ms: performance.now() - started, isError: !answer });
    return answer;
  } catch {
    // Counted; what it was does not change the figure.
    times.push({ ms: performance.now() - started, isError: true });
    return undefined;
  }
}

function pause(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
