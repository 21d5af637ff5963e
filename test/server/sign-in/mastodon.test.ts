import { describe, expect, test } from 'vitest';
import type { Swapped } from '#shared/schema/account.ts';
import { ELSEWHERE, type MastodonTrick } from '../../support/networks/mastodon-tricks.ts';
import { VARIANTS } from '../../support/networks/mastodon-variants.ts';
import {
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

const PROFILE = 'https://mastodon.example/@ana';

describe.each(VARIANTS)('an account of a server like %s', (variant) => {
  test('signs somebody in by its actor, and its token is taken back at once', async () => {
    const server = await mastodon({ variant });
    const core = await coreAmong(server.hosts);
    const swapped = await signIn(core, server, 'ana');
    expect(swapped).toMatchObject({
      is: 'signed-in',
      session: { account: { name: 'Ana', guest: false } },
      identity: {
        network: 'mastodon',
        handle: '@ana@mastodon.example',
        subject: 'https://mastodon.example/users/ana',
        host: 'mastodon.example',
        shown: true,
        status: false,
      },
      mastodon: { server: 'mastodon.example', accountId: server.idOf('ana'), token: null },
    });
    const [kept] = await core.store.allIdentitiesOf(accountOf(swapped));
    expect(kept!.keys).toEqual(['ap:ana@mastodon.example', `ap:${PROFILE}`]);
    await until('the token is revoked', async () => server.tokens[0]?.isRevoked);
  });

  test('hands a token that reads whom they follow to the device that asks for it, which can give it back', async () => {
    const server = await mastodon({ variant });
    const core = await coreAmong(server.hosts);
    const swapped = await signIn(core, server, 'ana', { purpose: 'follows' });
    const [issued] = server.tokens;
    expect(swapped).toMatchObject({ mastodon: { token: issued!.token } });
    expect([issued!.scopes, issued!.isRevoked]).toEqual([['read:accounts'], false]);
    const body = { server: 'mastodon.example', token: issued!.token };
    expect((await core.request('POST', '/v1/auth/mastodon/revoke', { body })).status).toBe(204);
    expect(issued!.isRevoked).toBe(true);
  });

  test('asks for the least that says who somebody is, bound to a challenge', async () => {
    const server = await mastodon({ variant });
    const core = await coreAmong(server.hosts);
    const { searchParams } = new URL((await begun(core)).url);
    expect(searchParams.get('scope')).toBe(
      variant.startsWith('4.') && variant !== '4.2' ? 'profile' : 'read:accounts',
    );
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
  });
});

describe('a server that claims who is not its own', () => {
  test.each<[MastodonTrick]>([['foreign-acct'], ['foreign-actor'], ['foreign-webfinger']])(
    'gets nobody in by %s',
    async (trick) => {
      const [honest, hostile] = [
        await mastodon({ host: ELSEWHERE, people: [{ user: 'alice', name: 'Alice' }] }),
        await mastodon({ variant: '4.4', people: [{ user: 'alice', name: 'Alice' }], trick }),
      ];
      const core = await coreAmong({ ...honest.hosts, ...hostile.hosts });
      const { url } = await begun(core);
      const back = await hostile.consent(url, { as: 'alice' });
      expect(ending(await followed(core, back))).toEqual({ fault: 'identity_untrusted' });
      await until('the token is revoked', async () => hostile.tokens.every(({ isRevoked }) => isRevoked));
    },
  );

  test('gives its people no page of another as their own', async () => {
    const server = await mastodon();
    const ask = outsideAmong(server.hosts);
    const core = await coreAmong(server.hosts, {
      outside: async (url, init) => {
        const answer = await ask(url, init);
        if (!String(url).endsWith('/verify_credentials')) return answer;
        const shown = (await answer.json()) as object;
        return Response.json({ ...shown, url: `https://${ELSEWHERE}/@alice` });
      },
    });
    const swapped = await signIn(core, server, 'ana');
    const [kept] = await core.store.allIdentitiesOf(accountOf(swapped));
    expect(kept!.keys).toEqual(['ap:ana@mastodon.example']);
  });
});

describe('a domain whose people live on another host', () => {
  test.each(['itself', 'by-redirect'] as const)(
    'is the one in the handle, when it says so %s',
    async (handsOn) => {
      const server = await mastodon({ host: 'social.walks.example', domain: 'walks.example', handsOn });
      const core = await coreAmong(server.hosts);
      const swapped = await signIn(core, server, 'ana', { who: '@ana@walks.example' });
      expect(swapped).toMatchObject({
        identity: { handle: '@ana@walks.example', host: 'social.walks.example' },
        mastodon: { server: 'social.walks.example' },
      });
      const [kept] = await core.store.allIdentitiesOf(accountOf(swapped));
      expect(kept!.keys).toEqual([
        'ap:ana@walks.example',
        'ap:ana@social.walks.example',
        'ap:https://social.walks.example/@ana',
      ]);
    },
  );

  test('is found by the host’s own name too', async () => {
    const server = await mastodon({ host: 'social.walks.example', domain: 'walks.example' });
    const core = await coreAmong(server.hosts);
    expect(await signIn(core, server, 'ana', { who: 'https://social.walks.example/@ana' })).toMatchObject({
      identity: { handle: '@ana@walks.example' },
    });
  });

  test('is not believed while it does not answer for itself', async () => {
    const server = await mastodon({ host: 'social.walks.example', domain: 'walks.example' });
    const { 'walks.example': _, ...hosts } = server.hosts;
    const core = await coreAmong(hosts);
    const { url } = await begun(core, { who: 'social.walks.example' });
    const end = ending(await followed(core, await server.consent(url, { as: 'ana' })));
    expect(end).toEqual({ fault: 'network_unreachable' });
  });
});

describe('the application of this server', () => {
  test('is registered once, by the first of many who come at once', async () => {
    const server = await mastodon();
    const core = await coreAmong(server.hosts);
    await Promise.all([begun(core), begun(core), begun(core)]);
    await begun(core);
    expect(server.clients).toMatchObject([
      {
        redirectUris: ['http://localhost/auth/back/mastodon/mastodon.example'],
        scopes: ['profile', 'read:accounts'],
      },
    ]);
  });

  test('is registered again before anybody is sent to a server that forgot it', async () => {
    const server = await mastodon();
    const core = await coreAmong(server.hosts);
    await begun(core);
    server.forgetClients();
    expect(await signIn(core, server, 'ana')).toMatchObject({ is: 'signed-in' });
    expect(server.clients).toHaveLength(1);
  });

  test('is registered again when the server forgot it while somebody consented', async () => {
    const server = await mastodon();
    const core = await coreAmong(server.hosts);
    const { url } = await begun(core);
    const back = await server.consent(url, { as: 'ana' });
    server.forgetClients();
    expect(ending(await followed(core, back))).toEqual({ fault: 'sign_in_over' });
    expect(await signIn(core, server, 'ana')).toMatchObject({ is: 'signed-in' });
  });

  test('is another at another address of this server', async () => {
    const server = await mastodon();
    const core = await coreAmong(server.hosts);
    await begun(core);
    const headers = { host: '127.0.0.1' };
    const response = await core.perch.app.request('http://127.0.0.1/v1/auth/flows', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({
        network: 'mastodon',
        who: 'mastodon.example',
        challenge: 'a'.repeat(43),
        back: 'http://127.0.0.1/moderation',
      }),
    });
    expect(await refusalOf(response)).toBe('none');
    expect(server.clients.flatMap(({ redirectUris }) => redirectUris)).toEqual([
      'http://localhost/auth/back/mastodon/mastodon.example',
      'http://127.0.0.1/auth/back/mastodon/mastodon.example',
    ]);
  });

  test('takes back no token of a server where it never was', async () => {
    const server = await mastodon();
    const core = await coreAmong(server.hosts);
    const body = { server: 'mastodon.example', token: 'x' };
    expect(await refusalOf(await core.request('POST', '/v1/auth/mastodon/revoke', { body }))).toBe(
      'not_found',
    );
    expect(server.asked).toEqual([]);
  });
});

