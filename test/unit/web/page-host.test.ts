import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { Fault } from '#shared/client/fault.ts';
import type { RoomAudio } from '#shared/room/audio.ts';
import { JoinSchema } from '#shared/schema/api.ts';
import type { RoomState } from '#shared/schema/room.ts';
import { PLAIN_MIX } from '#shared/schema/sound.ts';
import { PageHost } from '../../../server/web/app/media/page-host.ts';
import { FakeAudio } from '../../support/fake-audio.ts';
import { joinOf, SPACE_A } from '../../support/fake-flow.ts';

function createHost(load: (audio: FakeAudio) => Promise<RoomAudio> = async (audio) => audio) {
  const audio = new FakeAudio();
  const states: RoomState[] = [];
  const host = new PageHost({
    loadAudio: () => load(audio),
    rejoin: async () => ({ ok: false, fault: 'not_in_space', final: true, ended: null }),
    volume: () => 0.4,
    mixFor: async () => ({ ...PLAIN_MIX, voices: { p_quiet: 0.5 } }),
    onState: (state) => states.push(state),
  });
  return { host, audio, states };
}

const JOIN = v.parse(JoinSchema, joinOf(SPACE_A));

describe('the media host of the page', () => {
  it('is not open before what plays sound has come, and does nothing until then', async () => {
    const { host } = createHost();
    expect(await host.isOpen()).toBe(false);
    expect(host.setVolume(0.2)).toEqual({ fault: null });
    expect(host.levels()).toEqual({});
    await host.ensure();
    expect(await host.isOpen()).toBe(true);
  });

  it('tells where the person is, and begins as loud as the last time', async () => {
    const { host, audio, states } = createHost();
    await host.ensure();
    const connected = host.connect(JOIN);
    await vi.waitFor(() => audio.attempts[0]!.succeed());
    await connected;
    expect([...new Set(states.map(({ phase }) => phase))]).toEqual(['idle', 'joining', 'live']);
    expect(audio.calls).toContain('volume 0.4');
    expect(audio.mix.voices).toEqual({ p_quiet: 0.5 });
    await host.leave({});
    expect(states.at(-1)!.phase).toBe('idle');
  });

  it('says that the server does not answer when what plays sound does not come, and tries again', async () => {
    let isThere = false;
    const { host } = createHost(async (audio) => {
      if (!isThere) throw new TypeError('Failed to fetch dynamically imported module');
      return audio;
    });
    await expect(host.ensure()).rejects.toEqual(new Fault('unreachable'));
    isThere = true;
    await host.ensure();
    expect(await host.isOpen()).toBe(true);
  });

  it('fetches it once, however many wait for it', async () => {
    let loads = 0;
    const { host } = createHost(async (audio) => {
      loads += 1;
      return audio;
    });
    await Promise.all([host.ensure(), host.ensure()]);
    expect(loads).toBe(1);
  });

  it('tells that the browser holds the sound back, and plays it at a click', async () => {
    const { host, audio } = createHost();
    await host.ensure();
    audio.state.value = { ...audio.state.value, heldBack: true };
    expect(host.heldBack.value).toBe(true);
    await host.play();
    expect(audio.calls).toContain('play');
  });
});
