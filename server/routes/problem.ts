import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ERROR_STATUS, type ErrorCode, type Problem } from '#shared/schema/errors.ts';
import type { Logger } from '../log.ts';
import { MediaUnavailable } from '../spaces/ports.ts';
import { Refusal } from '../spaces/refusal.ts';
import type { AppEnv } from './env.ts';
import { CORS_HEADERS, SECURITY_HEADERS } from './headers.ts';

const MEDIA_RETRY_MS = 2_000;

const TITLES: Record<ErrorCode, string> = {
  invalid_input: 'A value is missing or not allowed',
  invalid_json: 'The body is not valid JSON',
  unsupported_media_type: 'Send the body as application/json',
  body_too_large: 'The body is too large',
  unauthenticated: 'A valid session is required',
  forbidden: 'This account may not do that',
  sign_in_required: 'Guests may not do that here',
  target_is_guest: 'That person is a guest, and guests may not be that here',
  suspended: 'An operator has suspended this account',
  domain_refused: 'The operator takes nobody from that domain',
  identity_untrusted: 'That server claimed an account that it does not vouch for',
  sign_in_over: 'That sign-in is over; begin again',
  sign_in_cancelled: 'The sign-in was cancelled',
  network_unreachable: 'The server of that network does not answer',
  removed: 'This account was removed from the Space',
  blocked_by_host: 'The host has blocked this account',
  guests_refused: 'The host lets no guests in',
  not_in_space: 'This account is not in the Space',
  stage_full: 'The stage is full',
  cohosts_full: 'There are as many co-hosts as there can be',
  requests_locked: 'The host takes no requests to speak now',
  invitation_over: 'There is no invitation any more',
  blocked_on_stage: 'Somebody whom this account blocked is on stage',
  anonymous_refused: 'The host wants to see who listens',
  not_found: 'There is nothing at this address',
  method_not_allowed: 'This address does not take that method',
  already_hosting: 'This account hosts a live Space',
  conflict: 'It changed meanwhile; try again',
  space_ended: 'The Space has ended',
  rate_limited: 'Too many requests; try again later',
  internal: 'Something went wrong on the server',
  media_unavailable: 'Live audio is not available right now',
  shutting_down: 'The server is restarting',
};

interface Details {
  fields?: Problem['fields'];
  retryAfterMs?: number | null;
  headers?: Record<string, string>;
}

/** The answer to a refused request (RFC 9457). */
export function problem(c: Context<AppEnv>, code: ErrorCode, details: Details = {}): Response {
  const status = ERROR_STATUS[code];
  const retryAfter = details.retryAfterMs ? Math.ceil(details.retryAfterMs / 1_000) : undefined;
  const body: Problem = {
    type: `urn:perch:problem:${code}`,
    title: TITLES[code],
    status,
    code,
    requestId: c.get('requestId'),
    fields: details.fields,
    retryAfter,
  };
  return c.body(JSON.stringify(body), status, {
    ...CORS_HEADERS,
    ...SECURITY_HEADERS,
    'content-type': 'application/problem+json',
    ...(retryAfter && { 'retry-after': String(retryAfter) }),
    ...details.headers,
  });
}

/** Answers whatever a route threw; what nobody foresaw is logged and becomes `internal` without a word of it. */
export function onError(log: Logger) {
  return (error: Error, c: Context<AppEnv>): Response => {
    if (error instanceof Refusal) return problem(c, error.code, { retryAfterMs: error.retryAfterMs });
    if (error instanceof MediaUnavailable) {
      return problem(c, 'media_unavailable', { retryAfterMs: MEDIA_RETRY_MS });
    }
    if (error instanceof HTTPException && error.status === 400) return problem(c, 'invalid_json');
    log.error({ err: error, requestId: c.get('requestId') }, 'request failed');
    return problem(c, 'internal');
  };
}
