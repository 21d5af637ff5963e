import { describe, expect, it, vi } from 'vitest';
import { Voices } from '#shared/client/voices.ts';
import type { Join } from '#shared/schema/api.ts';
import { IDLE_ROOM, type RoomState } from '#shared/schema/room.ts';
import { type Mix, PLAIN_MIX, SOUND_AS_IT_COMES, type SoundSettings } from '#shared/schema/sound.ts';
import type { Stage } from '#shared/schema/stage.ts';
import { NO_VOICES, type KeptVoices, type VoicesHere } from '#shared/schema/voices.ts';
import { SoundSide } from '../../../extension/background/sound-side.ts';
import { fakeShelf } from '../../support/fake-shelf.ts';
import { card, stageOf, stagePerson } from '../../support/people.ts';

const ana = stagePerson(1, 'Ana', 'host');
const space = card(1, 'Small webs, long walks', { stage: [ana] });
const identities = [{ pid: ana.pid, network: 'mastodon' as const, handle: '@ana@a.example' }];
const inside: RoomState = { ...IDLE_ROOM, phase: 'live', spaceId: space.id };

interface Scene {
  settings?: Partial<SoundSettings>;
  room?: RoomState;
  stage?: Stage | null;
  kept?: KeptVoices;
  here?: VoicesHere;
}

function setUp({ settings, room = inside, stage = null, kept = [], here = NO_VOICES }: Scene = {}) {
  const shelves = {
    settings: fakeShelf<SoundSettings>({ ...SOUND_AS_IT_COMES, ...settings }),
    kept: fakeShelf(kept),
    here: fakeShelf(here),
  };
  const told: Mix[] = [];
  const now = { room, stage, isTabHeard: false, watching: null as (() => void) | null };
  const side = new SoundSide({
    settings: shelves.settings,
    voices: new Voices(shelves),
    room: () => now.room,
    stage: () => now.stage,
    tell: async (mix) => void told.push(mix),
    isTabHeard: async () => now.isTabHeard,
    watchTabs(listener) {
      now.watching = listener;
      return () => (now.watching = null);
    },
    setTimeout: () => 1,
    clearTimeout: () => undefined,
  });
  return { side, told, now, ...shelves };
}

describe('the mix of the media host', () => {
  it('has the voices of those who are met, before the first of their sound', async () => {
    const first = setUp({ stage: stageOf(space, { identities }) });
    await first.side.recall();
    await first.side.setVoice(ana.pid, 0.3);
    const { side } = setUp({ room: IDLE_ROOM, kept: first.kept.now });
    await side.recall();
    const join = { space: { ...space, identities } } as unknown as Join;
    expect(await side.mixFor(join)).toEqual({ ...PLAIN_MIX, voices: { [ana.pid]: 0.3 } });
  });

  it('is told again when a setting or a voice changes, and not otherwise', async () => {
    const { side, told, settings } = setUp({ stage: stageOf(space, { identities }) });
    await side.recall();
    expect(told).toEqual([PLAIN_MIX]);
    await side.followStage();
    expect(told).toHaveLength(1);
    await side.setVoice(ana.pid, 0);
    await settings.set({ ...SOUND_AS_IT_COMES, music: true });
    await vi.waitFor(() => expect(told).toHaveLength(3));
    expect(told[1]).toEqual({ ...PLAIN_MIX, voices: { [ana.pid]: 0 } });
    expect(told[2]).toEqual({ ...PLAIN_MIX, music: true, voices: { [ana.pid]: 0 } });
    // What only the player does is no matter of the media host.
    await settings.set({ ...SOUND_AS_IT_COMES, music: true, hold: 'talk', holdKey: 'KeyT' });
    await Promise.resolve();
    expect(told).toHaveLength(3);
  });

  it('is told to nobody outside of a Space', async () => {
    const { side, told, settings } = setUp({ room: IDLE_ROOM });
    await side.recall();
    await settings.set({ ...SOUND_AS_IT_COMES, levelling: false });
    await side.setVoice(ana.pid, 0.5);
    expect(told).toEqual([]);
  });

  it('comes back whole with a woken background', async () => {
    const here = { spaceId: space.id, passing: { [ana.pid]: 0.2 }, all: { [ana.pid]: 0.2 } };
    const { side, told } = setUp({ settings: { levelling: false }, here, stage: stageOf(space) });
    await side.recall();
    expect(told).toEqual([{ ...PLAIN_MIX, levelling: false, voices: { [ana.pid]: 0.2 } }]);
  });

  it('does not take the stage of another Space for this one', async () => {
    const other = card(2, 'Another evening', { stage: [ana] });
    const { side, told, kept } = setUp({ stage: stageOf(other, { identities }) });
    await side.recall();
    await side.setVoice(ana.pid, 0.5);
    expect(kept.now).toEqual([]);
    expect(told.at(-1)?.voices).toEqual({ [ana.pid]: 0.5 });
  });
});

describe('standing back behind another tab', () => {
  it('happens in a Space, with the switch on, and not else', async () => {
    const { side, told, now, settings } = setUp();
    now.isTabHeard = true;
    await side.recall();
    expect(now.watching).toBeNull();
    await settings.set({ ...SOUND_AS_IT_COMES, ducking: true });
    await vi.waitFor(() => expect(told.at(-1)?.ducked).toBe(true));
    now.room = IDLE_ROOM;
    side.followRoom();
    expect(now.watching).toBeNull();
  });

  it('is not undone for a moment when the background wakes', async () => {
    const { side, told, now } = setUp({ settings: { ducking: true }, room: { ...inside, ducked: true } });
    now.isTabHeard = true;
    await side.recall();
    await Promise.resolve();
    expect(told.map(({ ducked }) => ducked)).toEqual([true]);
  });
});
