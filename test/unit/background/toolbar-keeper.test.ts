import { describe, expect, it } from 'vitest';
import { NOBODY_WAITS } from '../../../extension/background/toolbar-face.ts';
import { COUNT_AGES, ToolbarKeeper, type ToolbarDeps } from '../../../extension/background/toolbar-keeper.ts';
import { IDLE_ROOM } from '#shared/schema/room.ts';
import { en } from '#shared/words/en.ts';

function toolbar({ kept = null as { n: number; until: number } | null } = {}) {
  const world = {
    live: 3 as number | null,
    now: 1_000,
    badges: [] as string[],
    alarms: [] as string[],
    kept,
  };
  const deps: ToolbarDeps = {
    room: () => IDLE_ROOM,
    waiting: () => NOBODY_WAITS,
    words: async () => ({ language: 'en', words: en }),
    live: () => world.live,
    shelf: { get: async () => world.kept, set: async (count) => void (world.kept = count) },
    show: async ({ badge }) => void world.badges.push(badge),
    setAlarm: async (name) => void world.alarms.push(name),
    now: () => world.now,
  };
  return { world, keeper: new ToolbarKeeper(deps) };
}

describe('the count on the toolbar', () => {
  it('follows the list while somebody looks, and asks the browser only for what is new', async () => {
    const { world, keeper } = toolbar();
    keeper.follow(true);
    await keeper.show();
    world.live = 4;
    await keeper.show();
    await keeper.show();
    expect(world.badges).toEqual(['3', '4']);
  });

  it('goes a while after the last look, without a socket held open for it', async () => {
    const { world, keeper } = toolbar();
    keeper.follow(true);
    keeper.follow(false);
    expect(world.alarms).toEqual([COUNT_AGES]);
    world.live = 9;
    await keeper.show();
    expect(world.badges).toEqual(['3']);
    world.now += 120_000;
    await keeper.show();
    expect(world.badges).toEqual(['3', '']);
  });

  it('outlives a stopped worker as long as it may be said', async () => {
    const { world, keeper } = toolbar({ kept: { n: 5, until: 2_000 } });
    world.live = null;
    await keeper.recall();
    await keeper.show();
    expect(world.badges).toEqual(['5']);
  });

  it('is none of another home', async () => {
    const { world, keeper } = toolbar();
    keeper.follow(true);
    await keeper.show();
    keeper.follow(false);
    keeper.forget();
    await keeper.show();
    expect(world.badges).toEqual(['3', '']);
  });
});
