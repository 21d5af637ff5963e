import { createMiddleware } from 'hono/factory';
import { nanoid } from 'nanoid';
import type { Logger } from '../log.ts';
import type { AppEnv } from './env.ts';

/** Anybody's page may ask, because no cookie is ever believed: only the bearer token counts. */
export const CORS_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Retry-After, X-Request-Id',
};

const PREFLIGHT_HEADERS = {
  ...CORS_HEADERS,
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
  'access-control-allow-headers': 'Authorization, Content-Type, If-None-Match',
  'access-control-max-age': '7200',
};

export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'cross-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** CORS, preflights and safe defaults; a page of ours that sets its own policy keeps it. */
export const commonHeaders = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.method === 'OPTIONS') return c.body(null, 204, PREFLIGHT_HEADERS);
  await next();
  for (const [name, value] of Object.entries({ ...CORS_HEADERS, ...SECURITY_HEADERS })) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
});

/** Numbers each request and writes one line about it: never a query, a header or a body, and none about who may be about to join. */
export function requestLog(log: Logger, count: (method: string, status: number) => void) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const begun = performance.now();
    const requestId = nanoid(12);
    c.set('requestId', requestId);
    await next();
    c.res.headers.set('x-request-id', requestId);
    const { method, path } = c.req;
    count(method, c.res.status);
    if (isAheadPath(path) && c.res.status < 500) return;
    const ms = Math.round(performance.now() - begun);
    log.info({ requestId, method, path, status: c.res.status, ms }, 'request');
  });
}

function isAheadPath(path: string): boolean {
  return path.startsWith('/v1/spaces/') && path.endsWith('/ahead');
}
