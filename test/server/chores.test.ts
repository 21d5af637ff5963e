import { expect, onTestFinished, test, vi } from 'vitest';
import { createLog } from '../../server/log.ts';
import { createChores } from '../../server/spaces/chores.ts';

const chores = (retryMs = 1) => createChores(retryMs, createLog('silent'));

test('work that fails is done again until it succeeds', async () => {
  const work = vi.fn().mockRejectedValueOnce(new Error('no')).mockRejectedValueOnce(new Error('no'));
  await chores().insist('a', work);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(3));
});

test('works of one key go one after the other, those of others at once', async () => {
  const [slow, told] = [Promise.withResolvers<void>(), [] as string[]];
  const { insist } = chores();
  const first = insist('a', async () => {
    await slow.promise;
    told.push('first');
  });
  const second = insist('a', async () => void told.push('second'));
  await insist('b', async () => void told.push('other'));
  slow.resolve();
  await Promise.all([first, second]);
  expect(told).toEqual(['other', 'first', 'second']);
});

test('a newer work of the same key takes the place of one that would be tried again', async () => {
  const old = vi.fn().mockRejectedValue(new Error('no'));
  const { insist, later } = chores(5);
  await insist('a', old);
  await insist('a', async () => {});
  const sign = Promise.withResolvers<void>();
  later('b', 20, async () => sign.resolve());
  await sign.promise;
  expect(old).toHaveBeenCalledTimes(1);
});

test('after the stop nothing waits to be tried again', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const all = chores();
  const fail = () => Promise.reject(new Error('no'));
  await all.insist('a', fail);
  expect(vi.getTimerCount()).toBe(1);
  all.stop();
  await all.insist('b', fail);
  expect(vi.getTimerCount()).toBe(0);
});
