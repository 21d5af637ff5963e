import { Hono, type Context, type MiddlewareHandler } from 'hono';
import {
  EndRequestSchema,
  FollowedRequestSchema,
  JoinRequestSchema,
  JoinSchema,
  LeaveRequestSchema,
  SettingsRequestSchema,
  StartRequestSchema,
  type Join,
} from '#shared/schema/api.ts';
import { SpaceSchema } from '#shared/schema/space.ts';
import type { Pass } from '../spaces/pass.ts';
import type { Spaces } from '../spaces/spaces.ts';
import { spaceIdOf } from './addressed.ts';
import { described } from './described.ts';
import type { AppEnv } from './env.ts';
import { parsed } from './parsed.ts';

interface SpacesDeps {
  spaces: Spaces;
  signedIn: MiddlewareHandler<AppEnv>;
  signalUrl: (c: Context<AppEnv>) => string;
  limits: Record<'start' | 'join' | 'read' | 'verb', MiddlewareHandler<AppEnv>>;
}

export function spaceRoutes({ spaces, signedIn, signalUrl, limits }: SpacesDeps) {
  const joinOf = (c: Context<AppEnv>, pass: Pass): Join => ({ ...pass, url: signalUrl(c) });
  return new Hono<AppEnv>()
    .post('/', OPEN, limits.start, signedIn, parsed(StartRequestSchema), async (c) =>
      c.json(joinOf(c, await spaces.open(c.get('account'), c.req.valid('json')))),
    )
    .get('/:id', READ, limits.read, async (c) => c.json(await spaces.read(spaceIdOf(c))))
    .patch('/:id', CHANGE, limits.verb, signedIn, parsed(SettingsRequestSchema), async (c) => {
      await spaces.settings(c.get('account'), spaceIdOf(c), c.req.valid('json'));
      return c.body(null, 204);
    })
    .put('/:id/followed', FOLLOWED, limits.verb, signedIn, parsed(FollowedRequestSchema), async (c) => {
      await spaces.followed(c.get('account'), spaceIdOf(c), c.req.valid('json'));
      return c.body(null, 204);
    })
    .post('/:id/join', JOIN, limits.join, signedIn, parsed(JoinRequestSchema), async (c) =>
      c.json(joinOf(c, await spaces.join(c.get('account'), spaceIdOf(c), c.req.valid('json')))),
    )
    .post('/:id/leave', LEAVE, limits.read, signedIn, parsed(LeaveRequestSchema), async (c) => {
      await spaces.leave(c.get('account'), spaceIdOf(c), c.req.valid('json').participantId);
      return c.body(null, 204);
    })
    .post('/:id/end', END, limits.read, signedIn, parsed(EndRequestSchema), async (c) => {
      await spaces.end(c.get('account'), spaceIdOf(c));
      return c.body(null, 204);
    });
}

const OPEN = described({
  summary: 'Open a Space as its host',
  answer: JoinSchema,
  signedIn: true,
  refusals: ['invalid_input', 'sign_in_required', 'already_hosting', 'rate_limited', 'media_unavailable'],
});
const READ = described({
  summary: 'Read one Space, live or over',
  answer: SpaceSchema,
  refusals: ['not_found', 'rate_limited'],
});
const CHANGE = described({
  summary: 'Change the title, or who may speak, ask and come; only the host may',
  signedIn: true,
  refusals: [
    'invalid_input',
    'forbidden',
    'sign_in_required',
    'not_found',
    'conflict',
    'not_in_space',
    'space_ended',
    'rate_limited',
  ],
});
const FOLLOWED = described({
  summary: 'Say whom the host follows, as salted hashes; kept while the Space lives under that policy',
  signedIn: true,
  refusals: [
    'invalid_input',
    'forbidden',
    'not_found',
    'conflict',
    'not_in_space',
    'space_ended',
    'rate_limited',
  ],
});
const JOIN = described({
  summary: 'Join a Space, or come back to it in the kept role',
  answer: JoinSchema,
  signedIn: true,
  refusals: [
    'invalid_input',
    'removed',
    'blocked_by_host',
    'guests_refused',
    'sign_in_required',
    'not_found',
    'conflict',
    'anonymous_refused',
    'blocked_on_stage',
    'space_ended',
    'rate_limited',
    'media_unavailable',
  ],
});
const LEAVE = described({
  summary: 'Leave a Space; leaving twice is fine',
  signedIn: true,
  refusals: ['invalid_input', 'not_found', 'rate_limited'],
});
const END = described({
  summary: 'End a Space for everybody; only its host may, ending twice is fine',
  signedIn: true,
  refusals: ['invalid_input', 'forbidden', 'not_found', 'not_in_space', 'space_ended', 'rate_limited'],
});
