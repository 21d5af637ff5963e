import { Hono, type MiddlewareHandler } from 'hono';
import {
  BlockRequestSchema,
  BlockSchema,
  BlocksSchema,
  MuteRequestSchema,
  ReportRequestSchema,
} from '#shared/schema/safety.ts';
import type { Safety } from '../spaces/safety/safety.ts';
import { participantIdOf, spaceIdOf } from './addressed.ts';
import { described } from './described.ts';
import type { AppEnv } from './env.ts';
import { parsed } from './parsed.ts';

interface SafetyDeps {
  safety: Safety;
  signedIn: MiddlewareHandler<AppEnv>;
  limits: Record<'read' | 'verb', MiddlewareHandler<AppEnv>>;
}

export function blockRoutes({ safety, signedIn, limits }: SafetyDeps) {
  return new Hono<AppEnv>()
    .post('/', BLOCK, limits.verb, signedIn, parsed(BlockRequestSchema), async (c) =>
      c.json(await safety.block(c.get('account'), c.req.valid('json'))),
    )
    .get('/', LIST, limits.read, signedIn, async (c) =>
      c.json({ blocks: await safety.blocks(c.get('account')) }),
    )
    .delete('/:id', UNBLOCK, limits.verb, signedIn, async (c) => {
      await safety.unblock(c.get('account'), c.req.param('id'));
      return c.body(null, 204);
    });
}

export function muteRoutes({ safety, signedIn, limits }: SafetyDeps) {
  return new Hono<AppEnv>()
    .post('/', MUTE, limits.verb, signedIn, parsed(MuteRequestSchema), async (c) => {
      await safety.mute(c.get('account'), c.req.valid('json'));
      return c.body(null, 204);
    })
    .delete('/:id/:pid', UNMUTE, limits.verb, signedIn, async (c) => {
      await safety.unmute(c.get('account'), { spaceId: spaceIdOf(c), pid: participantIdOf(c) });
      return c.body(null, 204);
    });
}

export function reportRoutes({ safety, signedIn, limits }: SafetyDeps) {
  return new Hono<AppEnv>().post(
    '/',
    REPORT,
    limits.verb,
    signedIn,
    parsed(ReportRequestSchema),
    async (c) => {
      await safety.report(c.get('account'), c.req.valid('json'));
      return c.body(null, 204);
    },
  );
}

const BLOCK = described({
  summary: 'Block the person behind a participant; a host removes them from the Space as well',
  answer: BlockSchema,
  signedIn: true,
  refusals: ['invalid_input', 'forbidden', 'sign_in_required', 'not_found', 'rate_limited'],
});
const LIST = described({
  summary: 'Whom the caller blocked, newest first',
  answer: BlocksSchema,
  signedIn: true,
  refusals: ['rate_limited'],
});
const UNBLOCK = described({
  summary: 'Undo a block; twice is fine',
  signedIn: true,
  refusals: ['rate_limited'],
});
const MUTE = described({
  summary: 'Hear nothing more of the person behind a participant, in any Space; twice is fine',
  signedIn: true,
  refusals: ['invalid_input', 'forbidden', 'sign_in_required', 'not_found', 'rate_limited'],
});
const UNMUTE = described({
  summary: 'Hear that person again; twice is fine',
  signedIn: true,
  refusals: ['not_found', 'rate_limited'],
});
const REPORT = described({
  summary: 'Report a person in a Space, or the Space',
  signedIn: true,
  refusals: ['invalid_input', 'forbidden', 'sign_in_required', 'not_found', 'rate_limited'],
});
