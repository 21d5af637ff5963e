import { PLAIN_MIX } from '#shared/schema/sound.ts';
import { describe, expect, it, vi } from 'vitest';
import { MediaHost } from '#shared/room/media-host.ts';
import type { Join } from '#shared/schema/api.ts';
import { FakeAudio } from '../support/fake-audio.ts';
import { OTHER_PID, PID, SPACE_A, joinOf } from '../support/fake-flow.ts';

const JOIN = joinOf(SPACE_A) as unknown as Join;

/** In a Space, with these people not to be heard in it, now and on coming back. */
async function createListening(muted: string[]) {
  const audio = new FakeAudio();
  const join = { ...JOIN, muted };
  const host = new MediaHost({
    audio,
    rejoin: async () => ({ ok: true, join }),
    now: () => 0,
    wait: (ms) => (ms >= 20_000 ? new Promise(() => undefined) : Promise.resolve()),
  });
  const connected = host.connect({ join, volume: 1, silenced: false, mix: PLAIN_MIX });
  const before = audio.calls.at(-1);
  audio.attempts[0]!.succeed();
  await connected;
  return { host, audio, before };
}

describe('whom a person does not want to hear', () => {
  it('is known before the first sound, also on coming back', async () => {
    const { host, audio, before } = await createListening([OTHER_PID]);
    expect(before).toBe(`unheard ${OTHER_PID}`);
    host.setUnheard({ participantId: PID, pids: [] });
    expect(audio.calls.at(-1)).toBe('unheard ');
    audio.lose();
    await vi.waitFor(() => expect(audio.attempts).toHaveLength(2));
    expect(audio.calls.at(-1)).toBe(`unheard ${OTHER_PID}`);
  });

  it('is no matter of another participant of ours', async () => {
    const { host, audio } = await createListening([]);
    const before = audio.calls.length;
    host.setUnheard({ participantId: OTHER_PID, pids: [PID] });
    expect(audio.calls.slice(before)).toEqual([]);
  });
});
