import { describe, expect, it } from 'vitest';
import { POPUP, Views } from '../../extension/background/views.ts';

function createViews() {
  let now = 1_000;
  const views = new Views({
    push: async () => undefined,
    onCount: () => undefined,
    keep: async () => undefined,
    onNews: () => undefined,
    now: () => now,
  });
  return { views, pass: (ms: number) => (now += ms) };
}

const gone = () => Promise.reject(new Error('nobody there'));

describe('Views', () => {
  it('tells a view that is there, and forgets one that is gone', async () => {
    const { views } = createViews();
    let told = 0;
    views.tell(POPUP, async () => (told += 1));
    views.report(POPUP, true);
    views.tell(POPUP, async () => (told += 1));
    expect(told).toBe(1);
    views.tell(POPUP, gone);
    await expect.poll(() => views.has(POPUP)).toBe(false);
  });

  it('keeps a popup that opened while the last one could not be told any more', async () => {
    const { views, pass } = createViews();
    const answer = Promise.withResolvers<void>();
    views.report(POPUP, true);
    views.tell(POPUP, () => answer.promise);
    pass(1);
    views.report(POPUP, true);
    answer.reject(new Error('nobody there'));
    await answer.promise.catch(() => undefined);
    expect(views.has(POPUP)).toBe(true);
  });

  it('forgets a view that has not reported for long', () => {
    const { views, pass } = createViews();
    views.report('7', true);
    pass(46_000);
    expect(views.count).toBe(0);
  });
});
