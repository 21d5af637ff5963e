import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '#shared/schema/limits.ts';
import type { IncomingMessage } from 'node:http';
import { clientAddress, isFromThisMachine } from '../../server/client-address.ts';
import { ConfigError, readConfig } from '../../server/config.ts';

test('an empty environment gives a server of this machine only', () => {
  expect(readConfig({ HOME: '/home/ana', XDG_DATA_HOME: '/home/ana/.data' })).toEqual({
    port: 8790,
    host: '127.0.0.1',
    publicUrl: null,
    trustProxy: 0,
    dataDir: '/home/ana/.data/perch',
    livekit: null,
    livekitNodeIp: null,
    livekitTcpPort: 7881,
    livekitUdpPort: 7882,
    mediaStays: false,
    extensionUrl: null,
    guests: 'host',
    x: null,
    operators: [],
    operatorContact: null,
    signInReturns: [],
    demo: false,
    logLevel: 'info',
    limits: DEFAULT_LIMITS,
  });
});

test('an empty variable counts as absent, a trailing slash as none', () => {
  const config = readConfig({ PORT: '', PUBLIC_URL: 'https://spaces.example/', DATA_DIR: '/srv/perch' });
  expect(config).toMatchObject({ port: 8790, publicUrl: 'https://spaces.example', dataDir: '/srv/perch' });
});

test.each(['ops@wren.example', 'https://wren.example/about/'])(
  'people reach the operator at %s',
  (contact) => {
    expect(readConfig({ OPERATOR_CONTACT: contact }).operatorContact).toBe(contact);
  },
);

test.each([
  ['PORT', '99999', /^PORT must be a port number from 0 to 65535\.$/],
  ['PORT', 'http', /^PORT must be/],
  ['PUBLIC_URL', 'spaces.example', /^PUBLIC_URL must be the http or https address/],
  ['PUBLIC_URL', 'ftp://spaces.example', /^PUBLIC_URL must be/],
  ['TRUST_PROXY', 'yes', /^TRUST_PROXY must be the number of proxies/],
  ['LIVEKIT_URL', 'localhost:7880', /^LIVEKIT_URL must be/],
  ['LIVEKIT_URL', 'ws://localhost:7880', /must be set together\.$/],
  ['LIVEKIT_API_SECRET', 'short', /^LIVEKIT_API_SECRET must be .* at least 32 characters\.$/],
  ['LIVEKIT_NODE_IP', 'example.org', /^LIVEKIT_NODE_IP must be the IP address/],
  ['EXTENSION_URL', 'javascript:alert(1)', /^EXTENSION_URL must be the http or https address/],
  ['OPERATOR_CONTACT', 'javascript:alert(1)', /^OPERATOR_CONTACT must be a mail address, or/],
  ['OPERATOR_CONTACT', 'ana', /^OPERATOR_CONTACT must be/],
  ['MEDIA_STAYS', 'perhaps', /^MEDIA_STAYS must be 1 or 0\.$/],
  ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be one of/],
])('%s=%s is refused in one sentence', (name, value, sentence) => {
  const read = () => readConfig({ [name]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(sentence);
});

describe('PERCH_TEST_LIMITS', () => {
  test('shortens what it names', () => {
    const env = { NODE_ENV: 'test', PERCH_TEST_LIMITS: '{"awayMs":5}' };
    expect(readConfig(env).limits).toEqual({ ...DEFAULT_LIMITS, awayMs: 5 });
  });

  test.each(['{"awayMs":-1}', '{"unknown":1}', '{"awayMs":"5"}', 'x'])('refuses %s', (value) => {
    const read = () => readConfig({ NODE_ENV: 'test', PERCH_TEST_LIMITS: value });
    expect(read).toThrow('PERCH_TEST_LIMITS must be a JSON object of limits and numbers.');
  });

  test('is refused outside tests', () => {
    const read = () => readConfig({ NODE_ENV: 'production', PERCH_TEST_LIMITS: '{"awayMs":5}' });
    expect(read).toThrow('PERCH_TEST_LIMITS is for tests; remove it or set NODE_ENV=test.');
  });
});

describe('the address that a request counts against', () => {
  const request = (remoteAddress: string, forwarded?: string) =>
    ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

  test.each([
    ['203.0.113.9', undefined, 0, '203.0.113.9'],
    ['203.0.113.9', '198.51.100.1', 0, '203.0.113.9'],
    ['127.0.0.1', 'forged, 198.51.100.1', 1, '198.51.100.1'],
    ['127.0.0.1', 'forged, 198.51.100.1, 10.0.0.1', 2, '198.51.100.1'],
    ['127.0.0.1', undefined, 1, '127.0.0.1'],
    ['::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
    ['2001:db8::7', undefined, 0, '2001:db8:0:0::/64'],
    ['::1', undefined, 0, '0:0:0:0::/64'],
  ])('peer %s forwarding %s behind %i proxies is %s', (peer, forwarded, proxies, address) => {
    expect(clientAddress(request(peer, forwarded), proxies)).toBe(address);
  });
});

describe('whether a request came from this machine', () => {
  const from = (remoteAddress: string | undefined, localAddress: string, headers = {}) =>
    isFromThisMachine({ socket: { remoteAddress, localAddress }, headers } as unknown as IncomingMessage);

  test.each([
    ['127.0.0.1', '127.0.0.1'],
    ['::1', '::1'],
    ['::ffff:127.0.0.1', '::ffff:127.0.0.1'],
    ['192.168.1.5', '192.168.1.5'],
  ])('%s to %s did', (remote, local) => {
    expect(from(remote, local)).toBe(true);
    expect(from(remote, local, { 'x-forwarded-for': '192.0.2.7' })).toBe(false);
    expect(from(remote, local, { forwarded: 'for=192.0.2.7' })).toBe(false);
  });

  test.each([
    ['192.0.2.7', '192.168.1.5'],
    [undefined, '192.168.1.5'],
  ])('%s to %s did not', (remote, local) => {
    expect(from(remote, local)).toBe(false);
  });
});
