import { describe, expect, it } from 'vitest';
import type { Network } from '#shared/schema/identity.ts';
import { KEPT_VOICES_MAX, NO_VOICES, type KeptVoices, type VoicesHere } from '#shared/schema/voices.ts';
import { Voices } from '#shared/client/voices.ts';
import { fakeShelf } from '../../support/fake-shelf.ts';
import { ulidOf } from '../../support/people.ts';

const [HERE, THERE] = [ulidOf(1), ulidOf(2)];
const pidOf = (number: number) => `p_${ulidOf(number)}`;
const [ANA, BEN] = [pidOf(11), pidOf(12)];
const shows = (pid: string, handle: string, network: Network = 'mastodon') => ({ pid, network, handle });

async function open(kept: KeptVoices = [], here: VoicesHere = NO_VOICES) {
  const shelves = { kept: fakeShelf(kept), here: fakeShelf(here) };
  const voices = new Voices(shelves);
  await voices.recall();
  return { voices, ...shelves };
}

describe('how loud somebody is wanted', () => {
  it('is kept for their identity, and holds for another participant in another Space', async () => {
    const { voices, kept } = await open();
    await voices.meet(HERE, [shows(ANA, '@ana@mastodon.social')]);
    await voices.set(ANA, 0.4);
    expect(voices.all).toEqual({ [ANA]: 0.4 });
    const later = await open(kept.now);
    const again = pidOf(21);
    await later.voices.meet(THERE, [shows(again, 'Ana@Mastodon.Social')]);
    expect(later.voices.all).toEqual({ [again]: 0.4 });
  });

  it('is kept without the name in it', async () => {
    const { voices, kept, here } = await open();
    await voices.meet(HERE, [shows(ANA, '@ana@mastodon.social')]);
    await voices.set(ANA, 2);
    expect(kept.now).toHaveLength(1);
    expect(JSON.stringify([kept.now, here.now])).not.toContain('ana@');
  });

  it('holds for each identity that they show, and tells networks apart', async () => {
    const { voices } = await open();
    await voices.meet(HERE, [shows(ANA, '@ana@a.example'), shows(ANA, '@ana.example', 'bluesky')]);
    await voices.set(ANA, 0);
    const [sky, x] = [pidOf(21), pidOf(22)];
    await voices.meet(THERE, [shows(sky, '@ana.example', 'bluesky'), shows(x, '@ana.example', 'x')]);
    expect(voices.all).toEqual({ [sky]: 0 });
  });

  it('is forgotten when they are as loud as they come', async () => {
    const { voices, kept } = await open();
    await voices.meet(HERE, [shows(ANA, '@ana@a.example')]);
    await voices.set(ANA, 0.4);
    await voices.set(ANA, 1);
    expect(voices.all).toEqual({});
    expect(kept.now).toEqual([]);
  });

  it('is kept for this Space alone where they show no identity', async () => {
    const { voices, kept, here } = await open();
    await voices.meet(HERE, []);
    await voices.set(BEN, 0.2);
    expect(voices.all).toEqual({ [BEN]: 0.2 });
    expect(kept.now).toEqual([]);
    // A stopped background finds it again, also for somebody who left and came back.
    const woken = await open(kept.now, here.now);
    expect(woken.voices.all).toEqual({ [BEN]: 0.2 });
    await woken.voices.meet(HERE, []);
    expect(woken.voices.all).toEqual({ [BEN]: 0.2 });
    await woken.voices.meet(THERE, []);
    expect(woken.voices.all).toEqual({});
  });

  it('is forgotten first for those who were heard least recently', async () => {
    const { voices, kept } = await open();
    const handles = Array.from({ length: KEPT_VOICES_MAX }, (_, i) => `@one${i}@a.example`);
    await voices.meet(
      HERE,
      handles.map((handle, i) => shows(pidOf(100 + i), handle)),
    );
    for (const [i] of handles.entries()) await voices.set(pidOf(100 + i), 0.5);
    // The first is met again, so that the second is now the one to go.
    await voices.meet(THERE, [shows(ANA, handles[0]!), shows(BEN, '@new@a.example')]);
    await voices.set(BEN, 0.3);
    expect(kept.now).toHaveLength(KEPT_VOICES_MAX);
    const again = [pidOf(31), pidOf(32), pidOf(33)];
    await voices.meet(HERE, [
      shows(again[0]!, handles[0]!),
      shows(again[1]!, handles[1]!),
      shows(again[2]!, '@new@a.example'),
    ]);
    expect(voices.all).toEqual({ [again[0]!]: 0.5, [again[2]!]: 0.3 });
  });

  it('writes nothing while nothing changes', async () => {
    const { voices, kept, here } = await open();
    await voices.meet(HERE, [shows(ANA, '@ana@a.example')]);
    await voices.set(ANA, 0.4);
    const before = [kept.writes, here.writes];
    for (let i = 0; i < 3; i++) await voices.meet(HERE, [shows(ANA, '@ana@a.example')]);
    expect([kept.writes, here.writes]).toEqual(before);
  });
});
