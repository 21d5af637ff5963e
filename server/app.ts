import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Hono } from 'hono';
import type { Limits } from '#shared/schema/limits.ts';
import type { EndReason } from '#shared/schema/space.ts';
import type { Config } from './config.ts';
import type { Logger } from './log.ts';
import type { AppEnv } from './routes/env.ts';
import type { Admit, Media, OnMediaEvent } from './spaces/ports.ts';
import type { Store } from './spaces/records.ts';

export interface AppDeps {
  store: Store;
  media: Media;
  limits: Limits;
  /** Now, ms since the epoch. */
  clock: () => number;
  config: Pick<Config, 'publicUrl' | 'trustProxy'>;
  log: Logger;
  /** Adds routes of others (the gate, LiveKit's webhook, the demo) before the answers to unknown paths. */
  mount?: (app: Hono<AppEnv>) => void;
}

export interface PerchApp {
  app: Hono<AppEnv>;
  /** The gate's question; makes the room first when it is missing. */
  admit: Admit;
  /** The gate has forwarded this identity's socket and LiveKit took it: a host's Space is live from here on. */
  admitted: (identity: string) => Promise<void>;
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

export declare function createApp(deps: AppDeps): PerchApp;
