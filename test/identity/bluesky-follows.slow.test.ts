import { afterAll, beforeAll, expect, test } from 'vitest';
import { hosting, newcomer } from '../support/networks/bluesky-hosting.ts';
import { type BlueskyHouse, openBlueskyHouse, PUBLIC_URL } from '../support/networks/bluesky-house.ts';
import { setStatus } from '../support/networks/bluesky-records.ts';
import type { AtprotoPerson } from '../support/networks/dev-env.ts';

let house: BlueskyHouse;
beforeAll(async () => {
  house = await openBlueskyHouse({ appView: true });
}, 600_000);
afterAll(() => house?.close());

test('those who follow a host see the live status among their follows, and see it go', async () => {
  const { ana, doorway, spaceId, end } = await hosting(house);
  const reader = await newcomer(house);
  await house.atproto.follow(reader, ana);
  await doorway.bluesky.status.run();
  const followed = await statusAmongFollows(reader);
  expect(followed).toMatchObject({
    isActive: true,
    status: 'app.bsky.actor.status#live',
    embed: { external: { uri: `${PUBLIC_URL}/s/${spaceId}`, title: 'Morning talk' } },
    expiresAt: new Date(doorway.now + 30 * 60_000).toISOString(),
  });

  await end();
  await doorway.bluesky.status.run();
  expect(await statusAmongFollows(reader)).toBeUndefined();
});

test('a status of which nobody took care ends by itself', async () => {
  const [reader, ana] = [await newcomer(house), await newcomer(house)];
  await house.atproto.follow(reader, ana);
  const at = Date.now() - 31 * 60_000;
  await setStatus(house.atproto, ana, { uri: `${PUBLIC_URL}/s/gone`, at, minutes: 30 });
  expect(await statusAmongFollows(reader)).toMatchObject({ isActive: false });
});

/** The status of the one whom the reader follows, as anybody may ask the AppView. */
async function statusAmongFollows(reader: AtprotoPerson): Promise<unknown> {
  await house.atproto.settled();
  const url = `${house.atproto.appViewUrl}/xrpc/app.bsky.graph.getFollows?actor=${reader.did}`;
  const { follows } = (await (await fetch(url)).json()) as { follows: { status?: unknown }[] };
  expect(follows).toHaveLength(1);
  return follows[0]!.status;
}
