import { expect, test } from 'vitest';
import type { Swapped } from '#shared/schema/account.ts';
import { read } from '../../support/core-app.ts';
import {
  askToBegin,
  askToSwap,
  BACK,
  begun,
  coreAmong,
  ending,
  followed,
  mastodon,
  pkce,
  refusalOf,
  signIn,
} from '../../support/sign-in.ts';

async function ready(limits = {}) {
  const server = await mastodon();
  return { server, core: await coreAmong(server.hosts, { limits }) };
}

test('whoever signed in before has the same account, with the names that the network tells now', async () => {
  const { server, core } = await ready();
  const first = await signIn(core, server, 'ana');
  server.people[0]!.name = 'Ana Ferreira';
  core.now += 1_000;
  const second = await signIn(core, server, 'ana');
  if (first.is !== 'signed-in' || second.is !== 'signed-in') throw new Error('not signed in');
  expect(second.session.account).toEqual(first.session.account);
  expect(second.session.token).not.toBe(first.session.token);
  expect(second.identity).toMatchObject({ id: first.identity.id, name: 'Ana Ferreira', at: core.now });
});

test('a guest who signs in keeps the account, and takes the name unless one was chosen', async () => {
  const { server, core } = await ready();
  server.people.push({ user: 'ben', name: 'Ben' });
  const [guest, named] = [await core.guest(), await core.guest('Benoît')];
  expect(await signIn(core, server, 'ana', { token: guest.token })).toMatchObject({ is: 'linked' });
  expect(await signIn(core, server, 'ben', { token: named.token })).toMatchObject({ is: 'linked' });
  const account = (id: string) => core.store.account(id);
  expect(await account(guest.account.id)).toMatchObject({ name: 'Ana', guest: false });
  expect(await account(named.account.id)).toMatchObject({ name: 'Benoît', guest: false });
});

test('what is linked later is shown only once the person says so', async () => {
  const { server, core } = await ready();
  server.people.push({ user: 'ana_work', name: 'A. Ferreira' });
  const guest = await core.guest();
  expect(await signIn(core, server, 'ana', { token: guest.token })).toMatchObject({
    identity: { shown: true },
  });
  expect(await signIn(core, server, 'ana_work', { token: guest.token })).toMatchObject({
    is: 'linked',
    identity: { shown: false },
  });
});

test('a guest of whom nothing is known but the session becomes the account that the identity has', async () => {
  const { server, core } = await ready();
  const first = await signIn(core, server, 'ana');
  const guest = await core.guest();
  const second = await signIn(core, server, 'ana', { token: guest.token });
  if (first.is !== 'signed-in' || second.is !== 'signed-in') throw new Error('not signed in');
  expect(second.session.account.id).toBe(first.session.account.id);
});

test('an identity that is proved again for its own account is linked as before', async () => {
  const { server, core } = await ready();
  const first = await signIn(core, server, 'ana');
  if (first.is !== 'signed-in') throw new Error('not signed in');
  const again = await signIn(core, server, 'ana', { token: first.session.token });
  expect(again).toMatchObject({ is: 'linked', identity: { id: first.identity.id } });
});

test('a session that ended meanwhile links nothing', async () => {
  const { server, core } = await ready();
  const guest = await core.guest();
  const { url, verifier } = await begun(core, { token: guest.token });
  const { code } = ending(await followed(core, await server.consent(url, { as: 'ana' })));
  await core.store.dropSessionsUnusedSince(core.now + 1);
  expect(await refusalOf(await askToSwap(core, code, verifier))).toBe('unauthenticated');
  expect(await core.store.allIdentitiesOf(guest.account.id)).toEqual([]);
});

test('a session that is none begins nothing', async () => {
  const { core } = await ready();
  const token = `sps_${'a'.repeat(43)}`;
  expect(await refusalOf(await askToBegin(core, { token }))).toBe('unauthenticated');
});

test('an account that an operator suspended comes in by none of its identities, and adds none', async () => {
  const people = [
    { user: 'ana', name: 'Ana' },
    { user: 'ben', name: 'Ben' },
  ];
  const server = await mastodon({ people });
  const core = await coreAmong(server.hosts);
  const first = await signIn(core, server, 'ana');
  if (first.is !== 'signed-in') throw new Error('not signed in');
  const { token, account } = first.session;
  const meanwhile = await begun(core, { token });
  await core.store.suspendAccount(account.id, core.now + 3_600_000);
  const again = await begun(core);
  for (const [{ url, verifier }, as] of [
    [again, 'ana'],
    [meanwhile, 'ben'],
  ] as const) {
    const { code } = ending(await followed(core, await server.consent(url, { as })));
    expect(await refusalOf(await askToSwap(core, code, verifier))).toBe('suspended');
  }
  expect(await refusalOf(await askToBegin(core, { token }))).toBe('suspended');
});

test('a stage says anew who is there once somebody on it has signed in', async () => {
  const { server, core } = await ready();
  const { host, spaceId } = await core.liveSpace();
  const before = await core.store.space(spaceId);
  await signIn(core, server, 'ana', { token: host.token });
  expect((await core.store.space(spaceId))!.version).toBeGreaterThan(before!.version);
  const shown = await read<{ identities: unknown[] }>(await core.request('GET', `/v1/spaces/${spaceId}`));
  expect(shown.identities).toMatchObject([{ handle: '@ana@mastodon.example' }]);
});

