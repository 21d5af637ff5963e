import { expect, test } from 'vitest';
import { coreAmong, mastodon, signIn } from '../../support/sign-in.ts';

test('somebody signs in with an account of a Mastodon server', async () => {
  const server = await mastodon();
  const core = await coreAmong(server.hosts);
  const swapped = await signIn(core, server, 'ana');
  expect(swapped).toMatchObject({
    is: 'signed-in',
    session: { account: { name: 'Ana', guest: false } },
    identity: { network: 'mastodon', handle: '@ana@mastodon.example', host: 'mastodon.example', shown: true },
    mastodon: { server: 'mastodon.example', accountId: server.idOf('ana'), token: null },
  });
});
