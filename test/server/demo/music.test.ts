import { describe, expect, it } from 'vitest';
import { Music, SAMPLE_RATE } from '../../../server/demo/music.ts';
import { seeded } from '../../../server/demo/site/random.ts';

const loudness = (samples: Int16Array) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

describe('Music', () => {
  it('goes on for a minute without falling silent or overdriving', () => {
    const music = new Music(seeded(7));
    const seconds = Array.from({ length: 60 }, () => music.next(SAMPLE_RATE));
    expect(Math.min(...seconds.map(loudness))).toBeGreaterThan(200);
    expect(Math.max(...seconds.map((samples) => Math.max(...samples)))).toBeLessThan(32_000);
  });
});
