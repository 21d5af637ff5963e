import { Hono, type Context, type MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import { PictureIdSchema } from '#shared/schema/identity.ts';
import type { SignInRecords } from '../identity/records.ts';
import { Refusal } from '../spaces/refusal.ts';
import { described } from './described.ts';
import type { AppEnv } from './env.ts';
import { isCurrent } from './etag.ts';

interface PictureDeps {
  records: Pick<SignInRecords, 'picture'>;
  limits: Record<'read', MiddlewareHandler<AppEnv>>;
}

/** Pictures of people: an id stands for the same bytes for good. */
export function pictureRoutes({ records, limits }: PictureDeps) {
  return new Hono<AppEnv>().get('/:id', READ, limits.read, async (c) => {
    const id = pictureIdOf(c);
    const webp = await records.picture(id);
    if (!webp) throw new Refusal('not_found');
    const etag = `"${id}"`;
    const headers = { etag, 'cache-control': 'public, max-age=31536000, immutable' };
    if (isCurrent(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
    return c.body(new Uint8Array(webp), 200, { ...headers, 'content-type': 'image/webp' });
  });
}

function pictureIdOf(c: Context<AppEnv>): string {
  const id = v.safeParse(PictureIdSchema, c.req.param('id'));
  if (!id.success) throw new Refusal('not_found');
  return id.output;
}

const READ = described({
  summary: 'A picture of a person, always 96 by 96',
  answer: 'image/webp',
  refusals: ['not_found', 'rate_limited'],
});
