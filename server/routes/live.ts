import { Hono, type MiddlewareHandler } from 'hono';
import { LiveSchema } from '#shared/schema/api.ts';
import { described } from './described.ts';
import type { AppEnv } from './env.ts';
import { CORS_HEADERS, SECURITY_HEADERS } from './headers.ts';

interface LiveDeps {
  encoded: () => { rev: string; body: Buffer };
  readLimit: MiddlewareHandler<AppEnv>;
  count: (status: 200 | 304) => void;
}

const HEADERS = { ...CORS_HEADERS, ...SECURITY_HEADERS, 'cache-control': 'no-cache' };

/** The live list: the one route that everybody polls, so it stands before all others and is counted, not logged. */
export function liveRoute({ encoded, readLimit, count }: LiveDeps) {
  return new Hono<AppEnv>().get('/', DESCRIPTION, readLimit, (c) => {
    const { rev, body } = encoded();
    const etag = `"${rev}"`;
    if (isCurrent(c.req.header('if-none-match'), etag)) {
      count(304);
      return c.body(null, 304, { ...HEADERS, etag });
    }
    count(200);
    return c.body(body as Uint8Array<ArrayBuffer>, 200, {
      ...HEADERS,
      'content-type': 'application/json',
      etag,
    });
  });
}

function isCurrent(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  if (header === etag) return true;
  return header.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}

const DESCRIPTION = described({
  summary: 'All Spaces that are live now, newest first; answers 304 to the ETag it gave',
  answer: LiveSchema,
  refusals: ['rate_limited'],
});
