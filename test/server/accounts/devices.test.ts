import { expect, test } from 'vitest';
import type { Device } from '#shared/schema/account.ts';
import { deviceOf } from '../../../server/identity/device.ts';
import { done, openScene, refusalOf } from '../../support/actor.ts';
import { openCore, read, type CoreApp } from '../../support/core-app.ts';
import { anotherDevice, inside, member } from '../../support/members.ts';
import { serveStream } from '../../support/stream-client.ts';
import { until } from '../../support/until.ts';

const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
const SAFARI =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15';
const BRAVE = '"Chromium";v="156", "Brave";v="156", "Not_A Brand";v="99"';

const devicesOf = async (core: CoreApp, token: string) =>
  (await read<{ sessions: Device[] }>(await core.request('GET', '/v1/me/sessions', { token }))).sessions;
const signOut = (core: CoreApp, token: string) =>
  core.request('POST', '/v1/auth/sign-out', { token, body: {} });
const revoke = (core: CoreApp, token: string, id: string) =>
  core.request('DELETE', `/v1/me/sessions/${id}`, { token });

test.each([
  [CHROME, undefined, 'Chrome on Linux'],
  [CHROME, BRAVE, 'Brave on Linux'],
  [CHROME, '"Google Chrome";v="156", "Chromium";v="156"', 'Chrome on Linux'],
  [CHROME.replace('X11; Linux x86_64', 'Linux; Android 10; K'), undefined, 'Chrome on Android'],
  [CHROME.replace('X11; Linux x86_64', 'X11; CrOS x86_64 14541.0.0'), undefined, 'Chrome on ChromeOS'],
  [
    `${CHROME.replace('X11; Linux x86_64', 'Windows NT 10.0; Win64; x64')} Edg/156.0.0.0`,
    undefined,
    'Edge on Windows',
  ],
  [`${CHROME} OPR/120.0.0.0`, undefined, 'Opera on Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0',
    undefined,
    'Firefox on Windows',
  ],
  [SAFARI, undefined, 'Safari on macOS'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
    undefined,
    'Safari on iOS',
  ],
  ['curl/8.5.0', undefined, ''],
  ['Mozilla/5.0 (X11; Linux x86_64)', undefined, 'Linux'],
  [undefined, undefined, ''],
])('a device is known by what it says: %#', (userAgent, brands, name) => {
  expect(deviceOf(userAgent, brands)).toBe(name);
});

test('devices are listed by their newest use, with the one that asks', async () => {
  const core = await openCore();
  const first = await member(core, 'Ana');
  core.now += 1_000;
  const second = await anotherDevice(core, first);
  expect(await devicesOf(core, first.token)).toEqual([
    expect.objectContaining({ device: 'Firefox on Windows', current: false, at: core.now }),
    expect.objectContaining({ device: 'Chrome on Linux', current: true, lastUsedAt: core.now - 1_000 }),
  ]);
  core.now += 2 * 3_600_000;
  const [newest] = await devicesOf(core, first.token);
  expect(newest).toMatchObject({ current: true, lastUsedAt: core.now });
  expect((await devicesOf(core, second.token)).find(({ current }) => current)?.device).toBe(
    'Firefox on Windows',
  );
});

test('a guest has a device too, named by what its browser says', async () => {
  const core = await openCore();
  const headers = { 'user-agent': CHROME, 'sec-ch-ua': BRAVE };
  const { token } = await read<{ token: string }>(
    await core.request('POST', '/v1/auth/guest', { body: {}, headers }),
  );
  expect(await devicesOf(core, token)).toMatchObject([{ device: 'Brave on Linux', current: true }]);
});

test('a session that is signed out is nobody, twice is fine, and the others stay', async () => {
  const core = await openCore();
  const first = await member(core, 'Ana');
  const [second, third] = [await anotherDevice(core, first), await anotherDevice(core, first)];
  await done(await signOut(core, second.token));
  expect(await refusalOf(await signOut(core, second.token))).toBe('401 unauthenticated');
  const other = (await devicesOf(core, first.token)).find(({ current }) => !current)!;
  await done(await revoke(core, first.token, other.id));
  await done(await revoke(core, first.token, other.id));
  expect(await refusalOf(await core.request('GET', '/v1/me', { token: third.token }))).toBe(
    '401 unauthenticated',
  );
  expect(await devicesOf(core, first.token)).toHaveLength(1);
});

test('nobody signs another person’s device out', async () => {
  const core = await openCore();
  const [ana, ben] = [await member(core, 'Ana'), await member(core, 'Ben')];
  const [device] = await devicesOf(core, ana.token);
  await done(await revoke(core, ben.token, device!.id));
  await done(await revoke(core, ben.token, 'nonsense'));
  expect(await devicesOf(core, ana.token)).toHaveLength(1);
});

test('what was joined by a session ends with it, and what other devices joined does not', async () => {
  const { core, host, come } = await openScene();
  const [ana, ben] = [await member(core, 'Ana2'), await member(core, 'Ben')];
  const [mine, bens] = [await inside(core, ana, host.spaceId), await inside(core, ben, host.spaceId)];
  const other = await come('Cem');
  const [, , device] = [await anotherDevice(core, ben), other, await anotherDevice(core, ana)];
  await done(await signOut(core, device.token));
  expect((await mine.sees()).me).not.toBeNull();
  await done(await signOut(core, ana.token));
  expect(await core.store.participant(mine.pid)).toMatchObject({ leftReason: 'left' });
  expect(core.media.calls).toContain(`removeParticipant ${mine.pid}`);
  expect(await core.perch.admit(mine.pid)).toEqual({ refused: 'unauthenticated' });
  expect((await bens.sees()).me?.participantId).toBe(bens.pid);
});

