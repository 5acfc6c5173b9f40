import OpenAI from 'openai';
import { z } from 'zod';
import { ChatModelError, type ChatEvent, type ChatModel, type ChatRequest } from './chat-model.ts';

export interface OpenAiChatOptions {
  /** '' for servers that need none. */
  readonly apiKey: string;
  /** Ends in `/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** How often a request that did not begin to be answered is sent again; waits grow, and heed Retry-After. Default 2. */
  readonly retries?: number;
}

const RETRIES = 2;

type Body = OpenAI.ChatCompletionCreateParamsStreaming;

/**
 * Ways to say the same request, from what the newest servers know to what all know. A server that refuses one is
 * asked in the next, and from then on always in the one that worked.
 */
const DIALECTS: readonly ((request: ChatRequest) => Partial<Body>)[] = [
  (request) => ({ ...options(request), ...atMost(request), temperature: 0.2 }),
  (request) => ({ ...options(request), max_completion_tokens: request.maxTokens }),
  (request) => ({ ...COUNTED, ...atMost(request) }),
  () => ({}),
];

const COUNTED = { stream_options: { include_usage: true } } as const;

/** The name that all but the newest models of OpenAI know. */
function atMost({ maxTokens }: ChatRequest): Partial<Body> {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- vLLM, Ollama and llama.cpp know no other.
  return { max_tokens: maxTokens };
}

/** Status codes by which servers say that they do not know a parameter. */
const NOT_UNDERSTOOD = [400, 404, 415, 422, 501];

/** A model of any server that speaks OpenAI's chat completions: OpenAI, Azure (`…/openai/v1`), vLLM, Ollama, llama.cpp. */
export function openOpenAiChatModel(given: OpenAiChatOptions): ChatModel {
  const { apiKey, baseUrl, model, retries = RETRIES } = given;
  const client = new OpenAI({
    apiKey: apiKey || 'none',
    baseURL: baseUrl,
    maxRetries: retries,
    // It would write what a model says into the log.
    logLevel: 'off',
  });
  let dialect = 0;

  const begin = async (request: ChatRequest, signal: AbortSignal) => {
    const { system, user } = request.prompt;
    for (let at = dialect; ; at++) {
      try {
        const stream = await client.chat.completions.create(
          {
            model,
            messages: [
              { role: 'system', content: system },
              { role: 'user', content: user },
            ],
            stream: true,
            ...DIALECTS[at]?.(request),
          },
          { signal },
        );
        dialect = at;
        return stream;
      } catch (cause) {
        const isRefused = cause instanceof OpenAI.APIError && NOT_UNDERSTOOD.includes(Number(cause.status));
        if (!isRefused || at >= DIALECTS.length - 1) throw cause;
      }
    }
  };

  return {
    name: model,
    async *ask(request, signal) {
      try {
        yield* readStream(await begin(request, signal));
      } catch (cause) {
        throw toFault(cause);
      }
    },
  };
}

function options({ tools }: ChatRequest): Partial<Body> {
  return {
    ...COUNTED,
    ...(tools && {
      tools: tools.map((tool) => ({
        type: 'function',
        function: { ...tool, parameters: { ...tool.parameters } },
      })),
    }),
  };
}

/** What is read of a chunk; servers add to it, and leave out what they do not know. */
const chunkSchema = z.object({
  usage: z.object({ prompt_tokens: z.int().min(0), completion_tokens: z.int().min(0) }).nullish(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        delta: z
          .object({
            content: z.string().nullish(),
            tool_calls: z
              .array(
                z.object({
                  index: z.int().default(0),
                  function: z
                    .object({ name: z.string().nullish(), arguments: z.string().nullish() })
                    .nullish(),
                }),
              )
              .nullish(),
          })
          .nullish(),
      }),
    )
    .nullish(),
});

async function* readStream(stream: AsyncIterable<unknown>): AsyncGenerator<ChatEvent> {
  const calls = new Map<number, { name: string; json: string }>();
  let reason: string | undefined;
  for await (const chunk of stream) {
    const read = chunkSchema.safeParse(chunk);
    if (!read.success) throw new ChatModelError('malformed');
    const { usage, choices } = read.data;
    if (usage) yield { kind: 'usage', input: usage.prompt_tokens, output: usage.completion_tokens };
    const choice = choices?.[0];
    if (choice?.delta?.content) yield { kind: 'text', text: choice.delta.content };
    for (const { index, function: part } of choice?.delta?.tool_calls ?? []) {
      const call = calls.get(index) ?? { name: '', json: '' };
      calls.set(index, { name: call.name + (part?.name ?? ''), json: call.json + (part?.arguments ?? '') });
    }
    reason = choice?.finish_reason ?? reason;
  }
  if (reason === undefined) throw new ChatModelError('cut');
  for (const { name, json } of calls.values()) yield { kind: 'call', name, input: parseJson(json) };
  yield { kind: 'end', isWhole: reason !== 'length' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proposal that cannot be read is refused by its schema.
    return undefined;
  }
}

function toFault(cause: unknown): ChatModelError {
  if (cause instanceof ChatModelError) return cause;
  if (cause instanceof OpenAI.APIConnectionError) return new ChatModelError('unreachable');
  if (cause instanceof OpenAI.APIError) {
    const status = typeof cause.status === 'number' ? cause.status : undefined;
    if (status === 429) return new ChatModelError('rate-limited', status);
    return new ChatModelError(status !== undefined && status < 500 ? 'refused' : 'broken', status);
  }
  if (cause instanceof SyntaxError) return new ChatModelError('malformed');
  return new ChatModelError('cut');
}
