import { expect, test } from 'vitest';
import {
  askToBegin,
  begun,
  coreAmong,
  ending,
  followed,
  mastodon,
  outsideAmong,
  pkce,
  refusalOf,
  signIn,
} from '../../support/sign-in.ts';

test.each(['http://192.168.1.66', 'http://localhost:8790', 'http://wren.local'])(
  'nobody is sent back to %s, as a request may call a server that is known by another address',
  async (address) => {
    const server = await mastodon();
    const core = await coreAmong(server.hosts, { config: { publicUrl: 'https://perch.example' } });
    const back = `${address}/s/01JZ0000000000000000000000`;
    const { challenge } = pkce();
    const response = await core.perch.app.request(`${address}/v1/auth/flows`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ network: 'mastodon', who: 'mastodon.example', challenge, back }),
    });
    expect(await refusalOf(response)).toBe('invalid_input');
  },
);

test('who comes back with a made-up failure of a server shuts nobody else out of it', async () => {
  const server = await mastodon();
  const core = await coreAmong(server.hosts);
  const { url } = await begun(core);
  const back = new URL(await server.consent(url, { as: 'ana' }));
  back.searchParams.delete('code');
  back.searchParams.set('error', 'server_error');
  expect(ending(await followed(core, back.href))).toEqual({ fault: 'network_unreachable' });
  expect(await refusalOf(await askToBegin(core))).toBe('none');
});

test.each(['%00', 'x%0d%0a', 'x'.repeat(5_000), '%F0%9F%90%A6'])(
  'a code that no server gives (%#) is shown to none',
  async (code) => {
    const server = await mastodon();
    const core = await coreAmong(server.hosts);
    const { url } = await begun(core);
    const back = (await server.consent(url, { as: 'ana' })).replace(/([?&]code=)[^&]*/, `$1${code}`);
    const asked = server.asked.length;
    expect(ending(await followed(core, back))).toEqual({ fault: 'sign_in_over' });
    expect(server.asked).toHaveLength(asked);
  },
);

test('a host to which a domain gave one of its people tells no other page of that domain as theirs', async () => {
  const server = await mastodon({ host: 'social.walks.example', domain: 'walks.example' });
  const ask = outsideAmong(server.hosts);
  const core = await coreAmong(server.hosts, {
    outside: async (url, init) => {
      const answer = await ask(url, init);
      if (!String(url).endsWith('/verify_credentials')) return answer;
      return Response.json({ ...((await answer.json()) as object), url: 'https://walks.example/@alice' });
    },
  });
  const swapped = await signIn(core, server, 'ana', { who: '@ana@walks.example' });
  if (swapped.is !== 'signed-in') throw new Error('not signed in');
  const [kept] = await core.store.allIdentitiesOf(swapped.session.account.id);
  expect(kept!.keys).toEqual(['ap:ana@walks.example', 'ap:ana@social.walks.example']);
});
