import { expect, test } from 'vitest';
import type { Domain } from '#shared/schema/moderation.ts';
import type { Space } from '#shared/schema/space.ts';
import { type CoreApp, read } from '../../support/core-app.ts';
import {
  askToBegin,
  askToSwap,
  begun,
  coreAmong,
  ending,
  followed,
  mastodon,
  outsideAmong,
  refusalOf,
  signIn,
} from '../../support/sign-in.ts';
import { until } from '../../support/until.ts';

const rule = (core: CoreApp, host: string, kind: Domain['rule']) =>
  core.store.setDomain({ host, rule: kind, by: 'operator', at: core.now });

test('a guest’s session goes on as the account that the guest turns out to have, with whom the guest blocked', async () => {
  const server = await mastodon();
  const core = await coreAmong(server.hosts);
  const first = await signIn(core, server, 'ana');
  const { spaceId, pid } = await core.liveSpace();
  const guest = await core.guest();
  await core.request('POST', '/v1/blocks', { token: guest.token, body: { spaceId, pid } });
  const second = await signIn(core, server, 'ana', { token: guest.token });
  if (first.is !== 'signed-in' || second.is !== 'signed-in') throw new Error('not signed in');
  const { id } = second.session.account;
  expect(id).toBe(first.session.account.id);
  expect(await core.store.blocksOf(id)).toHaveLength(1);
  expect(await core.store.account(guest.account.id)).toBeUndefined();
  expect(await core.store.sessionsOf(id)).toHaveLength(2);
  const me = async (token: string) => (await core.request('GET', '/v1/me', { token })).status;
  // The old token works until the new one has come over.
  expect([await me(guest.token), await me(second.session.token), await me(guest.token)]).toEqual([
    200, 200, 401,
  ]);
});

test('somebody on a stage is called there by the name that signing in gave them', async () => {
  const server = await mastodon();
  const core = await coreAmong(server.hosts);
  const guest = await core.guest();
  const { space, participantId } = await core.start(guest.token);
  await core.connect(participantId);
  await signIn(core, server, 'ana', { token: guest.token });
  const shown = await read<Space>(await core.request('GET', `/v1/spaces/${space.id}`));
  expect(shown.stage).toMatchObject([{ name: 'Ana' }]);
});

test('a picture is fetched and kept after the sign-in, and shown on the stage', async () => {
  const server = await mastodon();
  const core = await coreAmong(server.hosts);
  const { host, spaceId } = await core.liveSpace();
  await signIn(core, server, 'ana', { token: host.token });
  const stage = async () => (await read<Space>(await core.request('GET', `/v1/spaces/${spaceId}`))).stage;
  const pic = await until('the picture is on the stage', async () => (await stage())[0]?.pic);
  expect((await core.request('GET', `/v1/pictures/${pic}`)).status).toBe(200);
});

test('a picture that its person took down is shown no longer once they sign in again', async () => {
  const server = await mastodon();
  let isBare = false;
  const ask = outsideAmong(server.hosts);
  const core = await coreAmong(server.hosts, {
    outside: async (url, init) => {
      const answer = await ask(url, init);
      if (!isBare || !String(url).endsWith('/verify_credentials')) return answer;
      return Response.json({ ...((await answer.json()) as object), avatar: null });
    },
  });
  const { host } = await core.liveSpace();
  const picture = async () => (await core.store.allIdentitiesOf(host.account.id))[0]?.picture;
  await signIn(core, server, 'ana', { token: host.token });
  const id = await until('the picture is kept', picture);
  isBare = true;
  await signIn(core, server, 'ana', { token: host.token });
  expect([await picture(), await core.store.picture(id!)]).toEqual([null, undefined]);
});

test('devices are known by the browser that swapped the code', async () => {
  const server = await mastodon();
  const core = await coreAmong(server.hosts);
  const { url, verifier } = await begun(core);
  const { code } = ending(await followed(core, await server.consent(url, { as: 'ana' })));
  const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
  const swapped = await core.request('POST', '/v1/auth/session', { body: { code, verifier }, headers });
  const { session } = await read<{ session: { account: { id: string } } }>(swapped);
  expect(await core.store.sessionsOf(session.account.id)).toMatchObject([{ device: 'Firefox on Linux' }]);
});

test('nobody is sent to a server that the operator blocked, nor to one below it', async () => {
  const server = await mastodon({ host: 'social.walks.example' });
  const core = await coreAmong(server.hosts);
  await rule(core, 'walks.example', 'block');
  expect(await refusalOf(await askToBegin(core, { who: 'social.walks.example' }))).toBe('domain_refused');
  expect(server.asked).toEqual([]);
});

test('a blocked domain in the handle counts as a blocked host does', async () => {
  const server = await mastodon({ host: 'social.example', domain: 'walks.example' });
  const core = await coreAmong(server.hosts);
  await rule(core, 'walks.example', 'block');
  const { url, verifier } = await begun(core, { who: 'social.example' });
  const { code } = ending(await followed(core, await server.consent(url, { as: 'ana' })));
  expect(await refusalOf(await askToSwap(core, code, verifier))).toBe('domain_refused');
});

test('where some domains are allowed, others are not', async () => {
  const server = await mastodon({ host: 'social.example', domain: 'walks.example' });
  const other = await mastodon();
  const core = await coreAmong({ ...server.hosts, ...other.hosts });
  await rule(core, 'walks.example', 'allow');
  const { url, verifier } = await begun(core);
  const { code } = ending(await followed(core, await other.consent(url, { as: 'ana' })));
  expect(await refusalOf(await askToSwap(core, code, verifier))).toBe('domain_refused');
  expect(await signIn(core, server, 'ana', { who: '@ana@walks.example' })).toMatchObject({ is: 'signed-in' });
});

test('what a network said of somebody last stands: a rule set while they consented keeps them out', async () => {
  const server = await mastodon();
  const core = await coreAmong(server.hosts);
  const { url, verifier } = await begun(core, { purpose: 'follows' });
  const { code } = ending(await followed(core, await server.consent(url, { as: 'ana' })));
  await rule(core, 'mastodon.example', 'block');
  expect(await refusalOf(await askToSwap(core, code, verifier))).toBe('domain_refused');
  await until('the token is revoked', async () => server.tokens[0]?.isRevoked);
});
