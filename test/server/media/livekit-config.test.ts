import { expect, test } from 'vitest';
import { liveKitConfig, type MediaSettings } from '../../../server/media/livekit-config.ts';

const STATE = { port: 40_001, apiKey: 'PKours', apiSecret: 's'.repeat(43), stamp: '', group: 0 };
const SETTINGS: MediaSettings = {
  dataDir: '/data',
  tcpPort: 7881,
  udpPort: 7882,
  isPublic: false,
  webhookUrl: 'http://127.0.0.1:8790/internal/livekit',
};

const config = (more: Partial<MediaSettings> = {}) =>
  JSON.parse(liveKitConfig({ ...SETTINGS, ...more }, STATE)) as {
    bind_addresses: string[];
    rtc: Record<string, unknown>;
    room: Record<string, unknown>;
    webhook: unknown;
  };

test('keeps signalling on loopback whoever is served', () => {
  expect(config().bind_addresses).toEqual(['127.0.0.1']);
  expect(config({ isPublic: true, nodeIp: '192.0.2.7' }).bind_addresses).toEqual(['127.0.0.1']);
});

test('keeps the sound on this machine unless told otherwise', () => {
  expect(config().rtc).toMatchObject({ node_ip: '127.0.0.1', enable_loopback_candidate: true });
});

test('names the configured address to browsers', () => {
  expect(config({ nodeIp: '192.0.2.7' }).rtc).toEqual({
    tcp_port: 7881,
    udp_port: 7882,
    node_ip: '192.0.2.7',
    use_external_ip: false,
  });
});

test('asks for its public address when only the public server is known', () => {
  expect(config({ isPublic: true }).rtc).toMatchObject({ use_external_ip: true });
});

test('makes no room by itself and opens no microphone of others', () => {
  expect(config().room).toMatchObject({ auto_create: false, enable_remote_unmute: false });
});
