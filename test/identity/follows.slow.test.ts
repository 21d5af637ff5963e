import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP_VIEW, fetchBlueskyPage, resolveDid } from '../../extension/background/follows/bluesky.ts';
import { hosting, newcomer } from '../support/networks/bluesky-hosting.ts';
import { type BlueskyHouse, openBlueskyHouse, PUBLIC_URL } from '../support/networks/bluesky-house.ts';

let house: BlueskyHouse;
beforeAll(async () => {
  house = await openBlueskyHouse({ appView: true });
}, 600_000);
afterAll(() => house?.close());

/** Bluesky's public AppView, led to the one under test. */
const here: typeof fetch = (input, init) =>
  fetch(String(input).replace(APP_VIEW, house.atproto.appViewUrl!), init);

test('a real AppView tells the extension whom somebody follows, and who of them hosts a Space', async () => {
  const { ana, doorway, spaceId, end } = await hosting(house);
  const [reader, ben] = [await newcomer(house), await newcomer(house)];
  await house.atproto.follow(reader, ana);
  await house.atproto.follow(reader, ben);
  await doorway.bluesky.status.run();
  await house.atproto.settled();
  expect(await resolveDid(here, reader.handle)).toBe(reader.did);
  const page = await fetchBlueskyPage(here, reader.did, null);
  expect(page.keys.toSorted()).toEqual([`at:${ana.did}`, `at:${ben.did}`].toSorted());
  const until = doorway.now + 30 * 60_000;
  expect(page.statuses).toEqual([{ did: ana.did, uri: `${PUBLIC_URL}/s/${spaceId}`, until }]);

  await end();
  await doorway.bluesky.status.run();
  await house.atproto.settled();
  expect((await fetchBlueskyPage(here, reader.did, null)).statuses).toEqual([]);
});

test('nobody by that name is nobody, and the last page ends the list', async () => {
  await expect(resolveDid(here, 'nobody-at-all.test')).rejects.toMatchObject({ code: 'not_found' });
  const alone = await newcomer(house);
  await house.atproto.settled();
  expect(await fetchBlueskyPage(here, alone.did, null)).toEqual({ keys: [], statuses: [], cursor: null });
});
