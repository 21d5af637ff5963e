import { describe, expect, test } from 'vitest';
import type { Flow } from '#shared/schema/account.ts';
import { read } from '../../support/core-app.ts';
import type { MastodonTrick } from '../../support/networks/mastodon-tricks.ts';
import {
  askToBegin,
  askToSwap,
  begun,
  coreAmong,
  ending,
  followed,
  mastodon,
  pkce,
  refusalOf,
} from '../../support/sign-in.ts';
import { until } from '../../support/until.ts';

/** For a server that lets others wait: long enough for whatever answers on loopback, short enough for a test. */
const HURRIED = { outsideMs: 1_500 };
const limitsFor = (trick: MastodonTrick) => (trick === 'never-answers' || trick === 'slow' ? HURRIED : {});

async function ready(options: Parameters<typeof mastodon>[0] = {}, limits = {}) {
  const server = await mastodon(options);
  return { server, core: await coreAmong(server.hosts, { limits }) };
}

describe('before anybody is sent anywhere', () => {
  test.each<[MastodonTrick, string]>([
    ['wrong-issuer', 'identity_untrusted'],
    ['foreign-endpoints', 'identity_untrusted'],
    ['fails', 'network_unreachable'],
    ['html', 'network_unreachable'],
    ['ten-megabytes', 'network_unreachable'],
    ['zipped-megabytes', 'network_unreachable'],
    ['private-redirect', 'network_unreachable'],
    ['slow', 'network_unreachable'],
    ['never-answers', 'network_unreachable'],
  ])('a server with the trick %s ends the sign-in with %s', async (trick, code) => {
    const { server, core } = await ready({ slowMs: 15_000 }, limitsFor(trick));
    server.play(trick);
    expect(await refusalOf(await askToBegin(core))).toBe(code);
    expect(server.clients).toEqual([]);
  });

  test('a server that answers each question only just in time holds nobody up for all of them', async () => {
    const { server, core } = await ready({ slowMs: 1_000 }, HURRIED);
    server.play('slow');
    expect(await refusalOf(await askToBegin(core))).toBe('network_unreachable');
  });

  test('a server that is down is left in peace for a while, then asked again', async () => {
    const { server, core } = await ready();
    server.play('fails');
    expect(await refusalOf(await askToBegin(core))).toBe('network_unreachable');
    server.play(null);
    const asked = server.asked.length;
    const again = await askToBegin(core);
    expect([again.headers.get('retry-after'), await refusalOf(again)]).toEqual(['60', 'network_unreachable']);
    expect(server.asked).toHaveLength(asked);
    core.now += core.limits.outsideRestMs;
    expect(await refusalOf(await askToBegin(core))).toBe('none');
  });

  test.each(['', 'mastodon', 'https://', 'ana@', 'mastodon.example:8443', 'localhost'])(
    '%j is nobody’s server',
    async (who) => {
      const { core } = await ready();
      expect(await refusalOf(await askToBegin(core, { who }))).toBe('invalid_input');
    },
  );

  test('this server itself is no server of Mastodon’s', async () => {
    const server = await mastodon();
    const core = await coreAmong(server.hosts, { config: { publicUrl: 'https://perch.example' } });
    const answer = await askToBegin(core, {
      who: '@ana@perch.example',
      back: 'https://perch.example/moderation',
    });
    expect(await refusalOf(answer)).toBe('invalid_input');
  });

  test('a network that the operator did not set up is refused', async () => {
    const { core } = await ready();
    expect(await refusalOf(await askToBegin(core, { network: 'x' }))).toBe('invalid_input');
  });

  test('a host that a request made up gets nobody sent to it', async () => {
    const { core } = await ready();
    const body = { network: 'mastodon', who: 'mastodon.example', challenge: pkce().challenge };
    const response = await core.perch.app.request('http://evil.example/v1/auth/flows', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, back: 'https://nnhefpjkbfakaoopgjpgnejnojfkghmj.chromiumapp.org/' }),
    });
    expect(await refusalOf(response)).toBe('forbidden');
  });
});

