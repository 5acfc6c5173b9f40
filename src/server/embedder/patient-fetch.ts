/**
 * A fetch that gives up when nothing arrives for `silenceMs`, at the beginning or in the middle of a body:
 * a large download may take an hour, but a line that went dead must not hold a build for ever.
 */
export function patientFetch(
  silenceMs: number,
): (input: string | URL, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const silence = new AbortController();
    const giveUp = () => {
      silence.abort(new Error(`nothing arrived for ${silenceMs / 1000} s`));
    };
    let timer = setTimeout(giveUp, silenceMs);
    try {
      const response = await fetch(input, { ...init, signal: silence.signal });
      if (!response.body) {
        clearTimeout(timer);
        return response;
      }
      const listen = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          clearTimeout(timer);
          timer = setTimeout(giveUp, silenceMs).unref();
          controller.enqueue(chunk);
        },
        flush() {
          clearTimeout(timer);
        },
      });
      return new Response(response.body.pipeThrough(listen), response);
    } catch (cause) {
      clearTimeout(timer);
      throw cause;
    }
  };
}
