import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import { ERROR_STATUS } from '#shared/schema/errors.ts';
import type { ErrorCode } from '#shared/schema/errors.ts';
import { isFromThisMachine } from '../client-address.ts';
import { SIGNAL_PATHS, VALIDATE_PATHS } from './gate.ts';
import type { Gate, Refusal } from './gate.ts';
import { ForgedWebhook } from './webhooks.ts';

interface Env {
  Bindings: Partial<HttpBindings>;
}

const CODES: Record<number, ErrorCode> = {
  401: 'unauthenticated',
  429: 'rate_limited',
  503: 'media_unavailable',
};

/** The gate's plain HTTP side: `/rtc/validate` and, without an upgrade, `/rtc` itself. */
export function gateRoutes<E extends Env>(
  app: Hono<E>,
  gate: Gate,
  addressOf: (c: Context<E>) => string,
): void {
  const answer = async (c: Context<E>) => {
    const { pathname, search } = new URL(c.req.url);
    const headers = { authorization: c.req.header('authorization') };
    const path = pathname.endsWith('/validate') ? pathname : `${pathname}/validate`;
    return respond(c, await gate.validate({ url: path + search, headers, address: addressOf(c) }));
  };
  for (const path of [...SIGNAL_PATHS, ...VALIDATE_PATHS]) app.get(path, answer);
}

// Readable from any origin: a client that cannot read a 401 takes it for a dead line and tries for ever.
function respond(c: Context, { status, retryAfter }: Refusal): Response {
  const headers = new Headers({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' });
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
  if (status === 200) return new Response('success', { headers });
  return problem(c, CODES[status] ?? 'invalid_input', { status, headers });
}

/** LiveKit's webhooks. `onlyLocal`: LiveKit runs on this machine, so nobody else has anything to say here. */
export function webhookRoute<E extends Env>(
  app: Hono<E>,
  read: (body: string, authorization: string) => Promise<void>,
  { onlyLocal }: { onlyLocal: boolean },
): void {
  app.post('/internal/livekit', async (c) => {
    if (onlyLocal && !isFromThisMachine(c.env?.incoming)) return problem(c, 'not_found');
    try {
      await read(await c.req.text(), c.req.header('authorization') ?? '');
      return c.body(null, 204);
    } catch (error) {
      if (error instanceof ForgedWebhook) return problem(c, 'unauthenticated');
      throw error;
    }
  });
}

function problem(c: Context, code: ErrorCode, init: { status?: number; headers?: Headers } = {}): Response {
  const status = init.status ?? ERROR_STATUS[code];
  const headers = init.headers ?? new Headers();
  headers.set('Content-Type', 'application/problem+json');
  const body = { type: 'about:blank', title: code, status, code, requestId: c.get('requestId') };
  return new Response(JSON.stringify(body), { status, headers });
}
