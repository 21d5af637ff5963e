import { describe, expect, it } from 'vitest';
import { duckGain, type Hearing, playerVolume, spaceGain, voiceGain } from '#shared/room/hearing.ts';
import { toLevel } from '#shared/room/loudness.ts';
import { type Mix, PLAIN_MIX } from '#shared/schema/sound.ts';

const [ANA, BEN] = ['p_ana', 'p_ben'];

function hearing(more: Partial<Hearing> = {}, mix: Partial<Mix> = {}): Hearing {
  return { volume: 1, silenced: false, unheard: new Set(), ...more, mix: { ...PLAIN_MIX, ...mix } };
}

describe('how loud somebody is heard', () => {
  it('is as they come, and else as the person wants that one', () => {
    const wanted = hearing({}, { voices: { [ANA]: 2 } });
    expect(voiceGain(wanted, ANA)).toBe(2);
    expect(voiceGain(wanted, BEN)).toBe(1);
  });

  it('is nothing for whom the person muted, however loud they were wanted', () => {
    const wanted = hearing({ unheard: new Set([ANA]) }, { voices: { [ANA]: 2 } });
    expect(voiceGain(wanted, ANA)).toBe(0);
    expect(playerVolume(wanted, ANA)).toBe(0);
  });

  it('goes by the volume of the Space, which its mute does not forget', () => {
    expect(spaceGain(hearing({ volume: 0.3 }))).toBe(0.3);
    expect(spaceGain(hearing({ volume: 0.3, silenced: true }))).toBe(0);
  });

  it('is a quarter while another tab speaks', () => {
    expect(duckGain(hearing({}, { ducked: true }))).toBe(0.25);
    expect(duckGain(hearing())).toBe(1);
  });

  it('is all of that together for a player, which makes nothing louder', () => {
    const voices = { [ANA]: 2 };
    expect(playerVolume(hearing({ volume: 0.8 }, { voices }), ANA)).toBe(1);
    expect(playerVolume(hearing({ volume: 0.8 }, { voices, ducked: true }), ANA)).toBe(0.4);
    expect(playerVolume(hearing({ volume: 0.8 }, { voices }), BEN)).toBe(0.8);
  });
});

describe('a level that is drawn', () => {
  it('goes from nothing to all in even steps of loudness', () => {
    expect(toLevel(0)).toBe(0);
    expect(toLevel(1)).toBe(1);
    const [faint, usual, loud] = [0.01, 0.0316, 0.1].map(toLevel) as [number, number, number];
    expect(loud - usual).toBeCloseTo(usual - faint, 2);
  });
});
