import { PLAIN_MIX } from '#shared/schema/sound.ts';
import { describe, expect, it, vi } from 'vitest';
import { AudioFault } from '#shared/room/audio.ts';
import { comeBackWaitMs } from '#shared/room/come-back.ts';
import { MediaHost } from '#shared/room/media-host.ts';
import type { WayBack } from '#shared/room/media-host.ts';
import type { Join } from '#shared/schema/api.ts';
import type { Role } from '#shared/schema/space.ts';
import { FakeAudio } from '../support/fake-audio.ts';

const SPACE_A = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const SPACE_B = '01BX5ZZKBKACTAV9WEVGEMMVRZ';

const PID = 'p_01ARZ3NDEKTSV4RRFFQ69G5FAV';
const OTHER_PID = 'p_01BX5ZZKBKACTAV9WEVGEMMVRZ';

const joinOf = (id: string): Join => ({
  participantId: PID,
  url: 'ws://perch.test',
  token: `token for ${id}`,
  role: 'listener',
  muted: [],
  space: {
    id,
    v: 1,
    title: `Space ${id.slice(0, 3)}`,
    startedAt: 5,
    stage: [],
    onStage: 1,
    listeners: 0,
    hostLostAt: null,
    keys: '',
    identities: [],
    state: 'live',
    endedAt: null,
    endReason: null,
  },
});
const request = (id: string) => ({ join: joinOf(id), volume: 0.5, silenced: false, mix: PLAIN_MIX });

/** A host whose waits end at once, but for the join's own time limit, and move the clock. */
function createHost(ways: WayBack[] = []) {
  const audio = new FakeAudio();
  let now = 1_000;
  const rejoin = vi.fn<(spaceId: string) => Promise<WayBack>>(async () => {
    const way = ways.length > 1 ? ways.shift() : ways[0];
    if (!way) throw new Error('nobody answers');
    return way;
  });
  const wait = (ms: number) => {
    if (ms >= 20_000) return new Promise<void>(() => undefined);
    now += ms;
    return Promise.resolve();
  };
  const host = new MediaHost({ audio, rejoin, now: () => now, wait });
  return { host, audio, rejoin };
}

async function createListening(ways: WayBack[] = [], role: Role = 'listener') {
  const made = createHost(ways);
  const connected = made.host.connect({ ...request(SPACE_A), join: { ...joinOf(SPACE_A), role } });
  made.audio.attempts[0]!.succeed();
  await connected;
  return made;
}

