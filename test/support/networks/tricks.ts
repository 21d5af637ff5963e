import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';

/** What any server may do instead of answering as it should. */
export const BAD_ANSWERS = [
  'never-answers',
  'slow',
  'fails',
  'html',
  'ten-megabytes',
  'zipped-megabytes',
  'private-redirect',
] as const;
export type BadAnswer = (typeof BAD_ANSWERS)[number];

export const TEN_MEGABYTES = 10_000_000;
const CHUNK = new TextEncoder().encode(' '.repeat(50_000));
const JSON_TYPE = { 'content-type': 'application/json' };

/** JSON of ten megabytes without a word of its length before. */
export function tenMegabytes(type = 'application/json'): Response {
  let left = TEN_MEGABYTES;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(CHUNK);
      left -= CHUNK.length;
      if (left <= 0) controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': type } });
}

export interface Trickery {
  trick: string | null;
  /** The beginning of the paths that it is played on. */
  on: string;
  slowMs: number;
}

const ANSWERS: Readonly<
  Record<BadAnswer, (c: Context, stopped: AbortSignal) => Response | Promise<Response>>
> = {
  'never-answers': (_, stopped) =>
    new Promise((resolve) => stopped.addEventListener('abort', () => resolve(new Response(null)))),
  // Answered by the server itself, only late.
  slow: () => new Response(null),
  fails: (c) => c.json({ error: 'Something went wrong.' }, 500),
  html: (c) => c.html('<!doctype html><title>Down for maintenance</title><h1>Back soon</h1>'),
  'ten-megabytes': () => tenMegabytes(),
  'zipped-megabytes': () =>
    new Response(gzipSync(' '.repeat(TEN_MEGABYTES)), {
      headers: { ...JSON_TYPE, 'content-encoding': 'gzip' },
    }),
  'private-redirect': (c) => c.redirect('https://169.254.169.254/latest/meta-data/', 302),
};

const isBadAnswer = (trick: string | null): trick is BadAnswer => BAD_ANSWERS.some((one) => one === trick);

/** Plays whatever trick is on, until the stand-in stops. */
export function playing(current: () => Trickery, stopped: AbortSignal): MiddlewareHandler {
  return async (c, next) => {
    const { trick, on, slowMs } = current();
    if (!isBadAnswer(trick) || !c.req.path.startsWith(on)) return next();
    if (trick !== 'slow') return ANSWERS[trick](c, stopped);
    await wait(slowMs, undefined, { signal: stopped }).catch(() => null);
    return next();
  };
}
