import type { HttpBindings } from '@hono/node-server';
import type { Caller } from '../spaces/records.ts';

/** What a request carries through the routes. Without a socket (in tests) the bindings are empty. */
export interface AppEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    account: Caller;
    /** Who reads, where a session is optional. */
    reader: Caller | null;
  };
}