describe('MediaHost', () => {
  it('says joining, then live', async () => {
    const { host, audio } = createHost();
    host.prepare(SPACE_A, 'A title');
    expect(host.state.value).toMatchObject({ phase: 'joining', spaceId: SPACE_A, title: 'A title' });
    const connected = host.connect(request(SPACE_A));
    expect(host.state.value.phase).toBe('joining');
    audio.attempts[0]!.succeed();
    expect(await connected).toEqual({ fault: null });
    expect(host.state.value).toMatchObject({ phase: 'live', role: 'listener', volume: 0.5, startedAt: 5 });
  });

  it('lets the second of two joins at once win', async () => {
    const { host, audio } = createHost();
    const first = host.connect(request(SPACE_A));
    const second = host.connect(request(SPACE_B));
    audio.attempts[1]!.succeed();
    audio.attempts[0]!.fail(new AudioFault('media_unreachable'));
    expect(await Promise.all([first, second])).toEqual([{ fault: null }, { fault: null }]);
    expect(host.state.value).toMatchObject({ phase: 'live', spaceId: SPACE_B });
  });

  it('stays out when the person leaves while joining', async () => {
    const { host, audio } = createHost();
    const joining = host.connect(request(SPACE_A));
    await host.leave();
    audio.attempts[0]!.fail(new AudioFault('media_unreachable'));
    await joining;
    expect(host.state.value.phase).toBe('idle');
    expect(audio.calls).toContain('leave');
  });

  it('says why when the sound cannot be had', async () => {
    const { host, audio } = createHost();
    const joining = host.connect(request(SPACE_A));
    audio.attempts[0]!.fail(new AudioFault('media_unavailable'));
    expect(await joining).toEqual({ fault: 'media_unavailable' });
    expect(host.state.value).toMatchObject({ phase: 'over', fault: 'media_unavailable', spaceId: SPACE_A });
    host.dismiss();
    expect(host.state.value.phase).toBe('idle');
  });

  it('leaves the old Space the moment another one is wanted', async () => {
    const { host, audio } = await createListening();
    audio.calls.length = 0;
    host.prepare(SPACE_B, 'B');
    expect(audio.calls).toEqual(['leave']);
    expect(host.state.value).toMatchObject({ phase: 'joining', spaceId: SPACE_B, participantId: null });
  });

  it('comes back by itself with a new token', async () => {
    const way: WayBack = { ok: true, join: { ...joinOf(SPACE_A), token: 'a new one' } };
    const { host, audio } = await createListening([way]);
    audio.lose();
    expect(host.state.value.phase).toBe('reconnecting');
    await vi.waitUntil(() => audio.attempts.length === 2);
    expect(audio.attempts[1]!.target.token).toBe('a new one');
    audio.attempts[1]!.succeed();
    await vi.waitUntil(() => host.state.value.phase === 'live');
  });

  it('tells the end’s reason instead of coming back', async () => {
    const way: WayBack = { ok: false, fault: 'space_ended', final: true, ended: 'host_ended' };
    const { host, audio } = await createListening([way]);
    audio.lose();
    await vi.waitUntil(() => host.state.value.phase === 'over');
    expect(host.state.value).toMatchObject({ ended: 'host_ended', fault: null });
  });

  it('gives up in the end and says what was in the way', async () => {
    const { host, audio, rejoin } = await createListening();
    audio.lose();
    await vi.waitUntil(() => host.state.value.phase === 'over');
    expect(host.state.value.fault).toBe('unreachable');
    expect(rejoin.mock.calls.length).toBeGreaterThan(10);
  });

  it('stops coming back when the person leaves', async () => {
    const way: WayBack = { ok: true, join: joinOf(SPACE_A) };
    const { host, audio } = await createListening([way]);
    audio.lose();
    await host.leave();
    await Promise.resolve();
    expect(audio.attempts).toHaveLength(1);
    expect(host.state.value.phase).toBe('idle');
  });

  it('asks for the truth when the gate refuses a fresh token', async () => {
    const way: WayBack = { ok: false, fault: 'space_ended', final: true, ended: 'stage_empty' };
    const { host, audio } = createHost([way]);
    const joining = host.connect(request(SPACE_A));
    audio.attempts[0]!.fail(new AudioFault('unauthenticated'));
    await joining;
    expect(host.state.value).toMatchObject({ phase: 'over', ended: 'stage_empty' });
  });

  it('shows the client’s own reconnection', async () => {
    const { host, audio } = await createListening();
    audio.interrupt(true);
    expect(host.state.value.phase).toBe('reconnecting');
    audio.interrupt(false);
    expect(host.state.value.phase).toBe('live');
  });

  it('ends with one answer when the person was removed', async () => {
    const way: WayBack = { ok: false, fault: 'removed', final: true, ended: null };
    const { host, audio, rejoin } = await createListening([way]);
    audio.lose();
    await vi.waitUntil(() => host.state.value.phase === 'over');
    expect(host.state.value).toMatchObject({ fault: 'removed', participantId: null });
    expect(rejoin).toHaveBeenCalledTimes(1);
  });

  it('knows its new place before it is in', async () => {
    const way: WayBack = { ok: true, join: { ...joinOf(SPACE_A), participantId: OTHER_PID } };
    const { host, audio } = await createListening([way]);
    audio.lose();
    await vi.waitUntil(() => audio.attempts.length === 2);
    expect(host.state.value).toMatchObject({ phase: 'reconnecting', participantId: OTHER_PID });
  });

  it('gives the microphone back when it comes back among the listeners', async () => {
    const { host, audio } = await createListening([{ ok: true, join: joinOf(SPACE_A) }], 'speaker');
    await host.setMicrophone(true);
    audio.lose();
    await vi.waitUntil(() => audio.attempts.length === 2);
    audio.attempts[1]!.succeed();
    await vi.waitUntil(() => host.state.value.role === 'listener');
    expect(host.state.value).toMatchObject({ phase: 'live', microphone: 'none' });
  });

  it('readies the microphone on the way to the stage and opens it for nobody', async () => {
    const { host, audio } = await createListening();
    await host.setRole({ participantId: PID, role: 'speaker' });
    expect(host.state.value).toMatchObject({ role: 'speaker', microphone: 'off', phase: 'live' });
    audio.calls.length = 0;
    await host.setRole({ participantId: PID, role: 'cohost' });
    expect(audio.calls).toEqual([]);
  });

  it('stops the microphone when it leaves the stage, and goes on listening', async () => {
    const { host } = await createListening([], 'speaker');
    await host.setMicrophone(true);
    await host.setRole({ participantId: PID, role: 'listener' });
    expect(host.state.value).toMatchObject({ role: 'listener', microphone: 'none', phase: 'live' });
  });

  it('is a listener once the room itself lets it speak no more', async () => {
    const { host, audio } = await createListening([], 'cohost');
    audio.allow(false);
    expect(host.state.value).toMatchObject({ role: 'listener', phase: 'live' });
    audio.allow(true);
    expect(host.state.value.role).toBe('cohost');
  });

  it('ignores a role that is about another participant', async () => {
    const { host } = await createListening();
    await host.setRole({ participantId: OTHER_PID, role: 'speaker' });
    expect(host.state.value.role).toBe('listener');
  });

  it('takes no microphone for a listener, whoever asks', async () => {
    const { host } = await createListening();
    expect(await host.setMicrophone(true)).toEqual({ fault: 'forbidden' });
    await host.acquire(true);
    expect(host.state.value.microphone).toBe('none');
  });

  it('says that a host muted the person, until they speak again', async () => {
    const { host, audio } = await createListening([], 'speaker');
    await host.setMicrophone(true);
    audio.mute();
    expect(host.state.value).toMatchObject({ microphone: 'off', mutedByHost: true });
    await host.setMicrophone(true);
    expect(host.state.value).toMatchObject({ microphone: 'on', mutedByHost: false });
  });

  it('opens no microphone for whoever left the stage meanwhile, though they are back on it', async () => {
    const { host, audio } = await createListening([], 'speaker');
    const opening = host.setMicrophone(true);
    void host.setRole({ participantId: PID, role: 'listener' });
    void host.setRole({ participantId: PID, role: 'speaker' });
    await opening;
    expect(audio.state.value.microphone).toBe('off');
    await host.setMicrophone(true);
    expect(audio.state.value.microphone).toBe('on');
  });

  it('opens the microphone only when it could be had', async () => {
    const { host, audio } = await createListening([], 'speaker');
    audio.microphoneFault = 'microphone_denied';
    expect(await host.setMicrophone(true)).toEqual({ fault: 'microphone_denied' });
    expect(host.state.value.microphone).toBe('none');
    audio.microphoneFault = null;
    await host.setMicrophone(true);
    expect(host.state.value.microphone).toBe('on');
    await host.leave();
    expect(host.state.value.microphone).toBe('none');
  });
});

describe('comeBackWaitMs', () => {
  it('begins at once, doubles and stays below ten seconds', () => {
    expect(comeBackWaitMs(0, 1)).toBe(0);
    expect(comeBackWaitMs(1, 0.5)).toBe(500);
    expect(comeBackWaitMs(3, 0.5)).toBe(2_000);
    expect(comeBackWaitMs(30, 1)).toBe(10_000);
  });
});
