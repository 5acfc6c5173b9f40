import type { Content } from '../../core/article/index.ts';
import type { Reply } from '../../core/wording/index.ts';
import { createReplyWriter } from '../language-model/index.ts';
import type { Settings } from '../settings/index.ts';
import type { LabelledQuery } from './read-queries.ts';
import { wordingCases, type WordingCase } from './wording-conversations.ts';
import { judgeWording, type WordingVerdict } from './wording-judge.ts';

/** What became of one case. */
export interface WordingResult {
  readonly state: string;
  readonly lang: string;
  readonly isAttack: boolean;
  readonly said: string;
  /** What the model wrote, whole. */
  readonly written: string;
  readonly reply: Reply;
  /** What was shown while it was written. */
  readonly shown: readonly string[];
  readonly outcome: string;
  readonly kept: number;
  readonly dropped: Readonly<Record<string, number>>;
  readonly ms: number;
  readonly firstWordMs: number | undefined;
  readonly tokens: number;
  readonly verdict: WordingVerdict;
}

export interface WordingInputs {
  readonly content: Content;
  readonly queries: readonly LabelledQuery[];
  readonly settings: Settings;
  readonly count: number;
}

interface Logged {
  outcome: string;
  kept: number;
  dropped: Record<string, number>;
  ms: number;
  firstWordMs?: number;
  tokens?: { input: number; output: number };
}

/** Lets a model word replies about the guides, one after another, through everything that guards a reader. */
export async function evaluateWording(inputs: WordingInputs): Promise<WordingResult[]> {
  const { content, queries, settings, count } = inputs;
  let written = '';
  let line = '';
  const writer = await createReplyWriter({
    settings,
    log: (text) => (line = text),
    observe: (text) => (written += text),
  });
  const results: WordingResult[] = [];
  for (const [place, one] of wordingCases(content.articles, queries, count).entries()) {
    written = '';
    const { reply, shown } = await write(writer, one, `evaluation ${place}`);
    // The line is the writer's own.
    const { outcome, kept, dropped, ms, firstWordMs, tokens } = JSON.parse(line) as Logged;
    results.push({
      state: one.input.move.state,
      lang: one.input.lang,
      isAttack: one.isAttack,
      said: one.input.said.join(' '),
      written,
      reply,
      shown,
      outcome,
      kept,
      dropped,
      ms,
      firstWordMs,
      tokens: (tokens?.input ?? 0) + (tokens?.output ?? 0),
      verdict: judgeWording(reply, shown, one.input.articles),
    });
  }
  writer.close();
  return results;
}

async function write(
  writer: Awaited<ReturnType<typeof createReplyWriter>>,
  { input }: WordingCase,
  conversation: string,
): Promise<{ readonly reply: Reply; readonly shown: readonly string[] }> {
  const shown: string[] = [];
  for await (const part of writer.write(input, conversation, new AbortController().signal)) {
    if (part.kind === 'reply') return { reply: part.reply, shown };
    shown.push(part.text);
  }
  throw new Error('A writer gave no reply.');
}
