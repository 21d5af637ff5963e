import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { validator } from 'hono-openapi';
import type { GenericSchema } from 'valibot';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

const JSON_TYPE = /^application\/([\w.-]+\+)?json\s*(;|$)/i;
const OUR_WORD = /^[a-z_]+$/;
const PATH_MAX = 64;

interface Issue {
  readonly message: string;
  readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }>;
  readonly expected?: string | null;
}

/** Validates the body, and puts the schema into the API's description. A problem names the field, never what was sent. */
export function parsed<Schema extends GenericSchema>(schema: Schema) {
  return validator<Schema, 'json', AppEnv, string>('json', schema, (result, c) => {
    if (!result.success) {
      const fields = result.error.map((issue) => ({ path: pathOf(issue), message: wordFor(issue) }));
      return problem(c, 'invalid_input', { fields });
    }
    // To Valibot a list is an object without known keys.
    if (!Array.isArray(result.data)) return undefined;
    return problem(c, 'invalid_input', { fields: [{ path: '', message: 'wrong_type' }] });
  });
}

/** Refuses bodies over what the path may have, whether announced or streamed. */
export function limitBody(maxBytesAt: (path: string) => number): MiddlewareHandler<AppEnv> {
  return (c, next) => {
    const limit = bodyLimit({ maxSize: maxBytesAt(c.req.path), onError: () => problem(c, 'body_too_large') });
    return limit(c, next);
  };
}

/** Refuses a body that does not call itself JSON; no body at all counts as `{}`. */
export const onlyJson = createMiddleware<AppEnv>(async (c, next) => {
  const type = c.req.header('content-type');
  if (type === undefined ? isBare(c) : JSON_TYPE.test(type)) return next();
  return problem(c, 'unsupported_media_type');
});

/** Node's server gives every request a body, so what arrived on a socket is told by its headers. */
function isBare({ req, env }: Context<AppEnv>): boolean {
  if (!env?.incoming) return !req.raw.body;
  return req.header('transfer-encoding') === undefined && Number(req.header('content-length') ?? 0) === 0;
}

function pathOf({ path = [] }: Issue): string {
  const keys = path.map((part) => String(typeof part === 'object' ? part.key : part));
  return keys.join('.').slice(0, PATH_MAX);
}

function wordFor(issue: Issue): string {
  if (OUR_WORD.test(issue.message)) return issue.message;
  if (issue.expected === 'never') return 'unknown_field';
  return 'wrong_type';
}
