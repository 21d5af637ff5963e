import { describe, expect, it, vi } from 'vitest';
import { type Mix, PLAIN_MIX } from '#shared/schema/sound.ts';
import { PageSound } from '../../../server/web/app/media/page-sound.ts';
import { openShelf } from '../../../server/web/app/keep/shelf.ts';
import { ulidOf } from '../../support/people.ts';

const ANA = `p_${ulidOf(11)}`;
const stageOf = (pid: string, id = ulidOf(1)) => ({
  id,
  identities: [{ pid, network: 'mastodon' as const, handle: '@ana@mastodon.social' }],
});

function open(speak: ((on: boolean) => void) | null = null) {
  const told: Mix[] = [];
  const shelf = openShelf(() => {
    throw new Error('no storage in this test');
  });
  const visit = () => new PageSound({ shelf, tell: (mix) => told.push(mix), speak });
  return { sound: visit(), visit, told };
}

describe('how a person hears in the page of a Space', () => {
  it('begins as it comes, and keeps for the next visit what was changed', async () => {
    const { sound, visit, told } = open();
    expect(await sound.mixFor(stageOf(ANA))).toEqual(PLAIN_MIX);
    await sound.change({ levelling: false });
    expect(told).toEqual([{ ...PLAIN_MIX, levelling: false }]);
    expect(visit().settings.value.levelling).toBe(false);
  });

  it('knows somebody again in another Space, before their first sound', async () => {
    const { sound, visit, told } = open();
    await sound.follow(stageOf(ANA));
    await sound.setVoice(ANA, 0.25);
    expect(told.at(-1)!.voices).toEqual({ [ANA]: 0.25 });
    expect(sound.voices.value).toEqual({ [ANA]: 0.25 });
    const again = `p_${ulidOf(21)}`;
    expect((await visit().mixFor(stageOf(again, ulidOf(2)))).voices).toEqual({ [again]: 0.25 });
  });

  it('tells nothing twice', async () => {
    const { sound, told } = open();
    await sound.mixFor(stageOf(ANA));
    await sound.follow(stageOf(ANA));
    expect(told).toEqual([]);
  });

  it('hears everybody as they come where the browser cannot hash', async () => {
    const { sound } = open();
    vi.stubGlobal('crypto', {});
    expect((await sound.mixFor(stageOf(ANA))).voices).toEqual({});
    await sound.setVoice(ANA, 0.25);
    expect((await sound.mixFor(stageOf(ANA))).voices).toEqual({ [ANA]: 0.25 });
    vi.unstubAllGlobals();
  });

  it('has a key to hold for those who may speak alone', () => {
    expect(open().sound.talk).toBeNull();
    const turns: boolean[] = [];
    const stop = open((on) => turns.push(on)).sound.talk!();
    stop();
    expect(turns).toEqual([true, false]);
  });
});
