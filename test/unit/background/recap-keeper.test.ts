import { describe, expect, it } from 'vitest';
import { RecapKeeper } from '../../../extension/background/recap-keeper.ts';
import { RECALLED_MAX, RecapSchema, type Recap } from '#shared/schema/recap.ts';
import { IDLE_ROOM, type RoomState } from '#shared/schema/room.ts';
import type { StagePerson } from '#shared/schema/space.ts';
import * as v from 'valibot';
import { card, person, stageOf, stagePerson } from '../../support/people.ts';

const ana = stagePerson(1, 'Ana', 'host');
const malik = stagePerson(2, 'Malik');
const walks = card(1, 'Small webs');
const HANDLE = { network: 'mastodon', handle: '@ana@wren.example' } as const;

function keeper() {
  const kept: { recap: Recap | null; writes: number } = { recap: null, writes: 0 };
  const shelf = {
    get: async () => kept.recap,
    set: async (recap: Recap | null) => {
      kept.recap = recap;
      kept.writes += 1;
    },
  };
  return { kept, keeper: new RecapKeeper(shelf), again: () => new RecapKeeper(shelf) };
}

const live = (more: Partial<RoomState> = {}): RoomState => ({
  ...IDLE_ROOM,
  phase: 'live',
  spaceId: walks.id,
  ...more,
});
const over: RoomState = { ...live(), phase: 'over', ended: 'host_ended' };

const moment = (people: StagePerson[], speaking: StagePerson[] = [], listeners = 3) => ({
  room: live({ people: people.map((one) => person(one, { speaking: speaking.includes(one) })) }),
  stage: stageOf(walks, { people, listeners, startedAt: 5, identities: [{ pid: ana.pid, ...HANDLE }] }),
  server: null,
});

describe('what is remembered of a Space', () => {
  it('is who was on stage, who was heard, and how many listened at most', () => {
    const { keeper: recap } = keeper();
    recap.note(moment([ana, malik], [ana], 9));
    recap.note(moment([ana, malik], [], 4));
    expect(recap.after(over)).toMatchObject({
      startedAt: 5,
      listeners: 9,
      people: [
        { name: 'Ana', role: 'host', spoke: true, identities: [HANDLE] },
        { name: 'Malik', spoke: false, identities: [] },
      ],
    });
  });

  it('holds those who have gone, and one who came back once', () => {
    const { keeper: recap } = keeper();
    recap.note(moment([ana, malik], [malik]));
    const back = { ...malik, pid: stagePerson(3, '').pid };
    recap.note(moment([ana]));
    recap.note(moment([ana, back]));
    const people = recap.after(over)!.people;
    expect(people.map(({ name, spoke }) => [name, spoke])).toEqual([
      ['Ana', false],
      ['Malik', true],
    ]);
  });

  it('keeps two of one name apart who stand there together', () => {
    const { keeper: recap } = keeper();
    recap.note(moment([ana, malik, stagePerson(3, 'Malik')]));
    expect(recap.after(over)!.people).toHaveLength(3);
  });

  it('is there after an end alone: not in the Space, not after leaving it, not for another', () => {
    const { keeper: recap, kept } = keeper();
    recap.note(moment([ana]));
    expect(recap.after(live())).toBeNull();
    expect(recap.after({ ...over, spaceId: card(2, 'Other').id })).toBeNull();
    expect(recap.after({ ...over, ended: null, fault: 'removed' })).toBeNull();
    recap.note({ room: IDLE_ROOM, stage: null, server: null });
    expect(kept.recap).toBeNull();
  });

  it('outlives a stopped worker, and is written only when there is something new', async () => {
    const { keeper: recap, kept, again } = keeper();
    recap.note(moment([ana], [ana]));
    recap.note(moment([ana], []));
    recap.note(moment([ana], [ana]));
    expect(kept.writes).toBe(1);
    const woken = again();
    await woken.recall();
    expect(woken.after(over)?.people).toHaveLength(1);
  });

  it('keeps no more people than a sheet can bear, those who spoke before all', () => {
    const { keeper: recap } = keeper();
    const crowd = Array.from({ length: 60 }, (_, i) => stagePerson(100 + i, `Person ${i}`));
    recap.note(moment(crowd, [crowd[59]!]));
    const kept = recap.after(over)!;
    expect(kept.people).toHaveLength(RECALLED_MAX);
    expect(kept.people[0]!.name).toBe('Person 59');
    expect(v.is(RecapSchema, kept)).toBe(true);
  });
});
