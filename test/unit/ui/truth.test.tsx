import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { MICROPHONE_ODDITIES, type MicrophoneOddity, type RoomState } from '#shared/schema/room.ts';
import { Player } from '#shared/ui/player.tsx';
import { connectionLineOf } from '#shared/ui/truth/connection-line.tsx';
import { Cuts } from '#shared/ui/truth/cuts.ts';
import { en } from '#shared/words/en.ts';
import { say, type WordKey } from '#shared/words/words.ts';
import { ana, inside, kerstin, malik } from '../../support/in-space.ts';
import { person } from '../../support/people.ts';
import { show } from '../../support/show.tsx';

const ENGLISH = { language: 'en', words: en };
const live = { phase: 'live', microphone: 'off' } as RoomState;
const faces = [ana, malik, kerstin].map((one) => ({ ...person(one), role: one.role }));
const lineOf = (ids: string[], room: Partial<RoomState> = {}) =>
  connectionLineOf(new Set(ids), {
    room: { ...live, ...room },
    faces,
    say: (key: WordKey, values) => say(ENGLISH, key, values),
    language: 'en',
  })?.replace(/[\u2066-\u2069]/g, '');

describe('who cuts out', () => {
  it('is said after two seconds, and taken back after two good ones', () => {
    const cuts = new Cuts();
    const bad = new Set(['a']);
    expect([...cuts.next(bad, 0)]).toEqual([]);
    expect([...cuts.next(bad, 1_900)]).toEqual([]);
    expect([...cuts.next(bad, 2_000)]).toEqual(['a']);
    expect([...cuts.next(new Set(), 2_500)]).toEqual(['a']);
    expect([...cuts.next(new Set(), 4_400)]).toEqual(['a']);
    expect([...cuts.next(new Set(), 4_500)]).toEqual([]);
    expect(cuts.isWavering).toBe(false);
  });

  it('is not said of a connection that wavers', () => {
    const cuts = new Cuts();
    for (let at = 0; at < 20_000; at += 1_000) {
      expect([...cuts.next(new Set(at % 2_000 ? ['a'] : []), at)]).toEqual([]);
    }
  });

  it('is told of each person apart', () => {
    const cuts = new Cuts();
    cuts.next(new Set(['a']), 0);
    cuts.next(new Set(['a', 'b']), 1_500);
    expect([...cuts.next(new Set(['a', 'b']), 2_100)]).toEqual(['a']);
    expect([...cuts.next(new Set(['a', 'b']), 3_600)]).toEqual(['a', 'b']);
  });

  it('is named, two at most', () => {
    expect(lineOf([])).toBeUndefined();
    expect(lineOf([ana.pid])).toBe(`${ana.name} is cutting out`);
    expect(lineOf([ana.pid, malik.pid])).toBe(`${ana.name} and ${malik.name} are cutting out`);
    expect(lineOf([ana.pid, malik.pid, kerstin.pid])).toBe(
      `${ana.name}, ${malik.name}, and 1 other are cutting out`,
    );
  });

  it('is oneself before all others, and nobody while the sound is coming back', () => {
    expect(lineOf(['me', ana.pid], { microphone: 'on' })).toBe(en.youCutOut);
    expect(lineOf(['me', ana.pid])).toBe(en.connectionIsWeak);
    expect(lineOf(['me'], { phase: 'reconnecting' })).toBeUndefined();
  });
});

/** Somebody on stage whose microphone is odd. */
function odd(oddity: MicrophoneOddity, room: Partial<RoomState> = {}) {
  const perch = inside({ as: kerstin, room: { oddity, ...room } });
  show(perch, <Player onPeople={vi.fn()} />);
  return perch;
}

describe('an oddity of the own microphone', () => {
  it.each(MICROPHONE_ODDITIES)('is a sentence, with what to do: %s', async (oddity) => {
    odd(oddity);
    const line = await screen.findByText(en[`oddity_${oddity}`]);
    expect(line.closest('[role="status"]')?.getAttribute('aria-live')).toBe('polite');
    expect(screen.getByText(en[`oddityHelp_${oddity}`])).toBeTruthy();
  });

  it.each([
    ['talking_while_muted', 'Unmute', ['setMicrophone', true]],
    ['unplugged', 'Turn on what is there', ['setMicrophone', true]],
    ['silent', 'Check it', ['openMicrophonePage', { check: true }]],
    ['system_muted', 'Check it', ['openMicrophonePage', { check: true }]],
  ] as const)('is one click from being mended: %s', async (oddity, name, call) => {
    const perch = odd(oddity);
    fireEvent.click(await screen.findByRole('button', { name }));
    expect(perch.calls).toContainEqual(call);
  });

  it('is read aloud once, however often it comes and goes', async () => {
    const perch = odd('talking_while_muted');
    await screen.findByText(en.oddity_talking_while_muted);
    perch.room.value = { ...perch.room.value, oddity: null };
    await waitFor(() => expect(screen.queryByText(en.oddity_talking_while_muted)).toBeNull());
    perch.room.value = { ...perch.room.value, oddity: 'talking_while_muted' };
    const line = await screen.findByText(en.oddity_talking_while_muted);
    expect(line.closest('[role="status"]')?.getAttribute('aria-live')).toBe('off');
  });

  it('says of an unplugged one no more than that', async () => {
    odd('unplugged', { microphone: 'missing' });
    await screen.findByText(en.oddity_unplugged);
    expect(screen.queryByText(en.fault_microphone_missing)).toBeNull();
  });
});
