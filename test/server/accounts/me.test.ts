import * as v from 'valibot';
import { expect, test } from 'vitest';
import { MyAccountSchema, type MyAccount } from '#shared/schema/account.ts';
import type { Space } from '#shared/schema/space.ts';
import { done, openScene, refusalOf } from '../../support/actor.ts';
import { openCore, problemOf, read, type CoreApp } from '../../support/core-app.ts';
import { inside, member, type Member } from '../../support/members.ts';

const me = async (core: CoreApp, token: string): Promise<MyAccount> =>
  v.parse(MyAccountSchema, await read(await core.request('GET', '/v1/me', { token })));
const rename = (core: CoreApp, token: string, name: unknown) =>
  core.request('PATCH', '/v1/me', { token, body: { name } });
const change = (core: CoreApp, token: string, id: string, body: object) =>
  core.request('PATCH', `/v1/me/identities/${id}`, { token, body });
const unlink = (core: CoreApp, token: string, id: string) =>
  core.request('DELETE', `/v1/me/identities/${id}`, { token });
const space = async (core: CoreApp, id: string) => read<Space>(await core.request('GET', `/v1/spaces/${id}`));

async function hosting(core: CoreApp, who: Member) {
  const joined = await core.start(who.token);
  await core.connect(joined.participantId);
  return { id: joined.space.id, pid: joined.participantId };
}

test('an account knows its identities, shown or not, and that a guest has none', async () => {
  const core = await openCore();
  const ana = await member(core, 'Ana', ['mastodon', 'bluesky']);
  await core.store.updateIdentity(ana.identities[0]!.id, { shown: false, picture: 'a'.repeat(16) });
  await core.store.updateIdentity(ana.identities[1]!.id, { picture: 'b'.repeat(16) });
  const mine = await me(core, ana.token);
  expect(mine).toMatchObject({ ...ana.account, picture: 'b'.repeat(16), operator: false });
  expect(mine.identities).toMatchObject([
    {
      network: 'mastodon',
      handle: '@ana@wren.example',
      subject: 'https://wren.example/users/ana',
      shown: false,
    },
    { network: 'bluesky', handle: '@ana.bsky.example', subject: 'did:plc:ana', shown: true, status: false },
  ]);
  const guest = await core.guest('Cem');
  expect(await me(core, guest.token)).toEqual({
    ...guest.account,
    picture: null,
    identities: [],
    operator: false,
  });
});

test('nobody without a session has an account', async () => {
  const core = await openCore();
  for (const [method, path] of [
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['PATCH', '/identities/x'],
    ['DELETE', '/identities/x'],
    ['GET', '/sessions'],
    ['DELETE', '/sessions/x'],
  ] as const) {
    const body = method === 'PATCH' ? { body: {} } : {};
    expect(await refusalOf(await core.request(method, `/v1/me${path}`, body))).toBe('401 unauthenticated');
  }
});

test.each([
  ['mastodon', '@ana@wren.example', true],
  ['mastodon', '@ANA@Wren.example', true],
  ['mastodon', '@ana@wren.example.org', false],
  ['mastodon', '@an@wren.example', false],
  ['bluesky', 'did:plc:ana', true],
  ['bluesky', 'did:plc:ANA', false],
  ['bluesky', '@ana.bsky.example', false],
  ['x', 'x:9711097', true],
  ['x', 'x:971109', false],
] as const)('an account of %s is an operator by %s: %s', async (network, named, is) => {
  const core = await openCore({ config: { operators: ['@zoe@else.example', named] } });
  const ana = await member(core, 'Ana', [network]);
  expect((await me(core, ana.token)).operator).toBe(is);
  expect((await me(core, (await core.guest('ana')).token)).operator).toBe(false);
});

test('a new name is cleaned, and seen at once where the person is', async () => {
  const { core, host } = await openScene();
  const ana = await member(core, 'Ana2');
  const mine = await inside(core, ana, host.spaceId);
  await mine.comesUp(host);
  const before = (await core.store.space(host.spaceId))!.version;
  await done(await rename(core, ana.token, '  Ana\u3000Ferreira '));
  expect(await me(core, ana.token)).toMatchObject({ name: 'Ana Ferreira' });
  expect((await space(core, host.spaceId)).stage.map(({ name }) => name)).toEqual(['Ana', 'Ana Ferreira']);
  expect((await core.store.space(host.spaceId))!.version).toBeGreaterThan(before);
  expect(core.media.names.get(mine.pid)).toBe('Ana Ferreira');
});

