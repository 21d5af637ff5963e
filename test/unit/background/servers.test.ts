import { describe, expect, it } from 'vitest';
import { Servers } from '../../../extension/background/servers.ts';
import type { Place } from '../../../extension/platform/store.ts';
import { SPACE_A, SPACE_B } from '../../support/fake-flow.ts';

const HOME = 'https://home.test';
const AWAY = 'https://away.test';
const THIRD = 'https://third.test';

async function create(places: Place[] = [], others = [AWAY, THIRD]) {
  const shelf = { places };
  const servers = new Servers({
    home: 'http://localhost:8790',
    homeShelf: { get: async () => HOME },
    othersShelf: { get: async () => others },
    placesShelf: { get: async () => shelf.places, set: async (next) => void (shelf.places = next) },
    fetch: () => Promise.reject(new TypeError('not here')),
  });
  await servers.recall();
  return { servers, shelf };
}

describe('Servers', () => {
  it('means home when no server is named, and refuses one that the person has not added', async () => {
    const { servers } = await create();
    expect(servers.clientFor().url).toBe(HOME);
    expect(servers.clientFor(HOME)).toBe(servers.home);
    expect(servers.clientFor(AWAY).url).toBe(AWAY);
    for (const url of ['https://evil.test', `${AWAY}/`, AWAY.toUpperCase(), '']) {
      expect(() => servers.clientFor(url)).toThrow(expect.objectContaining({ code: 'bad_address' }));
    }
  });

  it('knows where the Space is that the person is in, also after a stop', async () => {
    const { servers, shelf } = await create();
    servers.settle(SPACE_A, servers.clientFor(AWAY));
    expect(servers.of(SPACE_A).url).toBe(AWAY);
    expect(servers.abroad(SPACE_A)).toBe(AWAY);
    const again = (await create(shelf.places)).servers;
    expect(again.of(SPACE_A).url).toBe(AWAY);
    expect(again.last).toBe(AWAY);
    expect([again.of(SPACE_B).url, again.abroad(SPACE_B), again.abroad(null)]).toEqual([HOME, null, null]);
  });

  it('takes the last word on an id that two servers claim', async () => {
    const { servers } = await create();
    servers.settle(SPACE_A, servers.clientFor(AWAY));
    servers.settle(SPACE_A, servers.home);
    expect(servers.of(SPACE_A)).toBe(servers.home);
    servers.settle(SPACE_A, servers.clientFor(THIRD));
    expect(servers.of(SPACE_A).url).toBe(THIRD);
  });

  it('still knows the Space that was left a moment ago, and none before it', async () => {
    const { servers, shelf } = await create();
    servers.settle(SPACE_A, servers.clientFor(AWAY));
    servers.settle(SPACE_B, servers.home);
    expect([servers.of(SPACE_A).url, servers.of(SPACE_B).url]).toEqual([AWAY, HOME]);
    servers.settle(null, servers.home);
    expect(servers.of(SPACE_A)).toBe(servers.home);
    expect(shelf.places).toHaveLength(2);
  });

  it('asks nothing of a server that is gone', async () => {
    const { servers } = await create();
    servers.settle(SPACE_A, servers.clientFor(AWAY));
    servers.takeOthers([THIRD]);
    expect(servers.of(SPACE_A)).toBe(servers.home);
  });

  it('has no server twice when one of the others becomes home', async () => {
    const { servers } = await create();
    servers.moveHome(AWAY);
    expect(servers.others).toEqual([THIRD]);
    servers.moveHome(HOME);
    expect(servers.others).toEqual([AWAY, THIRD]);
  });
});
