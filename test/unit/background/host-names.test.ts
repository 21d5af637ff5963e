import { describe, expect, it } from 'vitest';
import { HostNames } from '../../../extension/background/host-names.ts';
import { IDLE_ROOM, type RoomState } from '#shared/schema/room.ts';
import { card, stageOf, stagePerson } from '../../support/people.ts';

const space = card(1, 'Small webs, long walks');
const inside: RoomState = { ...IDLE_ROOM, phase: 'live', spaceId: space.id, participantId: 'p_1' };
const [ana, malik] = [stagePerson(1, 'Ana', 'host'), stagePerson(2, 'Malik', 'speaker')];
const before = stageOf(space, { people: [ana, malik] });
const after = stageOf(space, {
  people: [
    { ...malik, role: 'host' },
    { ...ana, role: 'cohost' },
  ],
});

function setUp(room: RoomState = inside) {
  const told: string[][] = [];
  const now = { room };
  const hosts = new HostNames({
    room: () => now.room,
    tell: async ({ names }) => void told.push(names),
  });
  return { hosts, now, since: () => told.splice(0) };
}

describe('who hosts, as the media host is told', () => {
  it('follows a Space that is handed over, and is said once', () => {
    const { hosts, since } = setUp();
    hosts.followStage(before);
    hosts.followStage({ ...before, listeners: 7 });
    expect(since()).toEqual([['Ana']]);
    hosts.followStage(after);
    expect(since()).toEqual([['Malik', 'Ana']]);
  });

  it('is said again after each join, whose answer may be older', () => {
    const { hosts, now, since } = setUp();
    hosts.followStage(after);
    now.room = { ...inside, participantId: 'p_2' };
    hosts.followStage(after);
    expect(since()).toEqual([
      ['Malik', 'Ana'],
      ['Malik', 'Ana'],
    ]);
  });

  it('is nothing of another Space, or of one that the person is out of', () => {
    for (const room of [IDLE_ROOM, { ...inside, phase: 'over' as const }, { ...inside, spaceId: 'other' }]) {
      const { hosts, since } = setUp(room);
      hosts.followStage(before);
      expect(since()).toEqual([]);
    }
  });
});
