import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import type { Media } from '../spaces/ports.ts';
import { externalLiveKit } from './external.ts';
import { findLiveKit } from './find-livekit.ts';
import { watchLiveKit } from './livekit.ts';
import type { LiveKit } from './livekit.ts';
import type { MediaSettings } from './livekit-config.ts';
import { prepareLiveKit } from './livekit-process.ts';
import { createRoomService } from './room-service.ts';

const EXTERNAL_EVERY_MS = 5_000;
/** A cluster may not know for two seconds who has just joined. */
const CLUSTER_DOUBTS = 3;

export interface MediaOptions {
  /** The port that we listen on, for LiveKit's webhooks. */
  port: number;
  log: Logger;
  /** LiveKit came up, without the rooms of before. */
  onRestart(): void;
}

/** The LiveKit that the configuration asks for and `Media` over it. Starts nothing yet. */
export async function createMedia(
  config: Config,
  options: MediaOptions,
): Promise<{ livekit: LiveKit; media: Media }> {
  const livekit = config.livekit
    ? externalLiveKit(config.livekit, { ...options, everyMs: EXTERNAL_EVERY_MS })
    : await ownLiveKit(config, options);
  const doubts = config.livekit ? CLUSTER_DOUBTS : 0;
  return { livekit, media: createRoomService(livekit.endpoint, { isUp: () => livekit.isUp(), doubts }) };
}

async function ownLiveKit(config: Config, { port, log, onRestart }: MediaOptions): Promise<LiveKit> {
  const prepared = await prepareLiveKit(settingsOf(config, port), config.limits.mediaAloneMs);
  const find = () => findLiveKit((line) => log.info(line));
  return watchLiveKit(prepared, { limits: config.limits, log, find, onRestart });
}

function settingsOf(config: Config, port: number): MediaSettings {
  return {
    dataDir: config.dataDir,
    tcpPort: config.livekitTcpPort,
    udpPort: config.livekitUdpPort,
    nodeIp: config.livekitNodeIp ?? undefined,
    isPublic: config.publicUrl !== null,
    webhookUrl: `http://${webhookHost(config.host)}:${port}/internal/livekit`,
  };
}

/** Where LiveKit, on this machine, reaches a server that listens on `host`. */
function webhookHost(host: string): string {
  if (host === '0.0.0.0' || host === 'localhost') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
