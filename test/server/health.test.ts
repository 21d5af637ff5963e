import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { HealthSchema, ReadySchema } from '#shared/schema/api.ts';
import { openCore, problemOf } from '../support/core-app.ts';

const from = (remoteAddress: string, headers: Record<string, string> = {}) => ({
  incoming: { socket: { remoteAddress }, headers } as unknown as IncomingMessage,
});

test('health says that this is Perch, whatever LiveKit does', async () => {
  const core = await openCore();
  core.media.up = false;
  const response = await core.request('GET', '/healthz');
  expect(response.status).toBe(200);
  expect(v.parse(HealthSchema, await response.json()).now).toBe(core.now);
});

test('readiness follows LiveKit and ends with the server', async () => {
  const core = await openCore();
  const ready = async () => {
    const response = await core.request('GET', '/readyz');
    return [response.status, v.parse(ReadySchema, await response.json())];
  };
  expect(await ready()).toEqual([200, { ready: true, store: true, media: true }]);
  core.media.up = false;
  expect(await ready()).toEqual([503, { ready: false, store: true, media: false }]);
  core.media.up = true;
  await core.perch.close();
  expect(await ready()).toEqual([503, { ready: false, store: true, media: true }]);
  const late = await core.request('POST', '/v1/auth/guest', { body: {} });
  expect(late.status).toBe(503);
  expect(late.headers.get('retry-after')).toBe('2');
  expect((await problemOf(late)).code).toBe('shutting_down');
});

test('metrics are for this machine only, not for those who come through its proxy', async () => {
  const core = await openCore();
  await core.liveSpace();
  await core.request('GET', '/v1/live');
  const ask = (env: ReturnType<typeof from>) => core.perch.app.request('/metrics', {}, env);
  const here = await ask(from('127.0.0.1'));
  const text = await here.text();
  expect(text).toContain('perch_live_spaces 1');
  expect(text).toContain('perch_live_requests_total{status="200"} 1');
  expect((await ask(from('203.0.113.9'))).status).toBe(404);
  expect((await ask(from('::1', { 'x-forwarded-for': '203.0.113.9' }))).status).toBe(404);
});

test('the description of the API names every route with its schema', async () => {
  const core = await openCore();
  const document = (await (await core.request('GET', '/openapi.json')).json()) as {
    paths: Record<string, Record<string, { requestBody?: object; responses: Record<string, object> }>>;
  };
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      '/v1/live',
      '/v1/auth/guest',
      '/v1/spaces',
      '/v1/spaces/{id}',
      '/v1/spaces/{id}/join',
      '/v1/spaces/{id}/leave',
      '/v1/spaces/{id}/end',
      '/v1/spaces/{id}/stage',
      '/v1/spaces/{id}/request',
      '/v1/spaces/{id}/people/{pid}/{action}',
      '/v1/blocks',
      '/v1/blocks/{id}',
      '/v1/reports',
      '/healthz',
      '/readyz',
    ]),
  );
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/{(\w+)}/g, ':$1')}`),
  );
  const routes = core.perch.app.routes
    .filter(({ method, path }) => method !== 'ALL' && /^\/v1\/(?!\*)/.test(path))
    .map(({ method, path }) => `${method} ${path}`);
  expect(described).toEqual(expect.arrayContaining(routes));
  const refusals = Object.keys(document.paths['/v1/spaces/{id}/end']?.post?.responses ?? {});
  expect(refusals).toEqual(expect.arrayContaining(['403', '404', '409', '410']));
  const start = document.paths['/v1/spaces']?.['post'];
  expect(JSON.stringify(start?.requestBody)).toContain('title');
  expect(Object.keys(start?.responses ?? {})).toEqual(
    expect.arrayContaining(['200', '401', '409', '422', '429', '503']),
  );
});

test.each([
  [{}, {}, 'ws://localhost'],
  [{}, { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' }, 'ws://localhost'],
  [
    { trustProxy: 1 },
    { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'spaces.example' },
    'wss://spaces.example',
  ],
  [
    { trustProxy: 1 },
    { 'x-forwarded-host': 'evil.example, spaces.example:8443' },
    'ws://spaces.example:8443',
  ],
  [{ trustProxy: 1 }, { 'x-forwarded-host': 'not a host/@' }, 'ws://localhost'],
  [{ publicUrl: 'https://spaces.example/perch' }, { host: 'other' }, 'wss://spaces.example/perch'],
])('with %j and headers %j signalling is at the right address', async (config, headers, url) => {
  const core = await openCore({ config });
  const { token } = await core.guest();
  const response = await core.request('POST', '/v1/spaces', { token, headers, body: { title: 'Talk' } });
  expect(await response.json()).toMatchObject({ url });
});
