import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Limits } from '#shared/schema/limits.ts';
import type { Logger } from '../log.ts';
import type { Announcer } from '../spaces/context.ts';
import type { ReactionSink } from '../spaces/reacting.ts';
import type { Store } from '../spaces/records.ts';
import type { EncodedList } from './encode.ts';
import { createFeed } from './feed.ts';
import type { Viewer } from './follower.ts';
import { Followers } from './followers.ts';
import { Hub } from './hub.ts';
import { createLiveList } from './live-list.ts';
import { createReactions } from './reactions.ts';

interface LiveDeps {
  store: Store;
  limits: Limits;
  clock: () => number;
  log: Pick<Logger, 'error'>;
  /** Whose a session's token is; null for a token of nobody. */
  whoIs: (token: string) => Promise<Viewer | null>;
}

/** All that tells people what happens: the live list, the followed Spaces and the push sockets. */
export interface Live {
  announcer: Announcer;
  reactions: ReactionSink;
  encoded: () => EncodedList;
  /** How many there are now. */
  counts: Record<'sockets' | 'followers' | 'spaces', () => number>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, address: string): void;
  /** Reads the live list and starts the timers. */
  start(): Promise<void>;
  /** Sends what was held back, says `bye` to everybody and stops the timers. */
  close(): Promise<void>;
}

export function createLive({ store, limits, clock, log, whoIs }: LiveDeps): Live {
  const failed = (what: string) => (error: unknown) => log.error({ err: error }, what);
  const followers = new Followers({
    store,
    limits,
    clock,
    whoIs,
    deliver: (reader, frame) => hub.deliver(reader, frame),
    onError: failed('followers could not be told'),
  });
  const reactions = createReactions(limits.reactionsMs, (id, items) => followers.showReactions(id, items));
  const hub = new Hub(limits, () => list.encoded(), followers);
  const feed = createFeed(limits, (message) => hub.broadcast(message));
  const list = createLiveList(store, limits.cardBytes, feed.changed);
  return {
    announcer: {
      changed: (spaceId) => {
        followers.changed(spaceId);
        return list.changed(spaceId);
      },
      changedFor: (spaceId, accountIds) => followers.changedFor(spaceId, accountIds),
      sessionsMoved: (sessions) => followers.sessionsMoved(sessions),
    },
    reactions,
    encoded: list.encoded,
    counts: { sockets: () => hub.size, followers: () => followers.size, spaces: list.size },
    upgrade: (request, socket, head, address) => hub.upgrade(request, socket, head, address),
    start: async () => {
      await list.load();
      hub.start();
      followers.start();
      feed.start(list, failed('listeners could not be counted'));
    },
    close: async () => {
      feed.stop();
      reactions.stop();
      await followers.close();
      await hub.close();
    },
  };
}