describe('on the way back', () => {
  test('whoever says no has cancelled', async () => {
    const { server, core } = await ready();
    const { url } = await begun(core);
    const end = await followed(core, await server.consent(url, { as: 'ana', deny: true }));
    expect(ending(end)).toEqual({ fault: 'sign_in_cancelled' });
  });

  test('a state is good once', async () => {
    const { server, core } = await ready();
    const { url } = await begun(core);
    const back = await server.consent(url, { as: 'ana' });
    expect(ending(await followed(core, back))).toHaveProperty('code');
    await expectOver(core, back);
    expect(server.asked.filter(({ path }) => path === '/oauth/token')).toHaveLength(1);
  });

  test.each(['', 'a'.repeat(43)])('a state that was never given out (%j) leads nowhere', async (state) => {
    const { core } = await ready();
    await expectOver(core, `http://localhost/auth/back/mastodon?code=x&state=${state}`);
  });

  test('a sign-in that took more than ten minutes is over', async () => {
    const { server, core } = await ready();
    const { url } = await begun(core);
    const back = await server.consent(url, { as: 'ana' });
    core.now += core.limits.flowMs;
    await expectOver(core, back);
  });

  test('a state of one network opens nothing at another', async () => {
    const { server, core } = await ready();
    const { url } = await begun(core);
    const back = await server.consent(url, { as: 'ana' });
    expect(ending(await followed(core, back.replace('/mastodon/mastodon.example', '/x')))).toEqual({
      fault: 'sign_in_over',
    });
    await expectOver(core, back);
  });

  test('an answer in the name of another issuer is not believed, and its code goes nowhere', async () => {
    const { server, core } = await ready();
    const { url } = await begun(core);
    const back = new URL(await server.consent(url, { as: 'ana' }));
    back.searchParams.set('iss', 'https://elsewhere.example/');
    expect(ending(await followed(core, back.href))).toEqual({ fault: 'identity_untrusted' });
    expect(server.asked.filter(({ path }) => path === '/oauth/token')).toEqual([]);
  });

  test('an answer in the server’s own name is', async () => {
    const { server, core } = await ready();
    const { url } = await begun(core);
    const back = new URL(await server.consent(url, { as: 'ana' }));
    back.searchParams.set('iss', 'https://mastodon.example');
    expect(ending(await followed(core, back.href))).toHaveProperty('code');
  });

  test('a hostile server gets no code that an honest one gave', async () => {
    const [honest, hostile] = [await mastodon(), await mastodon({ host: 'hostile.example' })];
    const core = await coreAmong({ ...honest.hosts, ...hostile.hosts });
    const victim = await begun(core, { who: 'hostile.example' });
    // The hostile server sends its visitor on to the honest one, as if the sign-in were there, with the visitor's state.
    const attacker = await begun(core, { who: 'mastodon.example' });
    const mixed = new URL(attacker.url);
    mixed.searchParams.set('state', new URL(victim.url).searchParams.get('state')!);
    const back = await honest.consent(mixed.href, { as: 'ana' });
    expect(ending(await followed(core, back))).toEqual({ fault: 'identity_untrusted' });
    expect(hostile.asked.filter(({ path }) => path === '/oauth/token')).toEqual([]);
  });

  test('a code that the server does not take any more ends it', async () => {
    const { server, core } = await ready();
    const { url } = await begun(core);
    const back = await server.consent(url, { as: 'ana' });
    server.expireCodes();
    expect(ending(await followed(core, back))).toEqual({ fault: 'sign_in_over' });
  });

  test('an answer without a code ends it, and is not held against the server', async () => {
    const { server, core } = await ready();
    const { url } = await begun(core);
    const back = new URL(await server.consent(url, { as: 'ana' }));
    back.searchParams.delete('code');
    expect(ending(await followed(core, back.href))).toEqual({ fault: 'sign_in_over' });
    expect(await refusalOf(await askToBegin(core))).toBe('none');
  });

  test.each(['server_error', 'temporarily_unavailable', 'invalid_scope'])(
    'a server that answers %s is said not to work',
    async (error) => {
      const { server, core } = await ready();
      const { url } = await begun(core);
      const back = new URL(await server.consent(url, { as: 'ana' }));
      back.searchParams.delete('code');
      back.searchParams.set('error', error);
      expect(ending(await followed(core, back.href))).toEqual({ fault: 'network_unreachable' });
    },
  );

  test.each<MastodonTrick>(['fails', 'html', 'ten-megabytes', 'private-redirect', 'never-answers'])(
    'a server with the trick %s ends the sign-in where it began',
    async (trick) => {
      const { server, core } = await ready({}, limitsFor(trick));
      const { url } = await begun(core);
      const back = await server.consent(url, { as: 'ana' });
      server.play(trick, '/oauth/token');
      expect(ending(await followed(core, back))).toEqual({ fault: 'network_unreachable' });
    },
  );

  test.each<MastodonTrick>(['fails', 'html', 'ten-megabytes', 'never-answers'])(
    'a token is taken back when the server then plays %s',
    async (trick) => {
      const { server, core } = await ready({}, limitsFor(trick));
      const { url } = await begun(core, { purpose: 'follows' });
      const back = await server.consent(url, { as: 'ana' });
      server.play(trick, '/api/v1/accounts/verify_credentials');
      expect(ending(await followed(core, back))).toEqual({ fault: 'network_unreachable' });
      await until('the token is revoked', async () => server.tokens[0]?.isRevoked);
    },
  );
});

async function expectOver(core: Awaited<ReturnType<typeof coreAmong>>, back: string): Promise<void> {
  const { pathname, search } = new URL(back);
  const response = await core.request('GET', pathname + search, { headers: { 'accept-language': 'fr' } });
  expect(response.status).toBe(410);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await response.text()).toContain('Cette connexion n’est plus valable');
}

test('two who sign in by turns never get each other’s session', async () => {
  const { server, core } = await ready({
    people: [
      { user: 'ana', name: 'Ana' },
      { user: 'ben', name: 'Ben' },
    ],
  });
  const keys = [pkce(), pkce()] as const;
  const codes: (string | undefined)[] = [];
  for (const [index, as] of ['ana', 'ben'].entries()) {
    const { url } = await read<Flow>(await askToBegin(core, {}, keys[index]!));
    codes.push(ending(await followed(core, await server.consent(await followed(core, url), { as }))).code);
  }
  expect(await refusalOf(await askToSwap(core, codes[0], keys[1].verifier))).toBe('sign_in_over');
  expect(await refusalOf(await askToSwap(core, codes[1], keys[1].verifier))).toBe('none');
});
