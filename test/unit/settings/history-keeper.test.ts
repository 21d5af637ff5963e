import { beforeEach, describe, expect, it } from 'vitest';
import { HISTORY_MAX, type Visit } from '#shared/schema/history.ts';
import { IDLE_ROOM, type RoomState } from '#shared/schema/room.ts';
import { HistoryKeeper } from '../../../extension/background/history-keeper.ts';
import { ulidOf } from '../../support/people.ts';

const HOME = 'https://spaces.example.org';
const WALKS = ulidOf(1);
const RUST = ulidOf(2);

const inRoom = (spaceId: string, title: string, phase: RoomState['phase'] = 'live'): RoomState => ({
  ...IDLE_ROOM,
  phase,
  spaceId,
  title,
});

let kept: Visit[];
let isKept: boolean;
let hosts: Record<string, string>;
let now: number;
let keeper: HistoryKeeper;

/** Goes through these rooms one after the other, a minute each. */
async function go(...rooms: RoomState[]): Promise<void> {
  let before = IDLE_ROOM;
  for (const room of rooms) {
    await keeper.take(room, before);
    before = room;
    now += 60_000;
  }
}

const create = () =>
  new HistoryKeeper({
    history: { get: async () => kept, set: async (visits) => void (kept = visits) },
    isKept: { get: async () => isKept },
    serverOf: () => HOME,
    hostOf: (spaceId) => hosts[spaceId] ?? '',
    now: () => now,
  });

beforeEach(() => {
  [kept, isKept, hosts, now] = [[], true, { [WALKS]: 'Ana' }, 1_000];
  keeper = create();
});

describe('the history of Spaces', () => {
  it('notes a Space once the person is in it, with its title, server and host', async () => {
    await go(inRoom(WALKS, 'Long walks', 'joining'));
    expect(kept).toEqual([]);
    await go(inRoom(WALKS, 'Long walks'));
    expect(kept).toEqual([{ spaceId: WALKS, server: HOME, title: 'Long walks', host: 'Ana', at: 61_000 }]);
  });

  it('has the title and host as they were when the person left', async () => {
    hosts = {};
    await go(inRoom(WALKS, ''));
    hosts = { [WALKS]: 'Ana' };
    await keeper.take(inRoom(WALKS, 'Long walks'), inRoom(WALKS, ''));
    hosts = {};
    await keeper.take(IDLE_ROOM, inRoom(WALKS, 'Long walks'));
    expect(kept).toEqual([{ spaceId: WALKS, server: HOME, title: 'Long walks', host: 'Ana', at: 1_000 }]);
  });

  it('puts each Space where the person was in it last, once', async () => {
    await go(inRoom(WALKS, 'Walks'), IDLE_ROOM, inRoom(RUST, 'Rust'), IDLE_ROOM, inRoom(WALKS, 'Walks'));
    expect(kept.map(({ title, at }) => [title, at])).toEqual([
      ['Walks', 241_000],
      ['Rust', 121_000],
    ]);
  });

  it('follows somebody who goes from one Space straight into another', async () => {
    await go(inRoom(WALKS, 'Walks'), inRoom(RUST, 'Rust'), IDLE_ROOM);
    expect(kept.map(({ title }) => title)).toEqual(['Rust', 'Walks']);
  });

  it('counts a connection that was lost for a moment as one visit', async () => {
    await go(inRoom(WALKS, 'Walks'), inRoom(WALKS, 'Walks', 'reconnecting'), inRoom(WALKS, 'Walks'));
    expect(kept.map(({ at }) => at)).toEqual([1_000]);
  });

  it('is unharmed when the background was stopped in the midst of a Space', async () => {
    await go(inRoom(WALKS, 'Walks'));
    const before = kept;
    keeper = create();
    await keeper.take(IDLE_ROOM, inRoom(WALKS, 'Walks'));
    expect(kept).toEqual(before);
  });

  it('holds the last hundred', async () => {
    const rooms = Array.from({ length: HISTORY_MAX + 5 }, (_, at) =>
      inRoom(ulidOf(at + 1), `Space ${at + 1}`),
    );
    await go(...rooms);
    expect(kept).toHaveLength(HISTORY_MAX);
    expect(kept[0]!.title).toBe(`Space ${HISTORY_MAX + 5}`);
  });

  it('notes nothing for somebody who wants none', async () => {
    isKept = false;
    await go(inRoom(WALKS, 'Walks'), IDLE_ROOM);
    expect(kept).toEqual([]);
  });

  it('goes on after the browser failed to write once', async () => {
    let fails = true;
    keeper = new HistoryKeeper({
      history: {
        get: async () => kept,
        set: async (visits) => {
          if (fails) throw new Error('no room left');
          kept = visits;
        },
      },
      isKept: { get: async () => true },
      serverOf: () => HOME,
      hostOf: () => '',
      now: () => now,
    });
    await go(inRoom(WALKS, 'Walks'));
    fails = false;
    await keeper.take(inRoom(RUST, 'Rust'), inRoom(WALKS, 'Walks'));
    expect(kept.map(({ title }) => title)).toEqual(['Rust', 'Walks']);
  });
});
