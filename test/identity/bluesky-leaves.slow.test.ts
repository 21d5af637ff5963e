import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../shared/schema/limits.ts';
import { hosting, newcomer, uriOf } from '../support/networks/bluesky-hosting.ts';
import {
  type BlueskyHouse,
  noting,
  openBlueskyHouse,
  PUBLIC_URL,
} from '../support/networks/bluesky-house.ts';
import { statusOf } from '../support/networks/bluesky-records.ts';

const LEAVES = 'bluesky-session';
const { outsideRestMs, flowMs, codeMs } = DEFAULT_LIMITS;

let house: BlueskyHouse;
beforeAll(async () => {
  house = await openBlueskyHouse();
}, 600_000);
afterAll(() => house?.close());

test('the leave lies in the store sealed, and no token can be read there', async () => {
  const { ana, doorway } = await hosting(house);
  const sealed = await doorway.store.secret(LEAVES, ana.did);
  expect(sealed).toMatch(/^[\w-]+$/);
  expect(Buffer.from(sealed!, 'base64url').toString('latin1')).not.toMatch(/token|ana\.test|did:plc/);
});

test('what is forgotten is cleared, given back and kept no longer', async () => {
  const asked: string[] = [];
  const { ana, doorway } = await hosting(house, { outside: noting(asked) });
  const { store, bluesky } = doorway;
  await bluesky.status.run();
  asked.length = 0;
  await bluesky.forgetStatus(ana.did);
  expect(await statusOf(house.atproto, ana)).toBeNull();
  expect(asked).toContain('/oauth/revoke');
  expect(await store.secret(LEAVES, ana.did)).toBeUndefined();
  expect(await store.statuses()).toEqual([]);
  await bluesky.status.run();
  expect(await statusOf(house.atproto, ana)).toBeNull();
  expect((await store.identityOf('bluesky', ana.did))?.status).toBe(false);
});

test('a leave that was taken back at the PDS is off here too', async () => {
  let isTaken = false;
  const taken = (path: string) => {
    if (path === '/oauth/token') return Response.json({ error: 'invalid_grant' }, { status: 400 });
    const challenge = { 'www-authenticate': 'DPoP error="invalid_token"' };
    return Response.json({ error: 'invalid_token' }, { status: 401, headers: challenge });
  };
  const { ana, doorway } = await hosting(house, {
    outside: (through) => async (url, init) => {
      const { pathname } = new URL(url);
      const isAsked = pathname.startsWith('/xrpc/') || pathname === '/oauth/token';
      return isTaken && isAsked ? taken(pathname) : through(url, init);
    },
  });
  isTaken = true;
  await doorway.bluesky.status.run();
  expect(await doorway.store.secret(LEAVES, ana.did)).toBeUndefined();
  expect((await doorway.store.identityOf('bluesky', ana.did))?.status).toBe(false);
});

test('a PDS that is down costs nobody the leave; it is tried again later', async () => {
  let isDown = false;
  let tries = 0;
  const { ana, doorway } = await hosting(house, {
    outside: (through) => async (url, init) => {
      if (!isDown) return through(url, init);
      tries += 1;
      throw new TypeError('fetch failed');
    },
  });
  const { status } = doorway.bluesky;
  isDown = true;
  await status.run();
  const once = tries;
  expect(once).toBeGreaterThan(0);
  await status.run();
  expect(tries).toBe(once);
  isDown = false;
  doorway.now += outsideRestMs;
  await status.run();
  expect(await uriOf(house, ana)).toMatch(PUBLIC_URL);
});

test('a leave that no identity took up is given back', async () => {
  const asked: string[] = [];
  const doorway = await house.open({ isPublic: true, outside: noting(asked) });
  const ana = await newcomer(house);
  await doorway.signIn(ana, 'status');
  doorway.now += flowMs + codeMs;
  asked.length = 0;
  await doorway.bluesky.status.run();
  expect(await doorway.store.secret(LEAVES, ana.did)).toBeDefined();
  doorway.now += 1;
  await doorway.bluesky.status.run();
  expect(await doorway.store.secret(LEAVES, ana.did)).toBeUndefined();
  expect(asked).toContain('/oauth/revoke');
});

test('a plain sign-in leaves a leave that was given before as it is', async () => {
  const { ana, doorway } = await hosting(house);
  expect((await doorway.signIn(ana)).status).toBe(false);
  await doorway.bluesky.status.run();
  expect(await uriOf(house, ana)).toMatch(PUBLIC_URL);
});
