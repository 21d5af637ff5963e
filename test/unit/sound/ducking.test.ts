import { describe, expect, it } from 'vitest';
import { Ducking } from '../../../extension/background/ducking.ts';

function setUp() {
  let tell: (() => void) | null = null;
  let timer: (() => void) | null = null;
  const said: boolean[] = [];
  const tabs = { isHeard: false };
  const ducking = new Ducking({
    isTabHeard: async () => tabs.isHeard,
    watchTabs(listener) {
      tell = listener;
      return () => (tell = null);
    },
    setTimeout: (act) => (timer = act),
    clearTimeout: () => (timer = null),
    onChange: () => said.push(ducking.isOn),
  });
  return {
    ducking,
    said,
    isWatching: () => tell !== null,
    isWaiting: () => timer !== null,
    async play(isHeard: boolean) {
      tabs.isHeard = isHeard;
      tell?.();
      await Promise.resolve();
      await Promise.resolve();
    },
    pass() {
      const act = timer;
      timer = null;
      act?.();
    },
  };
}

describe('standing back behind another tab', () => {
  it('begins at once, and ends once the tab has been silent for a while', async () => {
    const { ducking, said, play, pass } = setUp();
    ducking.want(true);
    await play(true);
    expect(said).toEqual([true]);
    await play(false);
    expect(said).toEqual([true]);
    pass();
    expect(said).toEqual([true, false]);
  });

  it('goes on through a pause', async () => {
    const { ducking, said, play, isWaiting } = setUp();
    ducking.want(true);
    await play(true);
    await play(false);
    await play(true);
    expect(isWaiting()).toBe(false);
    expect(said).toEqual([true]);
  });

  it('looks at no tab while it is not wanted, and is loud at once when it is not wanted any more', async () => {
    const { ducking, said, play, isWatching } = setUp();
    await play(true);
    expect(isWatching()).toBe(false);
    ducking.want(true);
    await play(true);
    ducking.want(false);
    expect(isWatching()).toBe(false);
    expect(said).toEqual([true, false]);
  });

  it('stands where it stood after a stop, until it has looked', async () => {
    const { ducking, said, play, pass } = setUp();
    ducking.recall(true);
    ducking.want(true);
    expect(ducking.isOn).toBe(true);
    await play(false);
    pass();
    expect(said).toEqual([false]);
  });
});
