import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { createApp } from './app.ts';
import type { PerchApp } from './app.ts';
import { clientAddress } from './client-address.ts';
import type { Config } from './config.ts';
import type { Logger } from './log.ts';
import { refuseUpgrade } from './media/forward.ts';
import type { BlueskyOptions } from './identity/networks/bluesky/bluesky.ts';
import { createOutside, type Outside } from './identity/networks/outside.ts';
import { openSeal } from './identity/seal.ts';
import { createGate, SIGNAL_PATHS } from './media/gate.ts';
import type { Gate } from './media/gate.ts';
import type { LiveKit } from './media/livekit.ts';
import { createMedia } from './media/media.ts';
import { freePort, PortTaken } from './media/ports-in-use.ts';
import { gateRoutes, webhookRoute } from './media/routes.ts';
import { webhookReader } from './media/webhooks.ts';
import type { AppEnv } from './routes/env.ts';
import type { Media } from './spaces/ports.ts';
import type { Store } from './spaces/records.ts';
import { lockDataDir } from './store/lock.ts';
import { openStore } from './store/store.ts';
import { createAssets, type Assets } from './web/assets.ts';

/** Join requests travel in the URL and are long. */
const HEADER_BYTES = 64 * 1024;
const STREAM_PATH = '/v1/stream';
const SWEEP_MS = 50;
/** How long LiveKit may take to tell everybody that a Space is over. */
const GOODBYE_MS = 1_000;

export interface PerchServerOptions {
  config: Config;
  log: Logger;
  /** The way out to servers that people name, in place of the safe one; for tests. */
  outside?: Outside;
  /** Where Bluesky's servers are, in place of the world's; for tests. */
  bluesky?: Partial<BlueskyOptions>;
  /** Adds routes of others. */
  mount?: (app: Hono<AppEnv>, store: Store) => void;
}

export interface PerchServer {
  /** Where it listens. */
  url: string;
  /** Never resolves; rejects when LiveKit can never run. */
  failed: Promise<never>;
  /** Stops in order: no new work, `bye` to everybody, requests under way, LiveKit, the store. With `MEDIA_STAYS` a SIGTERM leaves LiveKit alone. */
  stop(signal: NodeJS.Signals): Promise<void>;
  /** Ends LiveKit by force, for those who cannot wait. */
  stopNow(): Promise<void>;
}

/** Brings everything up; LiveKit starts beside the API, which answers at once. Rejects with one sentence: `DataDirInUse`, `PortTaken`. */
export async function startPerch(options: PerchServerOptions): Promise<PerchServer> {
  const lock = lockDataDir(options.config.dataDir);
  try {
    const store = await openStore(options.config.dataDir);
    const parts = await assemble(options, store);
    await listen(parts.server, parts.port, options.config.host);
    await parts.perch.start();
    parts.assets.prepare();
    const failed = parts.livekit.run().then(() => new Promise<never>(() => {}));
    return {
      url: urlOf(parts.server),
      failed,
      stop: (signal) => stopPerch(options, parts, signal).finally(lock.release),
      stopNow: () => parts.livekit.stop({ graceMs: 0 }),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface Parts {
  server: Server;
  port: number;
  perch: PerchApp;
  gate: Gate;
  livekit: LiveKit;
  store: Store;
  assets: Assets;
}

async function assemble(
  { config, log, mount, outside, bluesky }: PerchServerOptions,
  store: Store,
): Promise<Parts> {
  const port = config.port || (await freePort());
  const onRestart = () => {
    perch.mediaRestarted().catch((error: unknown) => log.error({ err: error }, 'rooms were not made again'));
  };
  const { livekit, media } = await createMedia(config, { port, log, onRestart });
  const assets = createAssets({ log });
  const gate = gateOf(config, { livekit, media, log, perch: () => perch });
  const perch: PerchApp = createApp({
    store,
    media,
    log,
    config,
    limits: config.limits,
    clock: Date.now,
    outside: outside ?? createOutside(config.limits),
    seal: openSeal(config.dataDir),
    bluesky,
    asset: assets.open,
    mount(app) {
      mountMedia(app, config, { gate, livekit, log, perch: () => perch });
      mount?.(app, store);
    },
  });
  const serverOptions = { maxHeaderSize: HEADER_BYTES };
  const server = createAdaptorServer({ fetch: perch.app.fetch, serverOptions }) as Server;
  server.on('upgrade', (request, socket, head) => route({ perch, gate, config }, request, socket, head));
  return { server, port, perch, gate, livekit, store, assets };
}

interface Wiring {
  livekit: LiveKit;
  log: Logger;
  /** The app, which is made after what it mounts. */
  perch(): PerchApp;
}

function gateOf(config: Config, { livekit, media, log, perch }: Wiring & { media: Media }): Gate {
  return createGate({
    endpoint: livekit.endpoint,
    media,
    log,
    limits: config.limits,
    admit: (identity) => perch().admit(identity),
    admitted: (admission) => perch().admitted(admission),
    lost: (identity, quietMs) => perch().lost(identity, quietMs),
  });
}

function mountMedia(
  app: Hono<AppEnv>,
  config: Config,
  { gate, livekit, log, perch }: Wiring & { gate: Gate },
) {
  gateRoutes(app, gate, ({ env }) =>
    env.incoming ? clientAddress(env.incoming, config.trustProxy) : 'unknown',
  );
  const read = webhookReader(livekit.endpoint, {
    log,
    clock: Date.now,
    onMediaEvent: (event) => perch().onMediaEvent(event),
  });
  webhookRoute(app, read, { onlyLocal: config.livekit === null });
}

function route(
  { perch, gate, config }: Pick<Parts, 'perch' | 'gate'> & { config: Config },
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  // Node leaves an upgraded socket without any listener: a reset would end the whole process.
  socket.on('error', () => socket.destroy());
  const path = (request.url ?? '').split('?')[0] ?? '';
  if (path === STREAM_PATH) perch.upgradeStream(request, socket, head);
  else if (SIGNAL_PATHS.includes(path)) {
    gate.upgrade(request, socket, head, clientAddress(request, config.trustProxy));
  } else refuseUpgrade(socket, 404);
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw new PortTaken(whyNot(error, port, host), { cause: error });
  });
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program: stop that program, or set PORT to a free port.`;
  }
  if (code === 'EACCES')
    return `Port ${port} needs rights that Perch does not have: set PORT to one above 1023.`;
  return `Perch cannot listen on ${host} (${message}): set HOST to an address of this machine.`;
}

function urlOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function stopPerch(
  { config, log }: PerchServerOptions,
  { server, perch, gate, livekit, store, assets }: Parts,
  signal: NodeJS.Signals,
): Promise<void> {
  assets.close();
  const stays = config.livekit !== null || (config.mediaStays && signal === 'SIGTERM');
  if (!stays) {
    await perch
      .endAll('server_stopped')
      .catch((error: unknown) => log.warn({ err: error }, 'Spaces stay open'));
  }
  await perch.close();
  await gate.close(stays ? 0 : GOODBYE_MS);
  await drain(server, config.limits.drainMs);
  await livekit.stop({ stays });
  await store.close();
}

/** Lets requests under way finish, for at most `ms`. */
async function drain(server: Server, ms: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that was busy just now would else be kept alive for seconds.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const limit = setTimeout(() => server.closeAllConnections(), ms);
  await closed;
  clearInterval(sweep);
  clearTimeout(limit);
}
