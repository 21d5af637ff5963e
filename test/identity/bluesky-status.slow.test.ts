import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../shared/schema/limits.ts';
import { hosting, newcomer, uriOf } from '../support/networks/bluesky-hosting.ts';
import { type BlueskyHouse, openBlueskyHouse, own, PUBLIC_URL } from '../support/networks/bluesky-house.ts';
import { clearStatus, setStatus, statusOf } from '../support/networks/bluesky-records.ts';
import type { AtprotoPerson } from '../support/networks/dev-env.ts';
import { until } from '../support/until.ts';

const { statusRenewMs, outsideRestMs } = DEFAULT_LIMITS;

let house: BlueskyHouse;
beforeAll(async () => {
  house = await openBlueskyHouse();
}, 600_000);
afterAll(() => house?.close());

test('a host who gave leave is said to be live while the Space is, and not after', async () => {
  const { ana, doorway, spaceId, end } = await hosting(house);
  const { status } = doorway.bluesky;
  await status.run();
  const first = await statusOf(house.atproto, ana);
  expect(first?.value).toEqual({
    $type: 'app.bsky.actor.status',
    status: 'app.bsky.actor.status#live',
    createdAt: new Date(doorway.now).toISOString(),
    durationMinutes: 30,
    embed: {
      $type: 'app.bsky.embed.external',
      external: {
        uri: `${PUBLIC_URL}/s/${spaceId}`,
        title: 'Morning talk',
        description: `Audio Space by ${ana.handle}. Listen in your browser, without an account.`,
      },
    },
  });

  doorway.now += statusRenewMs - 1;
  await status.run();
  expect((await statusOf(house.atproto, ana))?.cid).toBe(first?.cid);
  doorway.now += 1;
  await status.run();
  expect((await statusOf(house.atproto, ana))?.value.createdAt).toBe(new Date(doorway.now).toISOString());

  await end();
  await status.run();
  expect(await statusOf(house.atproto, ana)).toBeNull();
  expect(await doorway.store.statuses()).toEqual([]);
});

test('what somebody says of themselves elsewhere is left alone while it holds', async () => {
  const { ana, doorway } = await hosting(house);
  const { status } = doorway.bluesky;
  const theirs = 'https://stream.example/ana';
  await setStatus(house.atproto, ana, { uri: theirs, at: doorway.now, minutes: 10 });
  await status.run();
  expect(await uriOf(house, ana)).toBe(theirs);
  doorway.now += 9 * 60_000;
  await status.run();
  expect(await uriOf(house, ana)).toBe(theirs);
  doorway.now += 60_000 + outsideRestMs;
  await status.run();
  expect(await uriOf(house, ana)).toMatch(PUBLIC_URL);
});

test('a status that took the place of ours is neither renewed over nor cleared', async () => {
  const { ana, doorway, end } = await hosting(house);
  const { status } = doorway.bluesky;
  await status.run();
  const theirs = 'https://stream.example/ana';
  doorway.now += statusRenewMs;
  await setStatus(house.atproto, ana, { uri: theirs, at: doorway.now });
  await status.run();
  expect(await uriOf(house, ana)).toBe(theirs);
  doorway.now += outsideRestMs;
  await end();
  await status.run();
  expect(await uriOf(house, ana)).toBe(theirs);
  expect(await doorway.store.statuses()).toEqual([]);
});

test('a status that changes between the look and the deed is not written over', async () => {
  const theirs = 'https://stream.example/ana';
  let person: AtprotoPerson | undefined;
  const { ana, doorway } = await hosting(house, {
    outside: (through) => async (url, init) => {
      if (person && new URL(url).pathname.endsWith('putRecord')) {
        await setStatus(house.atproto, person, { uri: theirs });
        person = undefined;
      }
      return through(url, init);
    },
  });
  person = ana;
  await doorway.bluesky.status.run();
  expect(person).toBeUndefined();
  expect(await uriOf(house, ana)).toBe(theirs);
});

test('a status that the person cleared comes back when it is renewed, and clearing nothing is fine', async () => {
  const { ana, doorway, end } = await hosting(house);
  const { status } = doorway.bluesky;
  await status.run();
  await clearStatus(house.atproto, ana);
  doorway.now += statusRenewMs;
  await status.run();
  expect(await uriOf(house, ana)).toMatch(PUBLIC_URL);
  await clearStatus(house.atproto, ana);
  await end();
  await status.run();
  expect(await doorway.store.statuses()).toEqual([]);
});

test('the status goes from one host to the next', async () => {
  const { ana, doorway, core, spaceId } = await hosting(house);
  const ben = await newcomer(house);
  const next = await core.guest('Ben');
  await own(doorway.store, next.account.id, await doorway.signIn(ben, 'status'));
  const { status } = doorway.bluesky;
  await status.run();
  const { version } = (await doorway.store.space(spaceId))!;
  await doorway.store.updateSpace(spaceId, version, { hostId: next.account.id });
  await status.run();
  expect(await statusOf(house.atproto, ana)).toBeNull();
  expect(await uriOf(house, ben)).toBe(`${PUBLIC_URL}/s/${spaceId}`);
});

test('an identity that is not shown gets no status, and loses the one that it has', async () => {
  const { ana, doorway } = await hosting(house);
  const { store, bluesky } = doorway;
  await bluesky.status.run();
  const { id } = (await store.identityOf('bluesky', ana.did))!;
  await store.updateIdentity(id, { shown: false });
  await bluesky.status.run();
  expect(await statusOf(house.atproto, ana)).toBeNull();
  await bluesky.status.run();
  expect(await statusOf(house.atproto, ana)).toBeNull();
});

test('a server that comes back clears what it set before it went down', async () => {
  const { ana, doorway, end } = await hosting(house);
  await doorway.bluesky.status.run();
  await end();
  await doorway.again().status.run();
  expect(await statusOf(house.atproto, ana)).toBeNull();
});

test('a running server sets and clears by itself, soon after the Space goes live and ends', async () => {
  const { ana, end } = await hosting(house, { isRunning: true });
  await until('the status to be set', async () => (await statusOf(house.atproto, ana)) !== null);
  await end();
  await until('the status to be cleared', async () => (await statusOf(house.atproto, ana)) === null);
});