describe('a token for a device', () => {
  test('is taken back when the code is swapped with a wrong verifier', async () => {
    const server = await mastodon();
    const core = await coreAmong(server.hosts);
    const { url } = await begun(core, { purpose: 'follows' });
    const { code } = ending(await followed(core, await server.consent(url, { as: 'ana' })));
    await askToSwap(core, code, 'w'.repeat(43));
    await until('the token is revoked', async () => server.tokens[0]?.isRevoked);
  });

  test('is taken back when nobody swaps the code', async () => {
    const server = await mastodon();
    const core = await coreAmong(server.hosts, { limits: { codeMs: 50 } });
    const { url } = await begun(core, { purpose: 'follows' });
    await followed(core, await server.consent(url, { as: 'ana' }));
    await until('the token is revoked', async () => server.tokens[0]?.isRevoked);
  });

  test('stays with the device that swapped the code', async () => {
    const server = await mastodon();
    const core = await coreAmong(server.hosts, { limits: { codeMs: 5_000 } });
    await signIn(core, server, 'ana', { purpose: 'follows' });
    await signIn(core, server, 'ana');
    await until('the other token is revoked', async () => server.tokens[1]?.isRevoked);
    expect(server.tokens[0]!.isRevoked).toBe(false);
  });
});

test('a name that a network shows becomes one that is shown here, whatever is in it', async () => {
  const people = [
    { user: 'bidi', name: 'Ana\u202e evil' },
    { user: 'long', name: 'é'.repeat(500) },
    { user: 'empty', name: '\u200b' },
  ];
  const server = await mastodon({ people });
  const core = await coreAmong(server.hosts);
  const names: string[] = [];
  for (const { user } of people) {
    const swapped = await signIn(core, server, user);
    names.push(swapped.is === 'signed-in' ? swapped.session.account.name : '');
  }
  expect(names).toEqual(['Ana evil', 'é'.repeat(40), 'empty']);
});

function accountOf(swapped: Swapped): string {
  return swapped.is === 'signed-in' ? swapped.session.account.id : '';
}
