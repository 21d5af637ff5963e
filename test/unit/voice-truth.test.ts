import { PublishTrackError } from 'livekit-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Loudness } from '#shared/room/level-meter.ts';
import { createSpeaking, createVoice } from '../support/fake-voice.ts';

const NOTHING: Loudness = { mean: 0, peak: 0 };
const SPEECH: Loudness = { mean: 0.1, peak: 0.4 };

describe('what is odd about the own microphone', () => {
  it('is said when an open one stays silent, until it is heard', async () => {
    const { hear, state } = await createSpeaking();
    hear(NOTHING, 4_900);
    expect(state().oddity).toBeNull();
    hear(NOTHING, 300);
    expect(state().oddity).toBe('silent');
    hear(SPEECH, 100);
    expect(state().oddity).toBeNull();
  });

  it('is said when somebody talks while muted, until they unmute', async () => {
    const { voice, hear, state } = createVoice();
    await voice.acquire(false);
    hear(SPEECH, 1_000);
    expect(state().oddity).toBe('talking_while_muted');
    await voice.turn(true);
    hear(SPEECH, 100);
    expect(state().oddity).toBeNull();
  });

  it('is said when the system mutes an open one, at once', async () => {
    const { sources, state } = await createSpeaking();
    sources[0]!.muted = true;
    sources[0]!.dispatchEvent(new Event('mute'));
    expect(state().oddity).toBe('system_muted');
    sources[0]!.muted = false;
    sources[0]!.dispatchEvent(new Event('unmute'));
    expect(state().oddity).toBeNull();
  });

  it('is that it was unplugged, until one is taken again', async () => {
    const { voice, sources, hear, state } = await createSpeaking();
    sources[0]!.dispatchEvent(new Event('ended'));
    await expect.poll(() => state().oddity).toBe('unplugged');
    hear(SPEECH, 2_000);
    expect(state().oddity).toBe('unplugged');
    await voice.acquire(false);
    expect(state()).toMatchObject({ microphone: 'off', oddity: null });
  });

  it('is not looked for in one that was given back', async () => {
    const { voice, hear, state } = await createSpeaking();
    voice.stop();
    hear(NOTHING, 10_000);
    expect(state().oddity).toBeNull();
  });
});

describe('publishing that goes wrong', () => {
  afterEach(() => vi.useRealTimers());

  it('is tried again when an offer got lost, and opened as was wanted', async () => {
    const { voice, room, state, stuck } = createVoice();
    room.fates.push(() => Promise.reject(new Error('Cancelled publication')));
    await voice.acquire(false);
    await voice.turn(true);
    expect(room.published).toHaveLength(1);
    expect(state().microphone).toBe('on');
    expect(stuck).toEqual([]);
  });

  it('gives the room up when no answer comes, and keeps nobody waiting longer', async () => {
    vi.useFakeTimers();
    const { voice, room, state, stuck } = createVoice();
    room.fates.push(() => new Promise(() => undefined));
    const acquiring = voice.acquire(false);
    await vi.advanceTimersByTimeAsync(0);
    const turning = voice.turn(true);
    await vi.advanceTimersByTimeAsync(7_900);
    expect(stuck).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    await Promise.all([acquiring, turning]);
    expect(stuck).toHaveLength(1);
    expect(state().microphone).not.toBe('busy');
  });

  it('leaves it to a room that is being brought back', async () => {
    const { voice, room, stuck } = createVoice();
    room.fates.push(async () => {
      room.state = 'reconnecting';
      throw new Error('Cancelled publication');
    });
    await voice.acquire(false);
    expect(stuck).toEqual([]);
    room.state = 'connected';
    await voice.publish();
    expect(room.published).toHaveLength(1);
  });

  it('takes the microphone again when the media client stopped it', async () => {
    const { voice, room, sources, stuck } = createVoice();
    room.fates.push(async () => {
      sources[0]!.stop();
      throw new PublishTrackError('not connected in time', 408);
    });
    await voice.acquire(false);
    expect(stuck).toHaveLength(1);
    room.state = 'disconnected';
    voice.rewrap();
    await expect.poll(() => sources.length).toBe(2);
    expect(sources[1]!.readyState).toBe('live');
  });
});
