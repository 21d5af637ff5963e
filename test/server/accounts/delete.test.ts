import { expect, test } from 'vitest';
import type { Block } from '#shared/schema/safety.ts';
import { shutOutHash } from '../../../server/identity/shut-out.ts';
import { Actor, done, openScene, refusalOf, type Scene } from '../../support/actor.ts';
import { read, temporaryDir, type CoreApp } from '../../support/core-app.ts';
import { anotherDevice, inside, member, type Member } from '../../support/members.ts';
import { Rows } from '../../support/stage-rows.ts';
import { serveStream } from '../../support/stream-client.ts';
import { until } from '../../support/until.ts';

/** A name that nothing else holds by chance. */
const NAME = 'Ana Quetzalcoatl';

const remove = (core: CoreApp, token: string) => core.request('DELETE', '/v1/me', { token });
const end = async (core: CoreApp, token: string, id: string) =>
  done(await core.request('POST', `/v1/spaces/${id}/end`, { token, body: {} }));
const at = (core: CoreApp, token: string, path: string, body: object) =>
  core.request('POST', path, { token, body });

async function scene(options: Parameters<typeof openScene>[0] = {}) {
  const dataDir = temporaryDir();
  const opened = await openScene({ dataDir, limits: { requestEveryMs: 0, pushMs: 5 }, ...options });
  return { ...opened, rows: new Rows(dataDir) };
}

/** Everything that an account can leave behind: history as host and guest of others, evidence, blocks, mutes, secrets. */
async function live({ core, host, come }: Scene, who: Member): Promise<Actor> {
  const ben = await come('Ben');
  const first = await core.start(who.token, 'A talk of before');
  await core.connect(first.participantId);
  const visitor = await inside(core, await core.guest('Cem'), first.space.id);
  const hosting = new Actor(core, who, first.space.id, first.participantId);
  await hosting.doesTo(visitor, 'invite');
  await done(await at(core, visitor.token, '/v1/reports', { spaceId: first.space.id, reason: 'spam' }));
  await hosting.doesTo(visitor, 'remove');
  await end(core, who.token, first.space.id);

  const mine = await inside(core, who, host.spaceId);
  await mine.does('request', { text: `It is ${NAME}` });
  await host.doesTo(mine, 'approve');
  await host.doesTo(mine, 'cohost');
  await mine.doesTo(ben, 'invite');
  const meet = { spaceId: host.spaceId, pid: ben.pid };
  const met = { spaceId: host.spaceId, pid: mine.pid };
  await read<Block>(await at(core, who.token, '/v1/blocks', meet));
  await read<Block>(await at(core, ben.token, '/v1/blocks', met));
  await done(await at(core, who.token, '/v1/mutes', meet));
  await done(await at(core, ben.token, '/v1/mutes', met));
  await done(await at(core, who.token, '/v1/reports', { ...meet, reason: 'harassment' }));
  await done(await at(core, ben.token, '/v1/reports', { ...met, reason: 'hate', text: 'Shouts' }));
  for (const { network, subject } of who.identities) {
    await core.store.putSecret(`${network}-session`, subject, 'sealed', core.now);
  }
  await core.store.addPicture({ id: 'p'.repeat(16), webp: Buffer.from('webp'), at: core.now });
  await core.store.updateIdentity(who.identities[0]!.id, { picture: 'p'.repeat(16) });
  return mine;
}

const traces = ({ account, identities }: Member) => [
  account.id,
  NAME,
  ...identities.flatMap(({ id, subject, handle, keys }) => [id, subject, handle, ...keys]),
];

test('nothing of a deleted account is anywhere in the database, and what others need stays', async () => {
  const forgotten: string[] = [];
  const opened = await scene({ forgetStatus: async (did) => void forgotten.push(did) });
  const { core, host, rows } = opened;
  const who = await member(core, NAME, ['mastodon', 'bluesky', 'x']);
  const mine = await live(opened, who);
  await anotherDevice(core, who);
  const before = rows.everything();
  for (const trace of traces(who)) expect(before).toContain(trace);
  core.now += 1_000;

  await done(await remove(core, who.token));
  const after = rows.everything();
  for (const trace of traces(who)) expect(after).not.toContain(trace);
  expect(forgotten).toEqual(['did:plc:anaquetzalcoatl']);
  expect(await core.store.picture('p'.repeat(16))).toBeUndefined();
  expect(core.media.calls).toContain(`removeParticipant ${mine.pid}`);
  expect((await host.sees()).stage.people.map(({ name }) => name)).toEqual(['Ana']);
  for (const kept of ['Shouts', '"reason":"harassment"', '"action":"makeCohost"', '"action":"remove"']) {
    expect(after).toContain(kept);
  }
  const names = new Set(after.match(/deleted:[\w-]+/g));
  expect(names.size).toBe(1);
  await core.perch.reconcile();
  core.now += 60_001;
  await core.perch.reconcile();
  expect(rows.everything()).not.toContain('"title":"A talk of before"');
  expect(await core.store.account([...names][0]!)).toBeUndefined();
  expect((await core.store.space(host.spaceId))?.state).toBe('live');
});

