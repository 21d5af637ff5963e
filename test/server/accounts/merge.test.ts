import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { MyAccountSchema, type MyAccount } from '#shared/schema/account.ts';
import type { Session } from '#shared/schema/api.ts';
import type { Block } from '#shared/schema/safety.ts';
import { hashToken } from '../../../server/identity/tokens.ts';
import { Actor, done, openScene, refusalOf } from '../../support/actor.ts';
import { openCore, read, temporaryDir, type CoreApp } from '../../support/core-app.ts';
import { anotherDevice, inside, member } from '../../support/members.ts';
import { Rows } from '../../support/stage-rows.ts';
import { serveStream } from '../../support/stream-client.ts';

const CROWD = { requestEveryMs: 0, pushMs: 5 };

/** Both sides have consented: what a sign-in leaves for it. */
async function ticketFor(core: CoreApp, from: Session, into: Session): Promise<string> {
  const ticket = randomBytes(32).toString('base64url');
  const holds = { from: from.account.id, into: into.account.id };
  const sealed = core.seal.close(holds, 'merge');
  const expiresAt = core.now + core.limits.flowMs;
  await core.store.addTicket({ hash: hashToken(ticket), kind: 'merge', sealed, expiresAt });
  return ticket;
}

const spend = (core: CoreApp, { token }: Session, ticket: string) =>
  core.request('POST', '/v1/auth/merge', { token, body: { ticket } });
const merge = async (core: CoreApp, from: Session, into: Session): Promise<MyAccount> =>
  v.parse(MyAccountSchema, await read(await spend(core, into, await ticketFor(core, from, into))));
const me = async (core: CoreApp, { token }: Session) =>
  read<MyAccount>(await core.request('GET', '/v1/me', { token }));
const block = async (core: CoreApp, { token }: { token: string }, on: Actor) =>
  read<Block>(
    await core.request('POST', '/v1/blocks', { token, body: { spaceId: on.spaceId, pid: on.pid } }),
  );
const blocksOf = async (core: CoreApp, { token }: Session) =>
  (await read<{ blocks: Block[] }>(await core.request('GET', '/v1/blocks', { token }))).blocks;

test('identities and devices are the other’s from then on, and the account is gone', async () => {
  const dataDir = temporaryDir();
  const core = await openCore({ dataDir });
  const [ana, old] = [await member(core, 'Ana'), await member(core, 'Anna', ['bluesky', 'x'])];
  const phone = await anotherDevice(core, old, 'Firefox on Android');
  const merged = await merge(core, old, ana);
  expect(merged).toMatchObject({ id: ana.account.id, name: 'Ana', guest: false });
  expect(merged.identities.map(({ network }) => network).toSorted()).toEqual(['bluesky', 'mastodon', 'x']);
  for (const session of [ana, old, phone]) expect((await me(core, session)).id).toBe(ana.account.id);
  expect(await core.store.account(old.account.id)).toBeUndefined();
  expect(new Rows(dataDir).everything()).not.toContain(old.account.id);
});

test('blocks in both directions are kept, each once, and nobody blocks themself', async () => {
  const { core, host } = await openScene({ limits: CROWD });
  const [ana, old] = [await member(core, 'Ana2'), await member(core, 'Anna', ['x'])];
  const [ben, cem] = [await member(core, 'Ben'), await member(core, 'Cem')];
  const [anas, olds] = [await inside(core, ana, host.spaceId), await inside(core, old, host.spaceId)];
  const [bens, cems] = [await inside(core, ben, host.spaceId), await inside(core, cem, host.spaceId)];
  for (const [who, on] of [
    [ana, bens],
    [old, bens],
    [old, cems],
    [ana, olds],
    [old, anas],
    [ben, anas],
    [ben, olds],
    [cem, olds],
  ] as const) {
    await block(core, who, on);
  }
  const mutes = [
    [old, bens],
    [ana, bens],
    [ana, olds],
    [ben, olds],
    [ben, anas],
  ] as const;
  for (const [{ token }, { spaceId, pid }] of mutes) {
    await done(await core.request('POST', '/v1/mutes', { token, body: { spaceId, pid } }));
  }
  for (const actor of [anas, olds]) await actor.does('leave');
  await merge(core, old, ana);
  expect((await blocksOf(core, ana)).map(({ name }) => name).toSorted()).toEqual(['Ben', 'Cem']);
  expect(await blocksOf(core, ben)).toHaveLength(1);
  expect(await core.store.isBlocked(cem.account.id, ana.account.id)).toBe(true);
  expect(await core.store.isBlocked(ana.account.id, ana.account.id)).toBe(false);
  const { store } = core;
  expect(await store.mutedAmong(ana.account.id, [ben.account.id, ana.account.id])).toEqual([ben.account.id]);
  expect(await store.mutedAmong(ben.account.id, [ana.account.id])).toEqual([ana.account.id]);
});

