import { Hono, type Context } from 'hono';
import { uniqueSymbol } from 'hono-openapi';
import { LiveSchema } from '#shared/schema/api.ts';
import { described } from './described.ts';
import type { AppEnv } from './env.ts';
import { isCurrent } from './etag.ts';
import { CORS_HEADERS, SECURITY_HEADERS } from './headers.ts';

interface LiveDeps {
  encoded: () => { rev: string; body: Buffer };
  /** Throws when this caller asked too often. */
  admitRead: (c: Context<AppEnv>) => Promise<void>;
  count: (status: 200 | 304) => void;
}

const HEADERS = { ...CORS_HEADERS, ...SECURITY_HEADERS, 'cache-control': 'no-cache' };

/** The live list: the one route that everybody polls, so it stands before all others and is counted, not logged. */
export function liveRoute({ encoded, admitRead, count }: LiveDeps) {
  let current = answersFor(encoded());
  const answer = async (c: Context<AppEnv>): Promise<Response> => {
    await admitRead(c);
    const list = encoded();
    if (list.rev !== current.rev) current = answersFor(list);
    const known = isCurrent(c.req.header('if-none-match'), current.etag);
    count(known ? 304 : 200);
    // Straight from ready-made parts: going through the context would build the headers anew each time.
    if (known) return new Response(null, { status: 304, headers: current.bare });
    return new Response(current.body, { headers: current.full });
  };
  // The description rides on the handler itself: a middleware of its own would cost every request a step.
  const description = { [uniqueSymbol]: Reflect.get(DESCRIPTION, uniqueSymbol) as unknown };
  return new Hono<AppEnv>().get('/', Object.assign(answer, description));
}

function answersFor({ rev, body }: { rev: string; body: Buffer }) {
  const etag = `"${rev}"`;
  const bare: Record<string, string> = { ...HEADERS, etag };
  const full: Record<string, string> = { ...bare, 'content-type': 'application/json' };
  return { rev, etag, bare, full, body: body as Uint8Array<ArrayBuffer> };
}

const DESCRIPTION = described({
  summary: 'All Spaces that are live now, newest first; answers 304 to the ETag it gave',
  answer: LiveSchema,
  refusals: ['rate_limited'],
});
