import type { HttpBindings } from '@hono/node-server';

/** What the handlers of the app find in their context. */
export interface AppEnv {
  // Absent when the app is called without a server, as tests do.
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** The kind of address, for the metrics; never the address itself. */
    route?: string;
  };
}
