import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { openAPIRouteHandler } from 'hono-openapi';
import type { Limits } from '#shared/schema/limits.ts';
import type { Reaction } from '#shared/schema/stage.ts';
import pkg from '../../package.json' with { type: 'json' };
import type { AppConfig } from '../app.ts';
import type { Bluesky } from '../identity/networks/bluesky/bluesky.ts';
import type { Accounts } from '../identity/account/accounts.ts';
import { createGuest } from '../identity/guest.ts';
import type { Identity } from '../identity/identity.ts';
import { isOperator } from '../identity/operators.ts';
import type { Outside } from '../identity/networks/outside.ts';
import type { Seal } from '../identity/seal.ts';
import { authenticate, recognize } from '../identity/sessions.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Media } from '../spaces/ports.ts';
import type { AccountRecord, Store } from '../spaces/records.ts';
import { react, type ReactionSink } from '../spaces/reacting.ts';
import { Refusal } from '../spaces/refusal.ts';
import type { Moderation } from '../spaces/safety/moderation.ts';
import type { Safety } from '../spaces/safety/safety.ts';
import type { Spaces } from '../spaces/spaces.ts';
import { readStageAnswer } from '../spaces/stage-view.ts';
import type { Assets } from '../web/assets.ts';
import { createPages } from '../web/pages.ts';
import { createPerMinute, createPerSecond, createSpacing } from './account-limits.ts';
import { aheadRoute } from './ahead.ts';
import { authRoutes } from './auth.ts';
import { blueskyRoutes } from './bluesky.ts';
import type { AppEnv } from './env.ts';
import { createLimiter, limited, maybeSignedIn, operatorsOnly, signedIn, welcome } from './guards.ts';
import { commonHeaders, requestLog } from './headers.ts';
import { healthRoutes } from './health.ts';
import { liveRoute } from './live.ts';
import { meRoutes } from './me.ts';
import { limitBody, onlyJson } from './parsed.ts';
import { pictureRoutes } from './pictures.ts';
import { privacyPage } from './privacy-page.ts';
import { onError } from './problem.ts';
import { moderationPage } from './moderation-page.ts';
import { moderationRoutes } from './moderation.ts';
import { blockRoutes, muteRoutes, reportRoutes } from './safety.ts';
import { shareRoutes } from './share.ts';
import { aboutRoute, signInRoutes } from './sign-in.ts';
import { signInPages } from './sign-in-pages.ts';
import { signalUrl } from './signal-url.ts';
import { spaceRoutes } from './spaces.ts';
import { stageRoutes } from './stage.ts';
import { unknownRoute } from './unknown.ts';

const RETURN_MS = 2_000;
const WRITING = ['POST', 'PUT', 'PATCH', 'DELETE'];

interface ApiDeps {
  spaces: Spaces;
  identity: Identity;
  safety: Safety;
  moderation: Moderation;
  accounts: Accounts;
  store: Store;
  media: Pick<Media, 'isUp'>;
  limits: Limits;
  clock: () => number;
  config: AppConfig;
  outside: Outside;
  seal: Seal;
  bluesky: Bluesky;
  asset: Assets['open'];
  log: Logger;
  metrics: Metrics;
  reactions: ReactionSink;
  encoded: () => { rev: string; body: Buffer };
  isOpen: () => boolean;
  mount?: (app: Hono<AppEnv>) => void;
}

/** Every HTTP route of the server, with what holds for all of them. */
export function createApi(deps: ApiDeps): Hono<AppEnv> {
  const { log, metrics, limits } = deps;
  const app = new Hono<AppEnv>();
  app.onError(onError(log));
  app.notFound(unknownRoute(app));
  const admitRead = createLimiter(limits.readsPerMinute, deps.config.trustProxy);
  app.route('/v1/live', liveRoute({ encoded: deps.encoded, admitRead, count: metrics.countLive }));
  app.route('/s', shareRoutes(shareDeps(deps)));
  app.use(requestLog(log, metrics.countRequest), commonHeaders);
  app.route('/', healthRoutes({ clock: deps.clock, readiness: () => readiness(deps), metrics }));
  deps.mount?.(app);
  app.on(WRITING, '/v1/*', onlyWhile(deps.isOpen), limitBody(bytesFor(limits)), onlyJson);
  mountResources(app, deps, limited(admitRead));
  mountSignIn(app, deps, limited(admitRead));
  app.route('/moderation', moderationPage({ where: deps.config, limit: limited(admitRead) }));
  app.route('/privacy', privacyPage({ where: deps.config, limits, limit: limited(admitRead) }));
  app.get('/openapi.json', openAPIRouteHandler(app, DOCUMENTATION));
  return app;
}

