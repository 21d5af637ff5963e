import type { Hono } from 'hono';
import type { Config } from './config.ts';
import type { BlueskyOptions } from './identity/networks/bluesky/bluesky.ts';
import type { Outside } from './identity/networks/outside.ts';
import { createLog } from './log.ts';
import { startPerch } from './perch-server.ts';
import type { PerchServer } from './perch-server.ts';
import type { AppEnv } from './routes/env.ts';
import type { Store } from './spaces/records.ts';
import { onStopSignals } from './stop-signals.ts';

export interface RunOptions {
  config: Config;
  /** See `PerchServerOptions`. */
  outside?: Outside;
  bluesky?: Partial<BlueskyOptions>;
  /** Adds routes of others. */
  mount?: (app: Hono<AppEnv>, store: Store) => void;
}

/** Errors whose message is a whole sentence for the terminal. */
const SPOKEN = ['ConfigError', 'DataDirInUse', 'PortTaken', 'LiveKitMissing'];

/** Runs the server until a signal ends it; a second signal ends it at once. What stops it from running is said in one sentence, with exit code 1. */
export async function run(options: RunOptions): Promise<void> {
  const log = createLog(options.config.logLevel);
  const server = await startPerch({ ...options, log }).catch(sayAndExit);
  process.stdout.write(`Perch listens on ${server.url}\n`);
  stopOnSignal(server);
  await server.failed.catch(async (error: unknown) => {
    await server.stop('SIGINT');
    sayAndExit(error);
  });
}

function stopOnSignal(server: PerchServer): void {
  onStopSignals(['SIGINT', 'SIGTERM'], {
    stop: (signal) => void server.stop(signal).then(() => process.exit(0), sayAndExit),
    hurry: () => void server.stopNow().finally(() => process.exit(1)),
  });
}

/** Ends the process; an error meant for people is one sentence, any other comes with its stack. */
export function sayAndExit(error: unknown): never {
  const isSpoken = error instanceof Error && SPOKEN.includes(error.name);
  const text = error instanceof Error ? (isSpoken ? error.message : error.stack) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
