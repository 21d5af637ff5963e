import type { LiveKitState } from './livekit-state.ts';

/** What an operator decides of the media server; ports are the ones that people's browsers reach. */
export interface MediaSettings {
  dataDir: string;
  tcpPort: number;
  udpPort: number;
  /** The address that browsers reach this machine's media ports at. */
  nodeIp?: string | undefined;
  /** Whether people elsewhere are served; without `nodeIp` LiveKit then asks a STUN server for its address. */
  isPublic: boolean;
  /** Our own address for LiveKit's webhooks. */
  webhookUrl: string;
}

const LOOPBACK = '127.0.0.1';

/** LiveKit's configuration as JSON, which is YAML too. */
export function liveKitConfig(settings: MediaSettings, { port, apiKey, apiSecret }: LiveKitState): string {
  return JSON.stringify({
    port,
    bind_addresses: [LOOPBACK],
    rtc: { tcp_port: settings.tcpPort, udp_port: settings.udpPort, ...reach(settings) },
    keys: { [apiKey]: apiSecret },
    room: {
      auto_create: false,
      empty_timeout: 120,
      departure_timeout: 60,
      enable_remote_unmute: false,
      // No enabled_codecs: a client offers video lines too, and a resume fails on those that were refused (conflicting ice-ufrag). Tokens let nothing but a microphone in.
    },
    limit: {
      num_tracks: -1,
      subscription_limit_video: 1,
      max_metadata_size: 2048,
      max_attributes_size: 1024,
    },
    webhook: { api_key: apiKey, urls: [settings.webhookUrl] },
    logging: { json: true, level: 'error', pion_level: 'error' },
  });
}

/** Who can reach the sound: this machine alone unless an address or a public server is configured. */
function reach({ nodeIp, isPublic }: MediaSettings) {
  if (nodeIp && nodeIp !== LOOPBACK) return { node_ip: nodeIp, use_external_ip: false };
  if (isPublic && !nodeIp) return { use_external_ip: true };
  return {
    node_ip: LOOPBACK,
    use_external_ip: false,
    enable_loopback_candidate: true,
    interfaces: { includes: ['lo', 'lo0'] },
  };
}
