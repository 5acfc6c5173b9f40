import type { SpokenPart } from '../conversation/index.ts';
import { EVENT_STREAM, problemBody } from '../http/index.ts';
import { answerOf, type ConversationAnswer } from './conversation-answer.ts';

/** Proxies give up a connection on which nothing comes for a minute or so. */
const HEARTBEAT_MS = 15_000;
/** So soon a client comes again after a break. */
const RETRY_MS = 1_000;

export interface StreamOptions {
  readonly status: 200 | 201;
  readonly location?: string;
  /** Aborted when the server stops: the stream ends, and its client comes again. */
  readonly stopping: AbortSignal;
  readonly report: (fault: unknown) => void;
}

/**
 * The answer as server-sent events, each with the revision as its id: `state` at once, `sentence` … while a model
 * writes, `reply`, `done`. A stream without `done` broke off. When the client goes, writing stops.
 */
export function streamReply(
  answer: ConversationAnswer,
  speak: (signal: AbortSignal) => AsyncIterable<SpokenPart>,
  { status, location, stopping, report }: StreamOptions,
): Response {
  const gone = new AbortController();
  const signal = AbortSignal.any([gone.signal, stopping]);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const send = (event: string, data: unknown) => {
        write(`event: ${event}\nid: ${answer.revision}\ndata: ${JSON.stringify(data)}\n\n`);
      };
      write(`retry: ${RETRY_MS}\n`);
      send('state', answer);
      const heartbeat = setInterval(() => {
        write(': still here\n\n');
      }, HEARTBEAT_MS);
      const end = () => {
        clearInterval(heartbeat);
        // Cancelled by a client that is gone, it is closed already.
        if (!gone.signal.aborted) controller.close();
      };
      let isOver = false;
      const finish = () => {
        if (isOver) return;
        isOver = true;
        stopping.removeEventListener('abort', finish);
        end();
      };
      stopping.addEventListener('abort', finish, { once: true });
      void tell(speak(signal), send)
        .catch((fault: unknown) => {
          if (signal.aborted) return;
          report(fault);
          send('error', problemBody(500, 'The reply broke off. Send the message again with the same key.'));
        })
        .then(finish);
    },
    cancel() {
      gone.abort();
    },
  });
  const headers = {
    'Content-Type': EVENT_STREAM,
    'Cache-Control': 'no-store, no-transform',
    // nginx would hold the events back.
    'X-Accel-Buffering': 'no',
    ...(location !== undefined && { Location: location }),
  };
  return new Response(body, { status, headers });
}

async function tell(
  parts: AsyncIterable<SpokenPart>,
  send: (event: string, data: unknown) => void,
): Promise<void> {
  for await (const part of parts) {
    switch (part.kind) {
      case 'sentence':
        send('sentence', { text: part.text });
        break;
      case 'reply':
        send('reply', part.reply);
        break;
      case 'silenced':
        // A person has joined: the client draws the conversation as it is now.
        send('state', answerOf(part.view));
        break;
    }
  }
  send('done', {});
}
