import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheDir } from './cache-dir.ts';
import type { RunOptions } from './run.ts';

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
EXTENSION_URL=https://... where people get the extension, for the pages of Spaces to offer it
GUESTS=host               what people may do who have not signed in: off, listen, speak or host; listen with PUBLIC_URL
OPERATORS=NAMES           who may use the moderation page: @user@domain, did:plc:... or x:NUMBER, with commas between
OPERATOR_CONTACT=WHERE    a mail address or page of yours, for the page about privacy
X_CLIENT_ID=ID            your app at X for sign-in there, X_CLIENT_SECRET its secret; the callback is PUBLIC_URL/auth/back/x
SIGN_IN_RETURNS=URLS      redirect addresses of other builds of the extension, with commas between
LOG_LEVEL=info            fatal, error, warn, info, debug, trace or silent
`;

// For those who start this file without `compile-cache.mjs`: everything else is imported after this, from the second start on in half the time.
enableCompileCache(join(cacheDir(), 'compiled'));

/** Runs the server until a signal ends it; a second signal ends it at once. What keeps it from running is said in one sentence, with exit code 1. */
export async function runServer(options: RunOptions): Promise<void> {
  const { run } = await import('./run.ts');
  await run(options);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } }, strict: false });
  if (values.help) return void process.stdout.write(HELP);
  const { sayAndExit } = await import('./run.ts');
  try {
    const { readConfig } = await import('./config.ts');
    await runServer({ config: readConfig(process.env) });
  } catch (error) {
    sayAndExit(error);
  }
}

if (import.meta.main) await main();
