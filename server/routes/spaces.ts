import { Hono, type Context, type MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import {
  EndRequestSchema,
  JoinRequestSchema,
  JoinSchema,
  LeaveRequestSchema,
  StartRequestSchema,
  type Join,
} from '#shared/schema/api.ts';
import { SpaceIdSchema, SpaceSchema } from '#shared/schema/space.ts';
import type { Pass } from '../spaces/pass.ts';
import { Refusal } from '../spaces/refusal.ts';
import type { Spaces } from '../spaces/spaces.ts';
import { described } from './described.ts';
import type { AppEnv } from './env.ts';
import { parsed } from './parsed.ts';

interface SpacesDeps {
  spaces: Spaces;
  signedIn: MiddlewareHandler<AppEnv>;
  signalUrl: (c: Context<AppEnv>) => string;
  limits: Record<'start' | 'join' | 'read', MiddlewareHandler<AppEnv>>;
}

export function spaceRoutes({ spaces, signedIn, signalUrl, limits }: SpacesDeps) {
  const joinOf = (c: Context<AppEnv>, pass: Pass): Join => ({ ...pass, url: signalUrl(c) });
  return new Hono<AppEnv>()
    .post('/', OPEN, limits.start, signedIn, parsed(StartRequestSchema), async (c) =>
      c.json(joinOf(c, await spaces.open(c.get('account'), c.req.valid('json')))),
    )
    .get('/:id', READ, limits.read, async (c) => c.json(await spaces.read(idOf(c))))
    .post('/:id/join', JOIN, limits.join, signedIn, parsed(JoinRequestSchema), async (c) =>
      c.json(joinOf(c, await spaces.join(c.get('account'), idOf(c), c.req.valid('json')))),
    )
    .post('/:id/leave', LEAVE, limits.read, signedIn, parsed(LeaveRequestSchema), async (c) => {
      await spaces.leave(c.get('account'), idOf(c), c.req.valid('json').participantId);
      return c.body(null, 204);
    })
    .post('/:id/end', END, limits.read, signedIn, parsed(EndRequestSchema), async (c) => {
      await spaces.end(c.get('account'), idOf(c));
      return c.body(null, 204);
    });
}

function idOf(c: Context<AppEnv>): string {
  const id = v.safeParse(SpaceIdSchema, c.req.param('id'));
  if (!id.success) throw new Refusal('not_found');
  return id.output;
}

const OPEN = described({
  summary: 'Open a Space as its host',
  answer: JoinSchema,
  signedIn: true,
  refusals: ['invalid_input', 'already_hosting', 'rate_limited', 'media_unavailable'],
});
const READ = described({
  summary: 'Read one Space, live or over',
  answer: SpaceSchema,
  refusals: ['not_found', 'rate_limited'],
});
const JOIN = described({
  summary: 'Join a Space, or come back to it in the kept role',
  answer: JoinSchema,
  signedIn: true,
  refusals: ['not_found', 'conflict', 'space_ended', 'rate_limited', 'media_unavailable'],
});
const LEAVE = described({
  summary: 'Leave a Space; leaving twice is fine',
  signedIn: true,
  refusals: ['not_found', 'rate_limited'],
});
const END = described({
  summary: 'End a Space for everybody; only its host may, ending twice is fine',
  signedIn: true,
  refusals: ['forbidden', 'not_found', 'rate_limited'],
});
