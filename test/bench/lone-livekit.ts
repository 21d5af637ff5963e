import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Endpoint } from '../../server/media/endpoint.ts';
import { findLiveKit } from '../../server/media/find-livekit.ts';
import { healthOf } from '../../server/media/livekit-probe.ts';
import { prepareLiveKit } from '../../server/media/livekit-process.ts';
import { freePort } from '../../server/media/ports-in-use.ts';
import { until } from '../support/until.ts';
import { say } from './say.ts';

/** It ends by itself so long after the bench that started it died. */
const ALONE_MS = 120_000;
const PROBE_MS = 1_000;
/** Nobody listens there: this LiveKit has nothing to tell. */
const WEBHOOK = 'http://127.0.0.1:9/';

/** A LiveKit with no Perch before it. */
export interface LoneLiveKit {
  endpoint: Endpoint;
  stop(): Promise<void>;
}

export async function startLoneLiveKit(): Promise<LoneLiveKit> {
  const binary = await findLiveKit(say);
  const dataDir = await mkdtemp(join(tmpdir(), 'perch-bench-'));
  const [tcpPort, udpPort] = await Promise.all([freePort(), freePort()]);
  const settings = { dataDir, tcpPort, udpPort, isPublic: false, webhookUrl: WEBHOOK };
  const livekit = await prepareLiveKit(settings, ALONE_MS);
  await livekit.renewLease();
  await livekit.launch(binary);
  const { endpoint } = livekit;
  await until('LiveKit to be well', async () => (await healthOf(endpoint.url, PROBE_MS)) === 'well');
  return {
    endpoint,
    async stop() {
      await livekit.end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
