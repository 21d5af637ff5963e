import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../log.ts';
import type { Endpoint } from './endpoint.ts';
import { healthOf } from './livekit-probe.ts';
import type { LiveKit } from './livekit.ts';

const CALL_MS = 3_000;

/** A LiveKit that somebody else runs: we only look whether it answers. */
export function externalLiveKit(
  address: Endpoint,
  deps: { everyMs: number; log: Logger; onRestart(): void },
): LiveKit {
  const endpoint = { ...address, url: address.url.replace(/^ws/, 'http') };
  const halt = new AbortController();
  let up = false;

  async function look(): Promise<void> {
    const before = up;
    up = (await healthOf(endpoint.url, CALL_MS)) === 'well';
    if (up === before) return;
    if (up) deps.onRestart();
    else deps.log.warn('livekit is down');
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
