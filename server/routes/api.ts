import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { openAPIRouteHandler } from 'hono-openapi';
import type { Limits } from '#shared/schema/limits.ts';
import pkg from '../../package.json' with { type: 'json' };
import type { Config } from '../config.ts';
import { createGuest } from '../identity/guest.ts';
import { authenticate } from '../identity/sessions.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Media } from '../spaces/ports.ts';
import type { Store } from '../spaces/records.ts';
import { Refusal } from '../spaces/refusal.ts';
import type { Spaces } from '../spaces/spaces.ts';
import { authRoutes } from './auth.ts';
import type { AppEnv } from './env.ts';
import { createLimiter, limited, signedIn } from './guards.ts';
import { commonHeaders, requestLog } from './headers.ts';
import { healthRoutes } from './health.ts';
import { liveRoute } from './live.ts';
import { limitBody, onlyJson } from './parsed.ts';
import { onError } from './problem.ts';
import { signalUrl } from './signal-url.ts';
import { spaceRoutes } from './spaces.ts';
import { unknownRoute } from './unknown.ts';

const RETURN_MS = 2_000;

interface ApiDeps {
  spaces: Spaces;
  store: Store;
  media: Pick<Media, 'isUp'>;
  limits: Limits;
  clock: () => number;
  config: Pick<Config, 'publicUrl' | 'trustProxy'>;
  log: Logger;
  metrics: Metrics;
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
  app.use(requestLog(log, metrics.countRequest), commonHeaders);
  app.route('/', healthRoutes({ clock: deps.clock, readiness: () => readiness(deps), metrics }));
  deps.mount?.(app);
  app.post('/v1/*', onlyWhile(deps.isOpen), limitBody(limits.bodyBytes), onlyJson);
  mountResources(app, deps, limited(admitRead));
  app.get('/openapi.json', openAPIRouteHandler(app, DOCUMENTATION));
  return app;
}

function mountResources(app: Hono<AppEnv>, deps: ApiDeps, read: ReturnType<typeof limited>): void {
  const { store, spaces, clock, config, limits } = deps;
  const limit = (points: number) => limited(createLimiter(points, config.trustProxy));
  const auth = authRoutes({
    createGuest: (name) => createGuest(store, name, clock()),
    guestLimit: limit(limits.guestsPerMinute),
  });
  const spaceApp = spaceRoutes({
    spaces,
    signedIn: signedIn((header) => authenticate(store, header, clock(), limits.sessionIdleMs)),
    signalUrl: (c) => signalUrl(c, config),
    limits: { start: limit(limits.startsPerMinute), join: limit(limits.joinsPerMinute), read },
  });
  app.route('/v1/auth', auth);
  app.route('/v1/spaces', spaceApp);
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
