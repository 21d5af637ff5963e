import type { Context, Hono } from 'hono';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

/** Answers 405 with `Allow` where another method would do, and 404 elsewhere. */
export function unknownRoute(app: Hono<AppEnv>) {
  return (c: Context<AppEnv>): Response => {
    const allowed = methodsAt(app, c.req.path);
    if (allowed.length === 0) return problem(c, 'not_found');
    return problem(c, 'method_not_allowed', { headers: { allow: allowed.join(', ') } });
  };
}

function methodsAt(app: Hono<AppEnv>, path: string): string[] {
  const methods = app.routes
    .filter(({ method, path: pattern }) => method !== 'ALL' && matches(pattern, path))
    .map(({ method }) => method);
  if (methods.length === 0) return [];
  return [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])];
}

function matches(pattern: string, path: string): boolean {
  const want = pattern.split('/');
  const have = path.split('/');
  return want.length === have.length && want.every((part, i) => part.startsWith(':') || part === have[i]);
}