function mountResources(app: Hono<AppEnv>, deps: ApiDeps, read: MiddlewareHandler<AppEnv>): void {
  const { store, spaces, safety, clock, config, limits } = deps;
  const limit = (points: number) => limited(createLimiter(points, config.trustProxy));
  const whoIs = (header: string | undefined) => authenticate(store, header, clock(), limits.sessionIdleMs);
  const guarded = {
    signedIn: welcome(whoIs, clock),
    evenSuspended: signedIn(whoIs),
    limits: { read, verb: limit(limits.verbsPerMinute) },
  };
  const accountLimits = { ...guarded.limits, signIn: limit(limits.signInsPerMinute) };
  const auth = authRoutes({
    ...guarded,
    accounts: deps.accounts,
    createGuest: (wish) => createGuest(store, { ...wish, guests: config.guests }, clock()),
    limits: { ...accountLimits, guest: limit(limits.guestsPerMinute) },
  });
  const spaceApp = spaceRoutes({
    spaces,
    signedIn: guarded.signedIn,
    signalUrl: (c) => signalUrl(c, config),
    limits: { ...guarded.limits, start: limit(limits.startsPerMinute), join: limit(limits.joinsPerMinute) },
  });
  app.route('/v1/auth', auth);
  app.route('/auth/bluesky', blueskyRoutes(deps.bluesky));
  app.route('/v1/me', meRoutes({ ...guarded, accounts: deps.accounts, limits: accountLimits }));
  app.route('/v1/spaces', spaceApp);
  app.route('/v1/spaces', aheadRoute(aheadDeps(deps)));
  app.route(
    '/v1/spaces',
    stageRoutes({
      ...guarded,
      ...stageDeps(deps),
      limits: { ...guarded.limits, react: limit(limits.readsPerMinute) },
      maybeSignedIn: maybeSignedIn(whoIs),
    }),
  );
  app.route('/v1/pictures', pictureRoutes({ ...guarded, records: store }));
  app.route('/v1/blocks', blockRoutes({ ...guarded, safety }));
  app.route('/v1/mutes', muteRoutes({ ...guarded, safety }));
  app.route('/v1/reports', reportRoutes({ ...guarded, safety }));
  app.route(
    '/v1/moderation',
    moderationRoutes({
      moderation: deps.moderation,
      limits: guarded.limits,
      operatorsOnly: operatorsOnly(whoIs, async ({ id }) =>
        isOperator(await store.allIdentitiesOf(id), config.operators),
      ),
    }),
  );
}

function mountSignIn(app: Hono<AppEnv>, deps: ApiDeps, read: MiddlewareHandler<AppEnv>): void {
  const { store, clock, config: where, limits, identity } = deps;
  const limit = () => limited(createLimiter(limits.signInsPerMinute, where.trustProxy));
  const routeDeps = {
    ...identity,
    where,
    maybeSignedIn: maybeSignedIn((header) => authenticate(store, header, clock(), limits.sessionIdleMs)),
    admitAccount: createPerMinute(limits.signInsPerMinute),
    limits: { read, begin: limit(), swap: limit() },
  };
  app.route('/v1/about', aboutRoute(routeDeps));
  app.route('/v1/auth', signInRoutes(routeDeps));
  app.route(
    '/auth',
    signInPages({ ...identity, where, limit: read, limitBody: limitBody(() => limits.bodyBytes) }),
  );
}

function aheadDeps({ spaces, store, clock, config, limits }: ApiDeps) {
  return {
    spaces,
    signedIn: welcome((header) => recognize(store, header, clock(), limits.sessionIdleMs), clock),
    signalUrl: (c: Context<AppEnv>) => signalUrl(c, config),
    limit: limited(createLimiter(limits.aheadsPerMinute, config.trustProxy)),
    admitAccount: createPerMinute(limits.aheadsPerAccount),
  };
}

/** One route takes more than a few words. */
function bytesFor({ bodyBytes, followedBytes }: Limits): (path: string) => number {
  return (path) => (path.endsWith('/followed') ? followedBytes : bodyBytes);
}

function shareDeps({ store, clock, limits, config, metrics, asset }: ApiDeps) {
  return {
    pages: createPages({ store, clock, keptMs: limits.pageKeptMs }),
    asset,
    where: config,
    admit: createLimiter(limits.readsPerMinute, config.trustProxy),
    count: metrics.countShare,
  };
}

function stageDeps({ spaces, store, reactions, limits, clock, config }: ApiDeps) {
  return {
    spaces,
    readStage: (spaceId: string, account: AccountRecord | null) =>
      store.transaction((records) => readStageAnswer(records, spaceId, account, { limits, at: clock() })),
    react: (account: AccountRecord, spaceId: string, emoji: Reaction) =>
      react({ store, reactions, guests: config.guests }, account, spaceId, emoji),
    requestSpaced: createSpacing(limits.requestEveryMs, clock),
    admitReaction: createPerSecond(limits.reactionsPerSecond),
  };
}

function onlyWhile(isOpen: () => boolean) {
  return createMiddleware<AppEnv>(async (_, next) => {
    if (!isOpen()) throw new Refusal('shutting_down', RETURN_MS);
    return next();
  });
}

async function readiness({ store, media, isOpen }: ApiDeps) {
  const answers = await store.ping().then(
    () => true,
    () => false,
  );
  return { store: answers, media: media.isUp(), open: isOpen() };
}

const DOCUMENTATION = {
  defaultValidationErrorResponse: false,
  documentation: {
    info: { title: 'Perch', version: pkg.version, description: 'Live audio Spaces' },
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
  },
} as const;
