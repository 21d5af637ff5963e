import { expect, test } from 'vitest';
import type { Join } from '#shared/schema/api.ts';
import { type CoreApp, read } from '../../support/core-app.ts';
import { coreAmong, mastodon, refusalOf, signIn } from '../../support/sign-in.ts';

const SOCIAL = 'mastodon.example';

async function arrive(core: CoreApp, server: Awaited<ReturnType<typeof mastodon>>, user: string) {
  const swapped = await signIn(core, server, user);
  if (swapped.is !== 'signed-in') throw new Error('not signed in');
  return { ...swapped.session, identity: swapped.identity };
}

test('who was blocked, or removed from a Space, is so again after deleting the account', async () => {
  const server = await mastodon({ people: [{ user: 'ben', name: 'Ben' }] });
  const core = await coreAmong(server.hosts);
  const { host, spaceId } = await core.liveSpace();
  const other = await core.guest('Cem');
  const before = await arrive(core, server, 'ben');
  const { participantId: pid } = await read<Join>(await core.join(before.token, spaceId));
  const remove = `/v1/spaces/${spaceId}/people/${pid}/remove`;
  expect((await core.request('POST', remove, { token: host.token, body: {} })).status).toBe(204);
  const blocked = await core.request('POST', '/v1/blocks', { token: other.token, body: { spaceId, pid } });
  expect(blocked.status).toBe(200);

  expect((await core.request('DELETE', '/v1/me', { token: before.token })).status).toBe(204);
  const again = await arrive(core, server, 'ben');
  expect(again.account.id).not.toBe(before.account.id);
  expect(await refusalOf(await core.join(again.token, spaceId))).toBe('removed');
  expect(await core.store.isBlocked(other.account.id, again.account.id)).toBe(true);
  expect(await core.store.mutedAmong(other.account.id, [again.account.id])).toEqual([again.account.id]);

  // Once more, for what is remembered is forgotten when it has come to an account.
  await core.request('DELETE', '/v1/me', { token: again.token });
  const third = await arrive(core, server, 'ben');
  expect(await core.store.isBlocked(other.account.id, third.account.id)).toBe(true);
});

test('who was blocked is so also under an identity that was taken from the blocked account', async () => {
  const people = ['ben', 'benny'].map((user) => ({ user, name: user }));
  const server = await mastodon({ host: SOCIAL, people });
  const core = await coreAmong(server.hosts);
  const { host, spaceId } = await core.liveSpace();
  const ben = await arrive(core, server, 'ben');
  const linked = await signIn(core, server, 'benny', { token: ben.token });
  if (linked.is !== 'linked') throw new Error('not linked');
  const { participantId: pid } = await read<Join>(await core.join(ben.token, spaceId));
  await core.request('POST', '/v1/blocks', { token: host.token, body: { spaceId, pid } });
  const unlinked = await core.request('DELETE', `/v1/me/identities/${linked.identity.id}`, {
    token: ben.token,
  });
  expect(unlinked.status).toBe(204);
  const benny = await arrive(core, server, 'benny');
  expect(await core.store.isBlocked(host.account.id, benny.account.id)).toBe(true);
});

test('a blocker who deletes their account takes along whom they remembered', async () => {
  const server = await mastodon({ people: [{ user: 'ben', name: 'Ben' }] });
  const core = await coreAmong(server.hosts);
  const { spaceId } = await core.liveSpace();
  const other = await core.guest('Cem');
  const ben = await arrive(core, server, 'ben');
  const { participantId: pid } = await read<Join>(await core.join(ben.token, spaceId));
  await core.request('POST', '/v1/blocks', { token: other.token, body: { spaceId, pid } });
  await core.request('DELETE', '/v1/me', { token: ben.token });
  await core.request('DELETE', '/v1/me', { token: other.token });
  const again = await arrive(core, server, 'ben');
  expect(await core.store.isBlocked(other.account.id, again.account.id)).toBe(false);
});
