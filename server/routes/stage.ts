import { Hono, type MiddlewareHandler } from 'hono';
import {
  InvitationAnswerSchema,
  NothingSchema,
  ReactRequestSchema,
  ShownRequestSchema,
  SpeakRequestSchema,
} from '#shared/schema/api.ts';
import type { ErrorCode } from '#shared/schema/errors.ts';
import { StageAnswerSchema, type Reaction, type StageAnswer } from '#shared/schema/stage.ts';
import type { AccountRecord } from '../spaces/records.ts';
import type { Spaces } from '../spaces/spaces.ts';
import type { Spaced } from './account-limits.ts';
import { actionOf, participantIdOf, spaceIdOf } from './addressed.ts';
import { described } from './described.ts';
import type { AppEnv } from './env.ts';
import { parsed } from './parsed.ts';

interface StageDeps {
  spaces: Spaces;
  readStage: (spaceId: string, account: AccountRecord | null) => Promise<StageAnswer>;
  react: (account: AccountRecord, spaceId: string, emoji: Reaction) => Promise<void>;
  signedIn: MiddlewareHandler<AppEnv>;
  maybeSignedIn: MiddlewareHandler<AppEnv>;
  limits: Record<'read' | 'verb' | 'react', MiddlewareHandler<AppEnv>>;
  requestSpaced: Spaced;
  /** Whether this account may react once more now; what it sends beyond that is lost. */
  admitReaction: (accountId: string) => Promise<boolean>;
}

/** What people do in a Space, and the sight of its stage. */
export function stageRoutes(deps: StageDeps) {
  const app = new Hono<AppEnv>();
  app.get('/:id/stage', SEE, deps.limits.read, deps.maybeSignedIn, async (c) =>
    c.json(await deps.readStage(spaceIdOf(c), c.get('reader'))),
  );
  ownVerbs(app, deps);
  requestVerbs(app, deps);
  moderatorVerbs(app, deps);
  return app;
}

function ownVerbs(app: Hono<AppEnv>, { spaces, react, admitReaction, signedIn, limits }: StageDeps): void {
  app.post('/:id/shown', SHOW, limits.verb, signedIn, parsed(ShownRequestSchema), async (c) => {
    await spaces.show(c.get('account'), spaceIdOf(c), c.req.valid('json').shown);
    return c.body(null, 204);
  });
  app.post('/:id/invitation', ANSWER, limits.verb, signedIn, parsed(InvitationAnswerSchema), async (c) => {
    await spaces.answerInvitation(c.get('account'), spaceIdOf(c), c.req.valid('json').accept);
    return c.body(null, 204);
  });
  app.post('/:id/leave-stage', STEP_DOWN, limits.verb, signedIn, parsed(NothingSchema), async (c) => {
    await spaces.leaveStage(c.get('account'), spaceIdOf(c));
    return c.body(null, 204);
  });
  // Reactions have their own limit for each person, and apart from all else for an address: a storm keeps nobody from leaving.
  app.post('/:id/react', REACT, limits.react, signedIn, parsed(ReactRequestSchema), async (c) => {
    const account = c.get('account');
    if (await admitReaction(account.id)) await react(account, spaceIdOf(c), c.req.valid('json').emoji);
    return c.body(null, 204);
  });
}

function requestVerbs(app: Hono<AppEnv>, { spaces, signedIn, limits, requestSpaced }: StageDeps): void {
  app.post('/:id/request', ASK, limits.verb, signedIn, parsed(SpeakRequestSchema), async (c) => {
    const account = c.get('account');
    const { text } = c.req.valid('json');
    await requestSpaced(account.id, () => spaces.request(account, spaceIdOf(c), text));
    return c.body(null, 204);
  });
  app.delete('/:id/request', CANCEL, limits.verb, signedIn, async (c) => {
    await spaces.cancelRequest(c.get('account'), spaceIdOf(c));
    return c.body(null, 204);
  });
}

function moderatorVerbs(app: Hono<AppEnv>, { spaces, signedIn, limits }: StageDeps): void {
  app.post('/:id/mute-all', MUTE_ALL, limits.verb, signedIn, parsed(NothingSchema), async (c) => {
    await spaces.muteAll(c.get('account'), spaceIdOf(c));
    return c.body(null, 204);
  });
  app.post('/:id/people/:pid/:action', ACT, limits.verb, signedIn, parsed(NothingSchema), async (c) => {
    await spaces.person(c.get('account'), spaceIdOf(c), participantIdOf(c), actionOf(c));
    return c.body(null, 204);
  });
}

const SEE = described({
  summary:
    'See who is on stage without joining; with a session also the own place, and for moderators the queue',
  answer: StageAnswerSchema,
  refusals: ['not_found', 'rate_limited'],
});
const SHOW = verb('Be named to the others while listening, or no longer', [
  'invalid_input',
  'anonymous_refused',
]);
const ANSWER = verb('Accept or decline an invitation to speak', [
  'invalid_input',
  'invitation_over',
  'stage_full',
]);
const STEP_DOWN = verb('Leave the stage and go on listening', ['invalid_input']);
const REACT = verb('React with an emoji; more than a few a second are lost', ['invalid_input']);
const ASK = verb('Ask to speak, or say it in other words and keep the place', [
  'invalid_input',
  'requests_locked',
]);
const CANCEL = verb('Take the request to speak back; twice is fine', []);
const MUTE_ALL = verb('Mute everybody whom the caller may mute', ['invalid_input']);
const ACT = verb(
  'Do something to one person: approve, dismiss, invite, uninvite, mute, demote, remove, cohost, uncohost, host',
  ['invalid_input', 'target_is_guest', 'stage_full', 'cohosts_full', 'already_hosting'],
);

function verb(summary: string, refusals: ErrorCode[]) {
  const common: ErrorCode[] = [
    'forbidden',
    'sign_in_required',
    'not_found',
    'not_in_space',
    'conflict',
    'space_ended',
    'rate_limited',
  ];
  return described({ summary, signedIn: true, refusals: [...refusals, ...common] });
}
