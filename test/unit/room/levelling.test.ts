import { describe, expect, it } from 'vitest';
import { Levelling } from '#shared/room/levelling.ts';
import { toDecibels, toFactor } from '#shared/room/loudness.ts';

const LOOK_MS = 100;
const SECOND = 1_000 / LOOK_MS;
const SPEECH = -22;
const HUM = -45;

/** How loud a moment is, in decibels below full scale, by the number of the look. */
type Sound = (look: number) => number;

const steady =
  (loudness: number): Sound =>
  () =>
    loudness;

/** Somebody who talks for four seconds and thinks for two, and whose syllables rise and fall. */
const talking =
  (loudness: number, pause = -Infinity): Sound =>
  (look) =>
    look % (6 * SECOND) < 4 * SECOND ? loudness + 4 * Math.sin(look * 1.7) : pause;

/** Lets the levelling hear so many seconds, and answers its gain at each look (dB). */
function hear(levelling: Levelling, sound: Sound, seconds: number): number[] {
  return Array.from({ length: seconds * SECOND }, (_, look) => {
    levelling.hear(toFactor(sound(look)), LOOK_MS);
    return toDecibels(levelling.gain);
  });
}

const gainAfter = (sound: Sound, seconds: number) => hear(new Levelling(), sound, seconds).at(-1)!;
const spread = (gains: number[]) => Math.max(...gains) - Math.min(...gains);

describe('levelling', () => {
  it('brings a quiet and a loud voice to the same loudness within seconds', () => {
    const [quiet, loud] = [-30, -14];
    const heard = [quiet, loud].map((loudness) => loudness + gainAfter(steady(loudness), 5));
    expect(spread(heard)).toBeLessThan(2.5);
    for (const loudness of heard) expect(Math.abs(loudness - SPEECH)).toBeLessThan(1.5);
  });

  it('leaves alone who is about as loud as all others', () => {
    expect(gainAfter(steady(SPEECH + 0.5), 10)).toBe(0);
  });

  it('goes no further than a hand would', () => {
    expect(gainAfter(steady(-45), 30)).toBeCloseTo(9, 0);
    expect(gainAfter(steady(-3), 30)).toBeCloseTo(-9, 0);
  });

  it('is slow: nobody hears a step', () => {
    const gains = hear(new Levelling(), steady(-3), 5);
    const steps = gains.map((gain, look) => Math.abs(gain - (gains[look - 1] ?? 0)));
    expect(Math.max(...steps)).toBeLessThan(0.7);
  });

  it('does not follow syllables, sentences and pauses', () => {
    for (const loudness of [-34, SPEECH, -14]) {
      const gains = hear(new Levelling(), talking(loudness), 60);
      expect(spread(gains.slice(12 * SECOND))).toBeLessThan(2);
    }
  });

  it('does not lift the room in which somebody is silent', () => {
    const levelling = new Levelling();
    const before = hear(levelling, talking(SPEECH, HUM), 12).at(-1)!;
    expect(hear(levelling, steady(HUM), 60).at(-1)).toBe(before);
  });

  it('takes silence, and a cough, for no speech', () => {
    expect(gainAfter(steady(-Infinity), 10)).toBe(0);
    expect(gainAfter(steady(-60), 10)).toBe(0);
    expect(gainAfter((look) => (look < 3 ? -6 : -Infinity), 10)).toBe(0);
  });

  it('follows somebody who moves away from their microphone', () => {
    const levelling = new Levelling();
    hear(levelling, talking(-16), 20);
    const gain = hear(levelling, talking(-26), 30).at(-1)!;
    expect(Math.abs(-26 + gain - SPEECH)).toBeLessThan(3);
  });

  it('makes as much of a late look as of many', () => {
    const levelling = new Levelling();
    for (let look = 0; look < 6; look += 1) levelling.hear(toFactor(-34), 1_000);
    expect(toDecibels(levelling.gain)).toBeCloseTo(gainAfter(steady(-34), 6), 0);
  });
});