test('the Space that a deleted account hosts ends for everybody, and is gone after a while', async () => {
  const { core, host } = await scene();
  const url = await serveStream(core);
  const who = await member(core, NAME);
  const { space, participantId } = await core.start(who.token, 'Not for long');
  await core.connect(participantId);
  const listener = await inside(core, await core.guest('Cem'), space.id);
  const socket = await listener.follows(url);
  expect((await socket.next('me')).me).not.toBeNull();
  await done(await remove(core, who.token));
  expect((await socket.stage(({ state }) => state === 'ended')).endReason).toBe('host_ended');
  expect(core.media.calls).toContain(`closeRoom s_${space.id}_1`);
  expect(await refusalOf(await core.join(listener.token, space.id))).toBe('410 space_ended');
  core.now += 60_001;
  await core.perch.reconcile();
  expect(await core.store.space(space.id)).toBeUndefined();
  expect(await refusalOf(await core.join(listener.token, space.id))).toBe('404 not_found');
  expect((await core.store.space(host.spaceId))?.state).toBe('live');
});

test('whom a deleted account follows is not kept for the Space that another hosts by now', async () => {
  const { core, host } = await scene();
  const who = await member(core, NAME);
  const space = (await core.store.space(host.spaceId))!;
  await core.store.updateSpace(space.id, space.version, { firstHostId: who.account.id });
  await core.store.putFollowed(space.id, { salt: 'salt', hashes: 'AAAAAAAA' });
  await done(await remove(core, who.token));
  expect(await core.store.followed(space.id)).toBeUndefined();
});

test('all its sessions are over, on open sockets too', async () => {
  const { core, host } = await scene();
  const url = await serveStream(core);
  const who = await member(core, NAME);
  const second = await anotherDevice(core, who);
  const mine = await inside(core, second, host.spaceId);
  const socket = await mine.follows(url);
  expect((await socket.next('me')).me).not.toBeNull();
  await done(await remove(core, who.token));
  expect((await socket.next('me')).me).toBeNull();
  for (const { token } of [who, second]) {
    expect(await refusalOf(await core.request('GET', '/v1/me', { token }))).toBe('401 unauthenticated');
  }
});

test('nobody waits for a network: the person is out before it has answered', async () => {
  let answer = () => {};
  const waiting = new Promise<void>((resolve) => (answer = resolve));
  const { core, host, rows } = await scene({ forgetStatus: () => waiting });
  const who = await member(core, NAME, ['bluesky']);
  const mine = await inside(core, who, host.spaceId);
  const removed = remove(core, who.token);
  await until('the person to be out', async () => (await core.store.participant(mine.pid))?.leftAt);
  expect(await refusalOf(await core.request('GET', '/v1/me', { token: who.token }))).toBe(
    '401 unauthenticated',
  );
  expect(rows.everything()).toContain('did:plc:anaquetzalcoatl');
  answer();
  await done(await removed);
  expect(rows.everything()).not.toContain('did:plc:anaquetzalcoatl');
});

test('a Space that another hosts for the deleted one is that other’s for good', async () => {
  const { core } = await scene();
  const who = await member(core, NAME);
  const { space, participantId } = await core.start(who.token);
  await core.connect(participantId);
  const hosting = new Actor(core, who, space.id, participantId);
  const ben = await inside(core, await core.guest('Ben'), space.id);
  await ben.comesUp(hosting);
  await hosting.does('leave');
  core.now += core.limits.hostGraceMs;
  await core.perch.reconcile();
  expect(await core.store.space(space.id)).toMatchObject({
    hostId: ben.accountId,
    firstHostId: who.account.id,
  });
  await done(await remove(core, who.token));
  expect(await core.store.space(space.id)).toMatchObject({
    state: 'live',
    hostId: ben.accountId,
    firstHostId: ben.accountId,
  });
});

test('who is suspended is kept out by a hash of each identity until that is over, nobody else', async () => {
  const { core, rows } = await scene();
  const [who, other] = [await member(core, NAME, ['mastodon', 'x']), await member(core, 'Ben')];
  await core.store.suspendAccount(who.account.id, core.now + 9_000);
  await done(await remove(core, who.token));
  await done(await remove(core, other.token));
  const kept = rows.everything();
  for (const identity of who.identities) {
    expect(kept).toContain(JSON.stringify({ hash: shutOutHash(identity), until: core.now + 9_000 }));
  }
  expect(kept).not.toContain(shutOutHash(other.identities[0]!));
  expect(shutOutHash({ network: 'x', subject: '1' })).toMatch(/^[0-9a-f]{64}$/);
});

test('a guest deletes their account as well', async () => {
  const { core, rows } = await scene();
  const guest = await core.guest(NAME);
  await done(await remove(core, guest.token));
  expect(rows.everything()).not.toContain(NAME);
});
