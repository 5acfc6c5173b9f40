import { createParser } from 'eventsource-parser';

/** One server-sent event that has arrived whole. */
export interface ServerEvent {
  readonly name: string;
  readonly data: string;
}

/** The server-sent events of a body, one after the other; one that is cut off at the end is not given. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const arrived: ServerEvent[] = [];
  const parser = createParser({
    onEvent: ({ event = 'message', data }) => {
      arrived.push({ name: event, data });
    },
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      yield* arrived.splice(0);
    }
  } finally {
    // Nobody listens any more: the connection is free for others.
    await reader.cancel().catch(() => undefined);
  }
}
