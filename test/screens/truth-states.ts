import type { MicrophoneOddity, Quality, RoomState } from '#shared/schema/room.ts';
import type { FakeState } from '../support/fake-perch.ts';
import { ana, kerstin } from './cast.ts';

/** What a connection or a microphone can come to, for somebody on stage and for somebody who listens. */
export function truthStates({
  stageSpeaker,
  stageListener,
}: Record<'stageSpeaker' | 'stageListener', FakeState>) {
  const on = (state: FakeState, room: Partial<RoomState>): FakeState => ({
    ...state,
    room: { ...state.room, mutedByHost: false, ...room },
  });
  const odd = (oddity: MicrophoneOddity, room: Partial<RoomState> = {}) =>
    on(stageSpeaker, { microphone: 'on', oddity, ...room });
  const poor = (quality: Quality, pids: string[]) =>
    stageListener.room!.people!.map((one) =>
      pids.includes(one.pid) ? { ...one, muted: false, quality } : one,
    );
  return {
    truthSystemMuted: odd('system_muted'),
    truthSilent: odd('silent'),
    truthTalking: odd('talking_while_muted', { microphone: 'off' }),
    truthUnplugged: odd('unplugged', { microphone: 'missing' }),
    truthTalkingFrench: { ...odd('talking_while_muted', { microphone: 'off' }), language: 'fr' },
    truthCuttingOut: on(stageListener, { people: poor('poor', [ana.pid, kerstin.pid]) }),
  } satisfies Record<string, FakeState>;
}
