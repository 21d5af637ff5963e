import { describe, expect, it } from 'vitest';
import { createSpeaking, createVoice } from '../support/fake-voice.ts';

describe('OwnVoice', () => {
  it('takes the microphone muted and publishes it', async () => {
    const { voice, room, state } = createVoice();
    expect(await voice.acquire(false)).toBeNull();
    expect(state().microphone).toBe('off');
    expect(room.published.map((track) => track.isMuted)).toEqual([true]);
    await voice.turn(true);
    expect(state().microphone).toBe('on');
  });

  it('publishes what it holds once the room lets it', async () => {
    const { voice, room } = createVoice({ canPublish: false });
    await voice.acquire(false);
    expect(room.published).toHaveLength(0);
    room.localParticipant.permissions.canPublish = true;
    await voice.publish();
    expect(room.published).toHaveLength(1);
  });

  it('readies the microphone only where that asks nobody', async () => {
    const asking = createVoice({ permission: 'prompt' });
    await asking.voice.ready();
    expect(asking.state().microphone).toBe('none');
    expect(asking.sources).toHaveLength(0);
    const granted = createVoice();
    await granted.voice.ready();
    expect(granted.state().microphone).toBe('off');
  });

  it('stops the microphone at once and unpublishes it', async () => {
    const { voice, room, sources, state } = await createSpeaking();
    const released = voice.release();
    expect(sources[0]!.readyState).toBe('ended');
    expect(state().microphone).toBe('none');
    await released;
    expect(room.gone).toEqual(room.published);
  });

  it('gives back a microphone that opened after the stage was left', async () => {
    const { voice, room, sources, delay, state } = createVoice();
    const open = Promise.withResolvers<void>();
    delay(open.promise);
    const acquiring = voice.acquire(false);
    await voice.release();
    open.resolve();
    await acquiring;
    expect(sources.map((source) => source.readyState)).toEqual(['ended']);
    expect(room.published).toHaveLength(0);
    expect(state().microphone).toBe('none');
  });

  it('tells a host’s mute from the person’s own', async () => {
    const { voice, room, state } = await createSpeaking();
    const [track] = room.published;
    track!.on('muted', () => voice.handleMuted(true));
    track!.on('unmuted', () => voice.handleMuted(false));
    await voice.turn(false);
    expect(state()).toMatchObject({ microphone: 'off', mutedByHost: false });
    await voice.turn(true);
    await track!.mute();
    expect(state()).toMatchObject({ microphone: 'off', mutedByHost: true });
    await voice.turn(true);
    expect(state()).toMatchObject({ microphone: 'on', mutedByHost: false });
  });

  it('lets nobody else open the microphone', async () => {
    const { voice, room, sources, state } = createVoice();
    await voice.acquire(false);
    const [track] = room.published;
    track!.on('muted', () => voice.handleMuted(true));
    track!.on('unmuted', () => voice.handleMuted(false));
    await track!.unmute();
    expect(sources[0]!.enabled).toBe(false);
    await expect.poll(() => track!.isMuted).toBe(true);
    expect(state().microphone).toBe('off');
  });

  it('shows a muted person when the device is unplugged', async () => {
    const { sources, room, state } = await createSpeaking();
    const [track] = room.published;
    sources[0]!.dispatchEvent(new Event('ended'));
    await expect.poll(() => state().microphone).toBe('missing');
    await expect.poll(() => room.gone).toEqual([track]);
    expect(track!.isMuted).toBe(true);
  });

  it('comes back muted with the same microphone after the room was lost', async () => {
    const { voice, room, sources, state } = await createSpeaking();
    room.state = 'disconnected';
    voice.rewrap();
    await expect.poll(() => state().microphone).toBe('off');
    room.state = 'connected';
    await voice.publish();
    expect(room.published).toHaveLength(2);
    expect(room.published[1]!.isMuted).toBe(true);
    expect(sources).toHaveLength(1);
  });
});