test('a host who is signed out is a lost host: the Space goes on, and another device brings the host back', async () => {
  const core = await openCore();
  const ana = await member(core, 'Ana');
  const { space, participantId } = await core.start(ana.token);
  await core.connect(participantId);
  const second = await anotherDevice(core, ana);
  await done(await signOut(core, ana.token));
  expect(await core.store.space(space.id)).toMatchObject({ state: 'live', hostLostAt: core.now });
  const back = await inside(core, second, space.id);
  expect((await back.sees()).me?.role).toBe('host');
  expect(await core.store.space(space.id)).toMatchObject({ hostLostAt: null });
});

test('a Space that never began ends when its host is signed out', async () => {
  const core = await openCore();
  const ana = await member(core, 'Ana');
  const { space } = await core.start(ana.token);
  await done(await signOut(core, ana.token));
  expect(await core.store.space(space.id)).toMatchObject({ state: 'ended', endReason: 'never_started' });
});

test('a line that another device took over is cut with the session that it came by', async () => {
  const { core, host } = await openScene();
  const ana = await member(core, 'Ana2');
  const first = await inside(core, ana, host.spaceId);
  const second = await anotherDevice(core, ana);
  const { participantId } = await read<{ participantId: string }>(
    await core.join(second.token, host.spaceId),
  );
  expect(await core.perch.admit(first.pid)).toHaveProperty('admission');
  await done(await signOut(core, ana.token));
  expect(await core.perch.admit(first.pid)).toEqual({ refused: 'unauthenticated' });
  expect(core.media.calls).toContain(`removeParticipant ${first.pid}`);
  expect(await core.perch.admit(participantId)).toHaveProperty('admission');
});

test('a join that was under way when its session ended brings nobody in', async () => {
  const { core, host } = await openScene();
  const ana = await member(core, 'Ana2');
  const { transaction } = core.store;
  core.store.transaction = async (work) => {
    core.store.transaction = transaction;
    await done(await signOut(core, ana.token));
    return transaction(work);
  };
  expect(await refusalOf(await core.join(ana.token, host.spaceId))).toBe('401 unauthenticated');
  expect(await core.store.openParticipantsOf(ana.account.id)).toEqual([]);
});

test('open sockets know within a second that a session is over, and which other goes on', async () => {
  const { core, host } = await openScene({ limits: { pushMs: 5, countMs: 60_000, requestEveryMs: 0 } });
  const url = await serveStream(core);
  const ana = await member(core, 'Ana2');
  const mine = await inside(core, ana, host.spaceId);
  await mine.comesUp(host);
  await host.doesTo(mine, 'cohost');
  const second = await anotherDevice(core, ana);
  const sockets = [await mine.follows(url), await mine.follows(url)];
  for (const socket of sockets) expect((await socket.next('queue')).queue).not.toBeNull();
  const watching = await inside(core, await member(core, 'Ben'), host.spaceId);
  const bens = await watching.follows(url);
  expect((await bens.next('me')).me).not.toBeNull();

  const at = performance.now();
  await done(await signOut(core, ana.token));
  for (const socket of sockets) {
    expect((await socket.next('me')).me).toBeNull();
    expect((await socket.next('queue')).queue).toBeNull();
  }
  expect(performance.now() - at).toBeLessThan(1_000);

  const told = sockets.map(({ heard }) => heard.length);
  const third = await inside(core, second, host.spaceId);
  await third.does('request', { text: 'For my other device alone' });
  await host.doesTo(third, 'approve');
  await bens.stage(({ people }) => people.some(({ pid }) => pid === third.pid));
  for (const [index, socket] of sockets.entries()) {
    const later = socket.heard.slice(told[index]);
    expect(later.filter(({ t }) => t === 'me' || t === 'queue')).toEqual([]);
  }
  expect(bens.heard.filter((message) => message.t === 'me' && message.me === null)).toEqual([]);
});

test('a follow that is looked up while its session ends is nobody’s', async () => {
  const { core, host } = await openScene({ limits: { pushMs: 5 } });
  const url = await serveStream(core);
  const ana = await member(core, 'Ana2');
  const mine = await inside(core, ana, host.spaceId);
  const { account } = core.store;
  let asked = false;
  core.store.account = async (id) => {
    const found = await account(id);
    if (id === ana.account.id && !asked) {
      asked = true;
      await done(await revoke(core, second.token, sessionId));
    }
    return found;
  };
  const second = await anotherDevice(core, ana);
  const sessionId = (await core.store.sessionsOf(ana.account.id)).find(
    ({ device }) => device === 'Chrome on Linux',
  )!.id;
  const socket = await mine.follows(url);
  await socket.next('stage');
  await until('the session to have ended', async () => asked);
  await host.does('end');
  await socket.stage(({ state }) => state === 'ended');
  expect(socket.count('me')).toBe(0);
});
