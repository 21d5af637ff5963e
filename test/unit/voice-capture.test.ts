import { describe, expect, it } from 'vitest';
import { type Capture, PLAIN_CAPTURE } from '#shared/room/capture.ts';
import { createSpeaking, createVoice } from '../support/fake-voice.ts';

const MUSIC: Capture = { ...PLAIN_CAPTURE, music: true };
const OTHER: Capture = { ...PLAIN_CAPTURE, input: 'usb' };

describe('how OwnVoice is captured', () => {
  it('tells the name of what it holds', async () => {
    const { voice, state } = await createSpeaking();
    expect(state().device).toBe('Microphone of the system');
    voice.stop();
    expect(state().device).toBe('');
  });

  it('goes over to another device without a word to the others, open as it was', async () => {
    const { voice, room, sources, state } = await createSpeaking();
    await voice.setCapture(OTHER);
    expect(room.senders[0]!.given).toEqual([{ source: sources[1], wasEnabled: true }]);
    expect(sources.map((source) => source.readyState)).toEqual(['ended', 'live']);
    expect(room.gone).toEqual([]);
    expect(state()).toMatchObject({ microphone: 'on', device: 'Microphone usb' });
  });

  it('goes over to another device muted, without one open moment', async () => {
    const { voice, room, sources, state } = createVoice();
    await voice.acquire(false);
    await voice.setCapture(OTHER);
    expect(room.senders[0]!.given).toEqual([{ source: sources[1], wasEnabled: false }]);
    expect(sources[1]!.enabled).toBe(false);
    expect(state().microphone).toBe('off');
  });

  it('stays muted by who mutes while the device changes', async () => {
    const { voice, sources, delay, state, asked } = await createSpeaking();
    const open = Promise.withResolvers<void>();
    delay(open.promise);
    const changing = voice.setCapture(OTHER);
    await expect.poll(asked).toBe(2);
    await voice.turn(false);
    open.resolve();
    await changing;
    expect(sources[1]!.enabled).toBe(false);
    expect(state().microphone).toBe('off');
  });

  it('gives the new device back when the stage was left meanwhile', async () => {
    const { voice, sources, delay, state, asked } = await createSpeaking();
    const open = Promise.withResolvers<void>();
    delay(open.promise);
    const changing = voice.setCapture(OTHER);
    await expect.poll(asked).toBe(2);
    await voice.release();
    open.resolve();
    await changing;
    expect(sources.map((source) => source.readyState)).toEqual(['ended', 'ended']);
    expect(state().microphone).toBe('none');
  });

  it('keeps what it holds when there is no other', async () => {
    const { voice, sources, delay, state } = await createSpeaking();
    const refused = Promise.reject(new DOMException('', 'NotReadableError'));
    refused.catch(() => undefined);
    delay(refused);
    await voice.setCapture(OTHER);
    expect(sources.map((source) => source.readyState)).toEqual(['live']);
    expect(state()).toMatchObject({ microphone: 'on', device: 'Microphone of the system' });
  });

  it('changes nothing when nothing changed', async () => {
    const { voice, sources } = await createSpeaking();
    await voice.setCapture({ ...PLAIN_CAPTURE });
    expect(sources).toHaveLength(1);
  });

  it('publishes music anew, whole and in stereo, and open as it was', async () => {
    const { voice, room, sources, state } = await createSpeaking();
    await voice.setCapture(MUSIC);
    expect(room.gone).toEqual([room.published[0]]);
    expect(room.options).toEqual([
      {},
      expect.objectContaining({ forceStereo: true, dtx: false, red: false }),
    ]);
    expect(sources[1]!.capture.music).toBe(true);
    expect(state().microphone).toBe('on');
    expect(sources[1]!.enabled).toBe(true);
  });

  it('publishes music anew and muted for somebody muted', async () => {
    const { voice, room, state } = createVoice();
    await voice.acquire(false);
    await voice.setCapture(MUSIC);
    expect(room.published.map((track) => track.isMuted)).toEqual([true, true]);
    expect(state().microphone).toBe('off');
  });

  it('takes the microphone as it was wanted before', async () => {
    const { voice, sources } = createVoice();
    await voice.setCapture(OTHER);
    await voice.acquire(false);
    expect(sources.map(({ capture }) => capture)).toEqual([OTHER]);
  });
});
