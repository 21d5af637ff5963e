import type { IncomingMessage } from 'node:http';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { hashOfKey } from '#shared/schema/identity.ts';
import type { Space } from '#shared/schema/space.ts';
import { identityRoute } from '../../../server/demo/identity.ts';
import type { AppEnv } from '../../../server/routes/env.ts';
import { type CoreApp, openCore, read, temporaryDir } from '../../support/core-app.ts';
import { showIdentity } from '../../support/identities.ts';

/** Asks the demo's route to make Ana of whoever holds the token. */
function beAna(core: CoreApp, token: string, remoteAddress = '127.0.0.1'): Promise<Response> {
  const app = new Hono<AppEnv>();
  identityRoute(app, core.store);
  const incoming = { socket: { remoteAddress }, headers: {} } as unknown as IncomingMessage;
  const headers = { authorization: `Bearer ${token}` };
  return Promise.resolve(app.request('/demo/identity', { method: 'POST', headers }, { incoming }));
}

const view = async (core: CoreApp, id: string) => read<Space>(await core.request('GET', `/v1/spaces/${id}`));

it('makes the demo host an author of the demo timeline, and each next one in their place', async () => {
  const core = await openCore();
  const [first, second] = [await core.liveSpace(), await core.liveSpace()];
  for (const { host } of [first, second]) expect((await beAna(core, host.token)).status).toBe(204);
  expect(await view(core, first.spaceId)).toMatchObject({ keys: '', identities: [] });
  expect(await view(core, second.spaceId)).toMatchObject({
    keys: await hashOfKey('ap:ana@wren.example'),
    identities: [{ pid: second.pid, network: 'mastodon', handle: '@ana@wren.example' }],
  });
});

it('does it for nobody without a session or from elsewhere', async () => {
  const core = await openCore();
  const { token } = await core.guest();
  expect((await beAna(core, `sps_${'x'.repeat(43)}`)).status).toBe(401);
  expect((await beAna(core, token, '203.0.113.9')).status).toBe(404);
});

it('is no part of a server for others', async () => {
  const core = await openCore();
  const { token } = await core.guest();
  expect((await core.request('POST', '/demo/identity', { token, body: {} })).status).toBe(404);
});

it.each(['token', 'participant', 'account'] as const)(
  'a test shows an identity from outside by the %s of its owner',
  async (by) => {
    const dataDir = temporaryDir();
    const core = await openCore({ dataDir });
    const { spaceId, host, pid } = await core.liveSpace();
    const who = { token: host.token, participant: pid, account: host.account.id }[by];
    const shown = { network: 'x' as const, handle: '@ana', keys: ['x:ana'] };
    showIdentity({ dataDir }, who, shown);
    expect(await view(core, spaceId)).toMatchObject({
      keys: await hashOfKey('x:ana'),
      identities: [{ pid, ...shown }],
    });
    expect(() => showIdentity({ dataDir }, 'p_nobody', shown)).toThrow('nobody');
  },
);