test('a code works once', async () => {
  const { server, core } = await ready();
  const { url, verifier } = await begun(core);
  const { code } = ending(await followed(core, await server.consent(url, { as: 'ana' })));
  expect(await read<Swapped>(await askToSwap(core, code, verifier))).toMatchObject({ is: 'signed-in' });
  expect(await refusalOf(await askToSwap(core, code, verifier))).toBe('sign_in_over');
});

test('a code is nothing without its verifier, and over after a wrong one', async () => {
  const { server, core } = await ready();
  const { url, verifier } = await begun(core);
  const { code } = ending(await followed(core, await server.consent(url, { as: 'ana' })));
  const bare = await core.request('POST', '/v1/auth/session', { body: { code } });
  expect(await refusalOf(bare)).toBe('invalid_input');
  expect(await refusalOf(await askToSwap(core, code, pkce().verifier))).toBe('sign_in_over');
  expect(await refusalOf(await askToSwap(core, code, verifier))).toBe('sign_in_over');
});

test('a code is over after a minute', async () => {
  const { server, core } = await ready();
  const { url, verifier } = await begun(core);
  const { code } = ending(await followed(core, await server.consent(url, { as: 'ana' })));
  core.now += core.limits.codeMs;
  expect(await refusalOf(await askToSwap(core, code, verifier))).toBe('sign_in_over');
});

test('the way to the network works once, and for ten minutes', async () => {
  const { core } = await ready();
  const { url } = await read<{ url: string }>(await askToBegin(core));
  const { pathname } = new URL(url);
  const first = await core.request('GET', pathname);
  expect([first.status, first.headers.get('cache-control'), first.headers.get('referrer-policy')]).toEqual([
    302,
    'no-store',
    'no-referrer',
  ]);
  expect((await core.request('GET', pathname)).status).toBe(410);
  const late = await read<{ url: string }>(await askToBegin(core));
  core.now += core.limits.flowMs;
  expect((await core.request('GET', new URL(late.url).pathname)).status).toBe(410);
});

test('a browser that only looks at the way, as Firefox does, does not use it up', async () => {
  const { core } = await ready();
  const { url } = await read<{ url: string }>(await askToBegin(core));
  const { pathname } = new URL(url);
  const look = await core.request('GET', pathname, { headers: { accept: '*/*' } });
  expect([look.status, look.headers.get('location'), look.headers.get('cache-control')]).toEqual([
    204,
    null,
    'no-store',
  ]);
  const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  expect((await core.request('GET', pathname, { headers })).status).toBe(302);
});

test('more sign-ins than a person begins are refused, by address and by account', async () => {
  const { core } = await ready({ signInsPerMinute: 2 });
  const answers = [await askToBegin(core), await askToBegin(core), await askToBegin(core)];
  expect(await Promise.all(answers.map(refusalOf))).toEqual(['none', 'none', 'rate_limited']);
});

test('one server of a network takes no more sign-ins than it can bear, whoever begins them', async () => {
  const { core } = await ready({ signInsPerServer: 1 });
  expect(await refusalOf(await askToBegin(core))).toBe('none');
  expect(await refusalOf(await askToBegin(core))).toBe('rate_limited');
});

test.each([
  ['the extension, below its address', `${BACK}done`, 'none'],
  ['a page of a Space', 'http://localhost/s/01JZ0000000000000000000000', 'none'],
  ['the page for operators', 'http://localhost/moderation', 'none'],
  ['another build that the operator named', 'https://other.extensions.example/back', 'none'],
  ['below what the operator named', 'https://other.extensions.example/back/more', 'invalid_input'],
  ['another extension', 'https://aaaabbbbccccddddeeeeffffgggghhhh.chromiumapp.org/', 'invalid_input'],
  ['the extension at a port', BACK.replace('.org/', '.org:8443/'), 'invalid_input'],
  ['the extension by http', BACK.replace('https:', 'http:'), 'invalid_input'],
  ['the extension as a user name', BACK.replace('.org/', '.org@evil.example/'), 'invalid_input'],
  ['the extension below another', BACK.replace('.org/', '.org.evil.example/'), 'invalid_input'],
  ['an address with a fragment', `${BACK}#code=x`, 'invalid_input'],
  ['an API of ours', 'http://localhost/v1/me', 'invalid_input'],
  ['a Space by no id', 'http://localhost/s/../v1/me', 'invalid_input'],
  ['a page of ours elsewhere', 'http://evil.example/s/01JZ0000000000000000000000', 'invalid_input'],
  ['a script', 'javascript:alert(1)', 'invalid_input'],
  ['nothing', '', 'invalid_input'],
])('a sign-in may lead back to %s, or not', async (_, back, expected) => {
  const server = await mastodon();
  const config = { signInReturns: ['https://other.extensions.example/back'] };
  const core = await coreAmong(server.hosts, { config });
  expect(await refusalOf(await askToBegin(core, { back }))).toBe(expected);
});
