import { describe, expect, test } from 'vitest';
import { openStore } from '../../../server/store/store.ts';
import { CoreApp, openCore, problemOf, temporaryDir } from '../../support/core-app.ts';
import type { IncomingMessage } from 'node:http';

function policyOf(response: Response): Record<string, string> {
  const parts = response.headers.get('content-security-policy')!.split('; ');
  return Object.fromEntries(
    parts.map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]),
  );
}

describe('what a page may do', () => {
  const STRICT = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'media-src': "'self' blob: mediastream:",
    'base-uri': "'none'",
    'form-action': "'none'",
  };

  test('is bound to its own server, framed by nobody, with the microphone to itself', async () => {
    const core = await openCore();
    const { spaceId } = await core.liveSpace();
    const response = await core.request('GET', `/s/${spaceId}`);
    expect(policyOf(response)).toEqual({
      ...STRICT,
      'connect-src': "'self' http://localhost ws://localhost",
      'frame-ancestors': "'none'",
    });
    expect(response.headers.get('permissions-policy')).toMatch(/^microphone=\(self\)/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('reaches signalling at the public address, wherever it was opened', async () => {
    const core = await openCore({ config: { publicUrl: 'https://spaces.example/perch' } });
    const { spaceId } = await core.liveSpace();
    const policy = policyOf(await core.request('GET', `/s/${spaceId}`));
    expect(policy['connect-src']).toBe(
      "'self' http://localhost ws://localhost https://spaces.example wss://spaces.example",
    );
  });

  test('is less in the player: anybody frames it, and it has no microphone', async () => {
    const core = await openCore();
    const { spaceId } = await core.liveSpace();
    const response = await core.request('GET', `/s/${spaceId}/player`);
    expect(policyOf(response)).toMatchObject({ ...STRICT, 'frame-ancestors': '*' });
    expect(response.headers.get('permissions-policy')).toMatch(/^microphone=\(\)/);
    expect(response.headers.get('x-frame-options')).toBeNull();
  });
});

describe('a page', () => {
  test.each(['', '/player'])(
    'answers 304 to the ETag it gave, until something on it changes: %s',
    async (end) => {
      const core = await openCore();
      const { spaceId, host } = await core.liveSpace();
      const get = (headers: Record<string, string> = {}) =>
        core.request('GET', `/s/${spaceId}${end}`, { headers });
      const first = await get();
      const etag = first.headers.get('etag')!;
      expect(first.headers.get('cache-control')).toBe('public, max-age=30');
      const again = await get({ 'if-none-match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(again.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'));
      expect((await get({ 'if-none-match': etag, 'accept-language': 'fr' })).status).toBe(200);
      await core.request('POST', `/v1/spaces/${spaceId}/end`, { token: host.token });
      expect((await get({ 'if-none-match': etag })).status).toBe(200);
    },
  );

  test('answers HEAD with the same headers', async () => {
    const core = await openCore();
    const { spaceId } = await core.liveSpace();
    const [get, head] = [
      await core.request('GET', `/s/${spaceId}`),
      await core.request('HEAD', `/s/${spaceId}`),
    ];
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(Object.fromEntries(head.headers)).toMatchObject(Object.fromEntries(get.headers));
  });

  test('is read once for a burst of five hundred, and LiveKit is not asked', async () => {
    const store = await openStore(temporaryDir());
    const core = new CoreApp(store, {});
    const { spaceId } = await core.liveSpace();
    let stages = 0;
    const { stage } = store;
    store.stage = (id) => ((stages += 1), stage(id));
    core.media.up = false;
    const burst = await Promise.all(
      Array.from({ length: 500 }, (_, index) =>
        core.request('GET', `/s/${spaceId}${index % 2 ? '/player' : ''}`, {
          headers: { 'accept-language': index % 3 ? 'fr' : 'en' },
        }),
      ),
    );
    expect(new Set(burst.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(burst.map(({ headers }) => headers.get('etag'))).size).toBe(4);
    expect(stages).toBe(1);
    await core.perch.close();
    await store.close();
  });

  test('is counted and not logged, and refused to whoever comes too often', async () => {
    const core = await openCore({ limits: { readsPerMinute: 3 } });
    const { spaceId } = await core.liveSpace();
    const statuses: number[] = [];
    for (const path of ['', '/player', '/nothing.png', '', '']) {
      statuses.push((await core.request('GET', `/s/${spaceId}${path}`)).status);
    }
    const refused = await core.request('GET', `/s/assets/page.js`);
    expect(statuses).toEqual([200, 200, 404, 200, 429]);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await problemOf(refused)).code).toBe('rate_limited');
    expect((await core.request('GET', '/v1/live')).status).toBe(200);

    const incoming = { socket: { remoteAddress: '127.0.0.1' }, headers: {} } as unknown as IncomingMessage;
    const metrics = await (await core.perch.app.request('/metrics', {}, { incoming })).text();
    expect(metrics).toContain('perch_share_requests_total{kind="page",status="200"} 2');
    expect(metrics).toContain('perch_share_requests_total{kind="player",status="200"} 1');
  });

  test('is no part of the API that is described', async () => {
    const core = await openCore();
    const document = await (await core.request('GET', '/openapi.json')).json();
    expect(
      Object.keys((document as { paths: object }).paths).filter((path) => path.startsWith('/s')),
    ).toEqual([]);
  });
});
