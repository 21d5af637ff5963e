import { parseArgs } from 'node:util';
import type { Hono } from 'hono';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { createLog } from './log.ts';
import { startPerch } from './perch-server.ts';
import type { PerchServer } from './perch-server.ts';
import type { AppEnv } from './routes/env.ts';

const HELP = `npm run server            the Perch server with its LiveKit, for operators
npm run server -- --help  this text

PORT=8790                 the port to listen on, HOST=127.0.0.1 the address
PUBLIC_URL=https://...    the address that people use, behind a proxy that ends TLS
TRUST_PROXY=1             how many proxies stand in front and may say who calls
DATA_DIR=FOLDER           where the database and LiveKit's keys are kept
LIVEKIT_NODE_IP=IP        the address at which browsers reach the media ports; with PUBLIC_URL alone it is asked of a STUN
                          server, without both the sound stays on this machine
LIVEKIT_TCP_PORT=7881     media over TCP, LIVEKIT_UDP_PORT=7882 media over UDP: open both to the world
LIVEKIT_URL=wss://...     a LiveKit of yours instead, with LIVEKIT_API_KEY and LIVEKIT_API_SECRET
MEDIA_STAYS=1             SIGTERM leaves LiveKit running for the next start, so that nobody hears the restart
LOG_LEVEL=info            fatal, error, warn, info, debug, trace or silent
`;

/** Errors whose message is a whole sentence for the terminal. */
const SPOKEN = ['ConfigError', 'DataDirInUse', 'PortTaken', 'LiveKitMissing'];
const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Runs the server until a signal ends it; a second signal ends it at once. What stops it from running is said in one sentence, with exit code 1. */
export async function runServer(options: {
  config: Config;
  mount?: (app: Hono<AppEnv>) => void;
}): Promise<void> {
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
  let isStopping = false;
  const handle = (signal: NodeJS.Signals) => {
    if (isStopping) return void server.stopNow().finally(() => process.exit(1));
    isStopping = true;
    server.stop(signal).then(() => process.exit(0), sayAndExit);
  };
  for (const signal of STOP_SIGNALS) process.on(signal, handle);
}

function sayAndExit(error: unknown): never {
  const isSpoken = error instanceof Error && SPOKEN.includes(error.name);
  const text = error instanceof Error ? (isSpoken ? error.message : error.stack) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

function main(): void {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) process.stdout.write(HELP);
  else runServer({ config: readConfig(process.env) }).catch(sayAndExit);
}

if (import.meta.main) {
  try {
    main();
  } catch (error) {
    sayAndExit(error);
  }
}
