import { describe, expect, it } from 'vitest';
import { BAR_AS_IT_COMES, type BarSettings } from '#shared/schema/view.ts';
import { BarKeeper, endOfDay } from '../../../extension/background/bar-keeper.ts';

const NOW = new Date(2026, 10, 24, 21, 30).getTime();

function setUp(kept: Partial<BarSettings> = {}) {
  const shelf = { ...BAR_AS_IT_COMES, ...kept };
  let stored: BarSettings = shelf;
  let tell = () => {};
  let changes = 0;
  const keeper = new BarKeeper(
    {
      get: async () => stored,
      set: async (settings) => void (stored = settings),
      watch(listener) {
        tell = listener;
        return () => undefined;
      },
    },
    () => (changes += 1),
  );
  return {
    keeper,
    stored: () => stored,
    changes: () => changes,
    change(settings: BarSettings) {
      stored = settings;
      tell();
    },
  };
}

describe('what is kept of a person’s choices about the bar', () => {
  it('hides it until the next midnight of their own clock', async () => {
    const { keeper, stored } = setUp();
    await keeper.obey({ hideToday: true }, 'x.com', NOW);
    expect(new Date(stored().hiddenUntil)).toEqual(new Date(2026, 10, 25));
    expect(endOfDay(new Date(2026, 11, 31, 23, 59).getTime())).toBe(new Date(2027, 0, 1).getTime());
  });

  it('hides it on the site that asked, once, and keeps what was chosen before', async () => {
    const { keeper, stored } = setUp({ collapsed: true, hiddenOn: ['elk.zone'] });
    await keeper.obey({ hideHere: true }, 'x.com', NOW);
    await keeper.obey({ hideHere: true }, 'x.com', NOW);
    expect(stored()).toEqual({ ...BAR_AS_IT_COMES, collapsed: true, hiddenOn: ['elk.zone', 'x.com'] });
  });

  it('hides nothing for somebody without a site', async () => {
    const { keeper, stored } = setUp();
    await keeper.obey({ hideHere: true }, null, NOW);
    expect(stored().hiddenOn).toEqual([]);
  });

  it('follows what the options write', async () => {
    const { keeper, change, changes } = setUp();
    await keeper.recall();
    change({ ...BAR_AS_IT_COMES, always: true });
    await Promise.resolve();
    expect(keeper.settings.always).toBe(true);
    expect(changes()).toBe(1);
  });
});
