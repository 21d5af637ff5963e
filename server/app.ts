import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Hono } from 'hono';
import type { Limits } from '#shared/schema/limits.ts';
import type { EndReason } from '#shared/schema/space.ts';
import { clientAddress } from './client-address.ts';
import type { Config } from './config.ts';
import { createAccounts } from './identity/account/accounts.ts';
import { type Bluesky, type BlueskyOptions, createBluesky } from './identity/networks/bluesky/bluesky.ts';
import { createIdentity } from './identity/identity.ts';
import type { Outside } from './identity/networks/outside.ts';
import type { Seal } from './identity/seal.ts';
import { accountOfToken } from './identity/sessions.ts';
import type { Viewer } from './live/follower.ts';
import { createLive } from './live/live.ts';
import type { Logger } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createApi } from './routes/api.ts';
import type { AppEnv } from './routes/env.ts';
import { createAheadTickets } from './spaces/ahead/tickets.ts';
import { createChores } from './spaces/chores.ts';
import { createClockwork } from './spaces/clockwork.ts';
import type { Announcer, SpacesContext } from './spaces/context.ts';
import { createGrace } from './spaces/grace.ts';
import type { Admission, Admit, Media, OnMediaEvent } from './spaces/ports.ts';
import type { Store } from './spaces/records.ts';
import { createRooms } from './spaces/rooms.ts';
import { createModeration } from './spaces/safety/moderation.ts';
import { createSafety } from './spaces/safety/safety.ts';
import { createSpaces } from './spaces/spaces.ts';
import type { Assets } from './web/assets.ts';

/** What the app goes by of the configuration. */
export type AppConfig = Pick<
  Config,
  | 'publicUrl'
  | 'trustProxy'
  | 'extensionUrl'
  | 'operatorContact'
  | 'guests'
  | 'x'
  | 'operators'
  | 'signInReturns'
>;

export interface AppDeps {
  store: Store;
  media: Media;
  limits: Limits;
  /** Now, ms since the epoch. */
  clock: () => number;
  config: AppConfig;
  log: Logger;
  /** Fetches what people name. */
  outside: Outside;
  /** Closes what the store keeps for nobody's eyes. */
  seal: Seal;
  /** Where Bluesky's servers are, in place of the world's; for tests. */
  bluesky?: Partial<BlueskyOptions>;
  /** Takes back what a Bluesky account let us set there, and forgets what it was set with; never throws. */
  forgetStatus?: (did: string) => Promise<void>;
  /** The files of the pages of Spaces. */
  asset: Assets['open'];
  /** Adds routes of others (the gate, LiveKit's webhook, the demo) before the answers to unknown paths. */
  mount?: (app: Hono<AppEnv>) => void;
}

export interface PerchApp {
  app: Hono<AppEnv>;
  /** The gate's question; makes the room first when it is missing. */
  admit: Admit;
  /** The gate has forwarded this identity's socket and LiveKit took it: a host's Space is live from here on. */
  admitted: (admission: Admission) => Promise<void>;
  /** The gate's last line of this identity has closed, or nothing was heard of them for `quietMs`. */
  lost: (identity: string, quietMs?: number) => Promise<void>;
  onMediaEvent: OnMediaEvent;
  /** LiveKit came back without its rooms: they are made again, and people get time to return. */
  mediaRestarted: () => Promise<void>;
  /** Takes over an upgrade request for `/v1/stream`. */
  upgradeStream: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Drives LiveKit to the store once; also runs by itself after `start`. */
  reconcile: () => Promise<void>;
  /** Reads the live list and starts the timers. */
  start: () => Promise<void>;
  /** Ends every open Space, for a server that stops for good together with its LiveKit. */
  endAll: (reason: EndReason) => Promise<void>;
  /** Refuses new work, says `bye` on the push sockets and stops the timers. The store stays open. */
  close: () => Promise<void>;
}

/** Wires the whole server but for its sockets and LiveKit, which come in through `deps`. */
export function createApp(deps: AppDeps): PerchApp {
  const { config, log } = deps;
  const live = createLive({ ...deps, whoIs: (token) => viewerOf(deps, token) });
  const bluesky = createBluesky(deps);
  const context = contextOf(deps, alsoTelling(live.announcer, bluesky.status.wake));
  const { chores } = context;
  const verbs = verbsOf(deps, context, bluesky);
  const { spaces } = verbs;
  const clockwork = createClockwork(context, log);
  const metrics = createMetrics(live.counts);
  let open = true;
  const isOpen = () => open;
  const { encoded, reactions } = live;
  const app = createApi({ ...deps, ...verbs, metrics, reactions, encoded, isOpen });
  return {
    app,
    admit: spaces.admit,
    admitted: spaces.admitted,
    lost: spaces.lost,
    onMediaEvent: spaces.onMediaEvent,
    mediaRestarted: clockwork.mediaRestarted,
    reconcile: clockwork.run,
    endAll: spaces.endAll,
    upgradeStream: (request, socket, head) =>
      live.upgrade(request, socket, head, clientAddress(request, config.trustProxy)),
    start: async () => {
      await live.start();
      void chores.insist('bound guests', spaces.boundGuests);
      clockwork.start();
      bluesky.status.start();
    },
    close: async () => {
      open = false;
      chores.stop();
      await Promise.all([clockwork.stop(), live.close(), bluesky.status.stop()]);
    },
  };
}

function contextOf(
  { store, media, limits, clock, config, log }: AppDeps,
  announcer: Announcer,
): SpacesContext {
  return {
    store,
    media,
    limits,
    clock,
    announcer,
    rooms: createRooms(media, clock, 2 * limits.reconcileMs),
    chores: createChores(limits.mediaRetryMs, log),
    grace: createGrace(clock),
    aheads: createAheadTickets(),
    guests: config.guests,
  };
}

/** All that the routes do. */
function verbsOf(deps: AppDeps, context: SpacesContext, bluesky: Bluesky) {
  const { config, seal, log, outside, forgetStatus = bluesky.forgetStatus } = deps;
  const { operators } = config;
  const spaces = createSpaces(context);
  return {
    spaces,
    bluesky,
    identity: createIdentity({ ...context, config, log, outside, seal, bluesky: bluesky.door }),
    safety: createSafety({ ...context, spaces, log }),
    moderation: createModeration({ ...context, operators }),
    accounts: createAccounts({ ...context, seal, operators, forgetStatus }),
  };
}

/** Whatever shows itself to everybody may also be for those outside. */
function alsoTelling(announcer: Announcer, tell: () => void): Announcer {
  const changed: Announcer['changed'] = (spaceId) => {
    tell();
    return announcer.changed(spaceId);
  };
  return { ...announcer, changed };
}

async function viewerOf({ store, clock, limits }: AppDeps, token: string): Promise<Viewer | null> {
  const caller = await accountOfToken(store, token, clock(), limits.sessionIdleMs);
  return caller && { accountId: caller.id, sessionId: caller.sessionId };
}
