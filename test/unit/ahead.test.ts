import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Ahead, type HiddenRoom } from '#shared/room/ahead.ts';

const HERE = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const THERE = '01BX5ZZKBKACTAV9WEVGEMMVRZ';
const TARGET = { url: 'ws://perch.test', token: 'ticket' };

/** Two rooms of which the test says who can be heard in them. */
function createRooms() {
  const [ours, theirs] = [new Set<string>(), new Set<string>()];
  const calls: string[] = [];
  let gone = () => undefined as void;
  let fail: Error | null = null;
  const room: HiddenRoom = {
    connect: async () => {
      calls.push('connect');
      if (fail) throw fail;
    },
    hear: () => void calls.push('hear'),
    close: () => void calls.push('close'),
    sounding: () => ours,
    mayBeHeard: () => true,
    onGone: (listener) => void (gone = listener),
  };
  const ahead = new Ahead({
    room,
    real: { sounding: () => theirs, hold: (on) => void calls.push(on ? 'hold' : 'release') },
    setTimeout: (act, ms) => setTimeout(act, ms),
    clearTimeout: (timer) => clearTimeout(timer as number),
  });
  const since = () => calls.splice(0);
  return { ahead, ours, theirs, since, end: () => gone(), refuse: () => void (fail = new Error('no')) };
}

describe('a room ahead of a join', () => {
  beforeEach(() => void vi.useFakeTimers());

  it('is silent, and gone 5 s later when nobody clicks', async () => {
    const { ahead, since } = createRooms();
    await ahead.look(HERE, TARGET);
    expect(since()).toEqual(['connect']);
    vi.advanceTimersByTime(4_999);
    expect(since()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(since()).toEqual(['close', 'release']);
  });

  it('is heard from the click until the join has the same sound, and never beside it', async () => {
    const { ahead, ours, theirs, since } = createRooms();
    await ahead.look(HERE, TARGET);
    ahead.hear(HERE);
    ours.add('p_ana');
    await ahead.beginHandOver();
    expect(since()).toEqual(['connect', 'hear', 'hold']);
    ahead.endHandOver();
    vi.advanceTimersByTime(500);
    expect(since()).toEqual([]);
    theirs.add('p_ana');
    vi.advanceTimersByTime(20);
    expect(since()).toEqual(['release']);
    vi.advanceTimersByTime(20);
    expect(since()).toEqual(['close', 'release']);
  });

  it('lets its own first sound go before the connection of the join, for a moment', async () => {
    const { ahead, ours, since } = createRooms();
    await ahead.look(HERE, TARGET);
    ahead.hear(HERE);
    const early = vi.fn();
    const beginning = ahead.beginHandOver().then(early);
    await vi.advanceTimersByTimeAsync(100);
    expect(early).not.toHaveBeenCalled();
    ours.add('p_ana');
    await vi.advanceTimersByTimeAsync(20);
    await beginning;
    expect(since()).toEqual(['connect', 'hear', 'hold']);
  });

  it('keeps a join waiting for no more than that when nobody speaks', async () => {
    const { ahead, since } = createRooms();
    await ahead.look(HERE, TARGET);
    ahead.hear(HERE);
    const late = vi.fn();
    void ahead.beginHandOver().then(late);
    await vi.advanceTimersByTimeAsync(400);
    expect(late).toHaveBeenCalled();
    ahead.endHandOver();
    vi.advanceTimersByTime(2_020);
    expect(since()).toEqual(['connect', 'hear', 'hold', 'release', 'close', 'release']);
  });

  it('is silent at once when the person leaves or joins another Space', async () => {
    const { ahead, since } = createRooms();
    await ahead.look(HERE, TARGET);
    ahead.hear(HERE);
    ahead.drop(HERE);
    expect(since()).toEqual(['connect', 'hear']);
    ahead.drop(THERE);
    expect(since()).toEqual(['close', 'release']);
    await ahead.look(HERE, TARGET);
    ahead.hear(THERE);
    expect(since()).toEqual(['connect', 'close', 'release']);
  });

  it('leaves the join alone when it is refused, or ended by the server', async () => {
    const { ahead, since, end, refuse } = createRooms();
    await ahead.look(HERE, TARGET);
    ahead.hear(HERE);
    end();
    expect(since()).toEqual(['connect', 'hear', 'close', 'release']);
    refuse();
    await ahead.look(HERE, TARGET);
    await ahead.beginHandOver();
    ahead.endHandOver();
    expect(since()).toEqual(['connect', 'close', 'release']);
  });
});