test('a listener’s new name is told to nobody who has not seen the old one', async () => {
  const { core, host } = await openScene();
  const ana = await member(core, 'Ana2');
  const mine = await inside(core, ana, host.spaceId);
  const before = (await core.store.space(host.spaceId))!.version;
  await done(await rename(core, ana.token, 'Quiet'));
  expect((await core.store.space(host.spaceId))!.version).toBe(before);
  expect(core.media.names.get(mine.pid)).toBeUndefined();
  expect((await core.store.participant(mine.pid))?.name).toBe('Quiet');
});

test.each([
  ['', 'empty'],
  ['x'.repeat(41), 'too_long'],
  ['a\u202Eb', 'hidden_characters'],
  [7, 'wrong_type'],
])('the name %j is refused as %s', async (name, message) => {
  const core = await openCore();
  const { token } = await member(core, 'Ana');
  const response = await rename(core, token, name);
  expect(response.status).toBe(422);
  expect((await problemOf(response)).fields).toEqual([{ path: 'name', message }]);
});

test('an identity that is hidden is gone from the stage at once, and back when it is shown', async () => {
  const core = await openCore();
  const ana = await member(core, 'Ana', ['mastodon', 'bluesky']);
  const { id } = await hosting(core, ana);
  const { v: before, keys } = await space(core, id);
  await done(await change(core, ana.token, ana.identities[0]!.id, { shown: false }));
  const hidden = await space(core, id);
  expect(hidden.identities.map(({ network }) => network)).toEqual(['bluesky']);
  expect(hidden.v).toBeGreaterThan(before);
  expect(keys).toContain(hidden.keys);
  const [card] = (await read<{ spaces: Space[] }>(await core.request('GET', '/v1/live'))).spaces;
  expect(card?.keys).toBe(hidden.keys);
  await done(await change(core, ana.token, ana.identities[0]!.id, { shown: true }));
  expect((await space(core, id)).keys).toBe(keys);
});

test('the leave to set a status is taken back at the network, and only from Bluesky', async () => {
  const forgotten: string[] = [];
  const core = await openCore({ forgetStatus: async (did) => void forgotten.push(did) });
  const ana = await member(core, 'Ana', ['mastodon', 'bluesky']);
  const [mastodon, bluesky] = ana.identities;
  await core.store.updateIdentity(bluesky!.id, { status: true });
  await done(await change(core, ana.token, bluesky!.id, { status: false }));
  await done(await change(core, ana.token, mastodon!.id, { status: false, shown: false }));
  expect(forgotten).toEqual(['did:plc:ana']);
  expect((await me(core, ana.token)).identities).toMatchObject([{ shown: false }, { status: false }]);
  expect((await change(core, ana.token, bluesky!.id, { status: true })).status).toBe(422);
});

test('an identity is unlinked, seen at once, and free for another account', async () => {
  const forgotten: string[] = [];
  const core = await openCore({ forgetStatus: async (did) => void forgotten.push(did) });
  const ana = await member(core, 'Ana', ['mastodon', 'bluesky']);
  const { id } = await hosting(core, ana);
  const { v: before } = await space(core, id);
  await done(await unlink(core, ana.token, ana.identities[1]!.id));
  expect(forgotten).toEqual(['did:plc:ana']);
  expect((await space(core, id)).identities.map(({ network }) => network)).toEqual(['mastodon']);
  expect((await space(core, id)).v).toBeGreaterThan(before);
  expect(await core.store.identityOf('bluesky', 'did:plc:ana')).toBeUndefined();
  expect(await refusalOf(await unlink(core, ana.token, ana.identities[1]!.id))).toBe('404 not_found');
});

test('nobody changes or unlinks another’s identity', async () => {
  const core = await openCore();
  const [ana, ben] = [await member(core, 'Ana'), await member(core, 'Ben')];
  const theirs = ana.identities[0]!.id;
  expect(await refusalOf(await change(core, ben.token, theirs, { shown: false }))).toBe('404 not_found');
  expect(await refusalOf(await unlink(core, ben.token, theirs))).toBe('404 not_found');
  expect((await me(core, ana.token)).identities).toMatchObject([{ shown: true }]);
});

test('the last identity takes the account with it', async () => {
  const core = await openCore();
  const ana = await member(core, 'Ana');
  await done(await unlink(core, ana.token, ana.identities[0]!.id));
  expect(await refusalOf(await core.request('GET', '/v1/me', { token: ana.token }))).toBe(
    '401 unauthenticated',
  );
  expect(await core.store.account(ana.account.id)).toBeUndefined();
});
