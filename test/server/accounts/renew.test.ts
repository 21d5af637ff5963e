import { expect, test } from 'vitest';
import type { Session } from '#shared/schema/api.ts';
import { refusalOf } from '../../support/actor.ts';
import { openCore, read, type CoreApp } from '../../support/core-app.ts';
import { member } from '../../support/members.ts';
import { serveStream, StreamClient } from '../../support/stream-client.ts';

const DAY_MS = 24 * 3_600_000;

const renew = (core: CoreApp, token: string) => core.request('POST', '/v1/auth/renew', { token, body: {} });
const renewed = async (core: CoreApp, token: string) => read<Session>(await renew(core, token));
const me = (core: CoreApp, token: string) => core.request('GET', '/v1/me', { token });

test('a token younger than a day stays', async () => {
  const core = await openCore();
  const { token, account } = await member(core, 'Ana');
  core.now += DAY_MS - 1;
  expect(await renewed(core, token)).toEqual({ token, account });
});

test('the old token works until the new one is used, and never after', async () => {
  const core = await openCore();
  const { token, account } = await member(core, 'Ana');
  core.now += DAY_MS;
  const fresh = await renewed(core, token);
  expect(fresh.account).toEqual(account);
  expect(fresh.token).not.toBe(token);
  for (let i = 0; i < 3; i += 1) await read(await me(core, token));
  await read(await me(core, fresh.token));
  expect(await refusalOf(await me(core, token))).toBe('401 unauthenticated');
  expect(await refusalOf(await renew(core, token))).toBe('401 unauthenticated');
  expect(await renewed(core, fresh.token)).toMatchObject({ token: fresh.token });
});

test('an answer that was lost locks nobody out: the old token is renewed again, and what was lost is nothing', async () => {
  const core = await openCore();
  const { token } = await member(core, 'Ana');
  core.now += DAY_MS;
  const lost = await renewed(core, token);
  const got = await renewed(core, token);
  expect(got.token).not.toBe(lost.token);
  expect(await refusalOf(await me(core, lost.token))).toBe('401 unauthenticated');
  await read(await me(core, got.token));
  expect(await refusalOf(await me(core, token))).toBe('401 unauthenticated');
});

test('a new token is used by following a Space too', async () => {
  const core = await openCore();
  const { spaceId } = await core.liveSpace();
  const url = await serveStream(core);
  const { token } = await member(core, 'Ben');
  core.now += DAY_MS;
  const fresh = await renewed(core, token);
  const socket = await StreamClient.hello(url);
  socket.say({ t: 'follow', spaceId, token: fresh.token });
  expect((await socket.next('me')).me).toBeNull();
  expect(await refusalOf(await me(core, token))).toBe('401 unauthenticated');
});

test('the session stays the same: its devices, its joins and its age', async () => {
  const core = await openCore();
  const { token, account } = await member(core, 'Ana');
  const [before] = await core.store.sessionsOf(account.id);
  core.now += DAY_MS;
  const fresh = await renewed(core, token);
  await read(await me(core, fresh.token));
  const after = await core.store.sessionsOf(account.id);
  expect(after).toHaveLength(1);
  expect(after[0]).toMatchObject({
    id: before!.id,
    createdAt: before!.createdAt,
    turnedAt: core.now,
    oldTokenHash: null,
  });
});
