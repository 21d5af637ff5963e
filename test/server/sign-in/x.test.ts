import { onTestFinished, describe, expect, test } from 'vitest';
import type { Swapped } from '#shared/schema/account.ts';
import type { Limits } from '#shared/schema/limits.ts';
import { read } from '../../support/core-app.ts';
import { startX, type XOptions, type XTrick } from '../../support/networks/x.ts';
import { askToSwap, begun, coreAmong, ending, followed } from '../../support/sign-in.ts';
import { until } from '../../support/until.ts';

const CALLBACK = 'http://localhost/auth/back/x';

async function ready(
  options: Partial<XOptions> = {},
  { limits = {}, ...app }: { clientSecret?: string | null; limits?: Partial<Limits> } = {},
) {
  const x = await startX({ redirectUris: [CALLBACK], ...options });
  onTestFinished(() => x.stop());
  const config = { x: { clientId: x.clientId, clientSecret: x.clientSecret, ...app } };
  return { x, core: await coreAmong(x.hosts, { config, limits }) };
}

test.each(['perch-secret', null])(
  'somebody signs in with an account of X (secret: %s)',
  async (clientSecret) => {
    const { x, core } = await ready({ clientSecret });
    const { url, verifier } = await begun(core, { network: 'x' });
    expect(new URL(url).searchParams.get('scope')).toBe('users.read tweet.read');
    const { code } = ending(await followed(core, await x.consent(url, { as: 'ana' })));
    expect(await read<Swapped>(await askToSwap(core, code, verifier))).toMatchObject({
      is: 'signed-in',
      session: { account: { name: 'Ana', guest: false } },
      identity: { network: 'x', handle: '@ana', subject: x.idOf('ana'), host: 'x.com' },
      mastodon: null,
    });
    await until('the token is revoked', async () => x.tokens[0]?.isRevoked);
  },
);

test('an account of X stays the same when its handle changes', async () => {
  const { x, core } = await ready({ people: [{ user: 'ana', name: 'Ana', id: '42' }] });
  const ids: string[] = [];
  const handles: string[] = [];
  for (const user of ['ana', 'ana_f']) {
    x.people[0]!.user = user;
    const { url, verifier } = await begun(core, { network: 'x' });
    const { code } = ending(await followed(core, await x.consent(url, { as: user })));
    const swapped = await read<Swapped>(await askToSwap(core, code, verifier));
    if (swapped.is !== 'signed-in') throw new Error('not signed in');
    ids.push(swapped.session.account.id);
    handles.push(swapped.identity.handle);
  }
  expect(ids[0]).toBe(ids[1]);
  expect(handles).toEqual(['@ana', '@ana_f']);
});

describe('a bad day of X', () => {
  test('is none for whoever says no', async () => {
    const { x, core } = await ready();
    const { url } = await begun(core, { network: 'x' });
    const end = await followed(core, await x.consent(url, { as: 'ana', deny: true }));
    expect(ending(end)).toEqual({ fault: 'sign_in_cancelled' });
  });

  test.each<XTrick>(['no-credits', 'fails', 'html', 'ten-megabytes', 'private-redirect', 'never-answers'])(
    'ends the sign-in where it began: %s',
    async (trick) => {
      const limits = trick === 'never-answers' ? { outsideMs: 1_500 } : {};
      const { x, core } = await ready({}, { limits });
      const { url } = await begun(core, { network: 'x' });
      const back = await x.consent(url, { as: 'ana' });
      x.play(trick, '/2/users');
      expect(ending(await followed(core, back))).toEqual({ fault: 'network_unreachable' });
      await until('the token is revoked', async () => x.tokens[0]?.isRevoked);
    },
  );

  test('ends it when the code is too old', async () => {
    const { x, core } = await ready();
    const { url } = await begun(core, { network: 'x' });
    const back = await x.consent(url, { as: 'ana' });
    x.expireCodes();
    expect(ending(await followed(core, back))).toEqual({ fault: 'sign_in_over' });
  });

  test('ends it when the operator’s secret is another', async () => {
    const { x, core } = await ready({}, { clientSecret: 'another' });
    const { url } = await begun(core, { network: 'x' });
    const end = await followed(core, await x.consent(url, { as: 'ana' }));
    expect(ending(end)).toEqual({ fault: 'network_unreachable' });
  });
});
