import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../log.ts';
import type { Endpoint } from './endpoint.ts';
import { acceptsOurKey, healthOf } from './livekit-probe.ts';
import type { LiveKit } from './livekit.ts';

const CALL_MS = 3_000;
const REFUSED =
  'LiveKit refuses our key: check LIVEKIT_API_KEY and LIVEKIT_API_SECRET, and that the clocks of both machines agree.';

/** A LiveKit that somebody else runs: we only look whether it answers. */
export function externalLiveKit(
  address: Endpoint,
  deps: { everyMs: number; log: Logger; onRestart(): void },
): LiveKit {
  const endpoint = { ...address, url: address.url.replace(/^ws/, 'http') };
  const halt = new AbortController();
  let up = false;
  let trouble: string | null = null;

  /** The key is tried once for each time that LiveKit comes up: a token from a wrong clock is refused like a wrong key. */
  async function findTrouble(): Promise<string | null> {
    if ((await healthOf(endpoint.url, CALL_MS)) !== 'well') return 'livekit is down';
    return up || (await acceptsOurKey(endpoint)) ? null : REFUSED;
  }

  async function look(): Promise<void> {
    const before = { up, trouble };
    trouble = await findTrouble();
    up = trouble === null;
    if (up && !before.up) deps.onRestart();
    if (trouble && trouble !== before.trouble) deps.log.warn(trouble);
  }

  return {
    endpoint,
    isUp: () => up,
    async run() {
      while (!halt.signal.aborted) {
        await look();
        await sleep(deps.everyMs, undefined, { signal: halt.signal }).catch(() => null);
      }
    },
    async stop() {
      halt.abort();
      up = false;
    },
  };
}