test('a block holds for all identities of an account, and for what it is joined to', async () => {
  const { core, host } = await openScene({ limits: CROWD });
  const ana = await member(core, 'Ana2', ['mastodon', 'bluesky']);
  const old = await member(core, 'Anna', ['x']);
  const anas = await inside(core, ana, host.spaceId);
  await anas.does('leave');
  await core.store.updateIdentity(ana.identities[0]!.id, { shown: false });
  await block(core, host, anas);
  const unlinked = `/v1/me/identities/${ana.identities[0]!.id}`;
  await done(await core.request('DELETE', unlinked, { token: ana.token }));
  expect(await refusalOf(await core.join(ana.token, host.spaceId))).toBe('403 blocked_by_host');
  await read(await core.join(old.token, host.spaceId));
  await done(await core.request('POST', `/v1/spaces/${host.spaceId}/leave`, { token: old.token, body: {} }));
  await merge(core, ana, old);
  for (const { token } of [ana, old]) {
    expect(await refusalOf(await core.join(token, host.spaceId))).toBe('403 blocked_by_host');
  }
});

test('a ban is kept, whichever of the two had it, and who is suspended is joined to nobody', async () => {
  const { core, host } = await openScene({ limits: CROWD });
  const [ana, old] = [await member(core, 'Ana2'), await member(core, 'Anna', ['x'])];
  for (const who of [ana, old]) await host.doesTo(await inside(core, who, host.spaceId), 'remove');
  const [ben, bens] = [await member(core, 'Ben'), await member(core, 'Benno', ['x'])];
  await host.doesTo(await inside(core, bens, host.spaceId), 'remove');
  await merge(core, old, ana);
  await merge(core, bens, ben);
  expect(await core.store.isBanned(host.spaceId, ana.account.id)).toBe(true);
  expect(await refusalOf(await core.join(ben.token, host.spaceId))).toBe('403 removed');
  const [cem, cems] = [await member(core, 'Cem'), await member(core, 'Cemil', ['x'])];
  await core.store.suspendAccount(cems.account.id, core.now + 5_000);
  const ticket = await ticketFor(core, cems, cem);
  expect(await refusalOf(await spend(core, cem, ticket))).toBe('403 suspended');
  core.now += 5_000;
  await read(await spend(core, cem, ticket));
});

test('Spaces of before, reports and the audit name the account that is left', async () => {
  const dataDir = temporaryDir();
  const { core, host } = await openScene({ dataDir, limits: CROWD });
  const [ana, old] = [await member(core, 'Ana2'), await member(core, 'Anna', ['x'])];
  const { space, participantId } = await core.start(old.token, 'A talk of before');
  await core.connect(participantId);
  await done(await core.request('POST', `/v1/spaces/${space.id}/end`, { token: old.token, body: {} }));
  const olds = await inside(core, old, host.spaceId);
  const report = (token: string, pid: string) =>
    core.request('POST', '/v1/reports', { token, body: { spaceId: host.spaceId, pid, reason: 'spam' } });
  await done(await report(old.token, host.pid));
  await done(await report(host.token, olds.pid));
  await olds.does('leave');
  await merge(core, old, ana);
  expect(await core.store.space(space.id)).toMatchObject({
    hostId: ana.account.id,
    firstHostId: ana.account.id,
  });
  expect(await core.store.participant(olds.pid)).toMatchObject({ accountId: ana.account.id });
  expect(await core.store.reportsSince(ana.account.id, 0)).toHaveLength(1);
  expect(new Rows(dataDir).everything()).not.toContain(old.account.id);
});

test('nothing is joined while one of the two is in an open Space; afterwards the same ticket is good', async () => {
  const { core, host } = await openScene({ limits: CROWD });
  const [ana, old] = [await member(core, 'Ana2'), await member(core, 'Anna', ['x'])];
  const ticket = await ticketFor(core, old, ana);
  for (const who of [ana, old]) {
    const there = await inside(core, who, host.spaceId);
    expect(await refusalOf(await spend(core, ana, ticket))).toBe('409 conflict');
    await there.does('leave');
  }
  const { space } = await core.start(old.token);
  expect(await refusalOf(await spend(core, ana, ticket))).toBe('409 conflict');
  await done(await core.request('POST', `/v1/spaces/${space.id}/end`, { token: old.token, body: {} }));
  await read(await spend(core, ana, ticket));
  expect(await refusalOf(await spend(core, ana, ticket))).toBe('410 sign_in_over');
});

test('a ticket is for whom it was made, once, for ten minutes', async () => {
  const core = await openCore();
  const [ana, old, eve] = [
    await member(core, 'Ana'),
    await member(core, 'Anna', ['x']),
    await member(core, 'Eve'),
  ];
  const ticket = await ticketFor(core, old, ana);
  expect(await refusalOf(await spend(core, eve, ticket))).toBe('410 sign_in_over');
  expect(await refusalOf(await spend(core, old, ticket))).toBe('410 sign_in_over');
  expect(await refusalOf(await spend(core, ana, 'x'.repeat(43)))).toBe('410 sign_in_over');
  expect((await spend(core, ana, 'x')).status).toBe(422);
  core.now += core.limits.flowMs;
  expect(await refusalOf(await spend(core, ana, ticket))).toBe('410 sign_in_over');
  const late = await ticketFor(core, old, ana);
  await done(await core.request('DELETE', '/v1/me', { token: old.token }));
  expect(await refusalOf(await spend(core, ana, late))).toBe('410 sign_in_over');
  expect((await me(core, ana)).identities).toHaveLength(1);
});

test('a guest who listens goes on listening as the account that they have, on the same line', async () => {
  const { core, host } = await openScene({ limits: CROWD });
  const url = await serveStream(core);
  const [guest, ana] = [await core.guest('Guest 4821'), await member(core, 'Ana2')];
  const there = await inside(core, guest, host.spaceId);
  await there.comesUp(host);
  const socket = await there.follows(url);
  expect((await socket.next('me')).me?.role).toBe('speaker');
  expect(await merge(core, guest, ana)).toMatchObject({ name: 'Ana2', guest: false });
  expect((await host.sees()).stage.people.map(({ name }) => name)).toEqual(['Ana', 'Ana2']);
  expect((await there.sees()).me).toMatchObject({ participantId: there.pid, role: 'speaker' });
  expect(await core.perch.admit(there.pid)).toHaveProperty('admission');
  expect(core.media.names.get(there.pid)).toBe('Ana2');
  await there.does('leave-stage');
  for (;;) if ((await socket.next('me')).me?.role === 'listener') break;
});

test('a guest’s join is closed when the account is elsewhere, or may not be there', async () => {
  const { core, host } = await openScene({ limits: CROWD });
  const [guest, ana] = [await core.guest(), await member(core, 'Ana2')];
  const [guests, anas] = [await inside(core, guest, host.spaceId), await inside(core, ana, host.spaceId)];
  await merge(core, guest, ana);
  expect(await core.store.participant(guests.pid)).toMatchObject({ leftReason: 'moved' });
  expect((await anas.sees()).me?.participantId).toBe(anas.pid);

  const [other, ben] = [await core.guest(), await member(core, 'Ben')];
  await host.doesTo(await inside(core, ben, host.spaceId), 'remove');
  const others = await inside(core, other, host.spaceId);
  await merge(core, other, ben);
  expect(await core.store.participant(others.pid)).toMatchObject({ leftReason: 'removed' });
  expect(core.media.calls).toContain(`removeParticipant ${others.pid}`);
});

test('a guest who hosts hosts on as the account that they have, unless that one hosts already', async () => {
  const core = await openCore({ limits: CROWD });
  const [guest, ana] = [await core.guest(), await member(core, 'Ana')];
  const { space, participantId } = await core.start(guest.token);
  await core.connect(participantId);
  await merge(core, guest, ana);
  expect(await core.store.space(space.id)).toMatchObject({
    state: 'live',
    hostId: ana.account.id,
    hostLostAt: null,
  });
  const other = await core.guest();
  await core.start(other.token);
  expect(await refusalOf(await spend(core, ana, await ticketFor(core, other, ana)))).toBe('409 conflict');
});

test('a guest into whom an account is joined is that account from then on', async () => {
  const core = await openCore();
  const [guest, ana] = [await core.guest(), await member(core, 'Ana')];
  expect(await merge(core, ana, guest)).toMatchObject({ id: guest.account.id, name: 'Ana', guest: false });
});
