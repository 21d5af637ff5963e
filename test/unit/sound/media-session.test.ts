import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { showInControls } from '#shared/room/media-session.ts';
import { IDLE_ROOM, type RoomState } from '#shared/schema/room.ts';

function setUp(unknown: readonly string[] = []) {
  const room = signal<RoomState>(IDLE_ROOM);
  const hosts = signal<readonly string[]>(['Ana', 'Malik']);
  const handlers = new Map<string, () => void>();
  const calls: unknown[] = [];
  const controls = {
    metadata: null as unknown,
    playbackState: 'none' as MediaSessionPlaybackState,
    isMicrophoneActive: false,
    setActionHandler(action: string, handler: (() => void) | null) {
      if (unknown.includes(action)) throw new TypeError(`unknown action ${action}`);
      if (handler) handlers.set(action, handler);
      else handlers.delete(action);
    },
    setMicrophoneActive(isOn: boolean) {
      this.isMicrophoneActive = isOn;
    },
  };
  showInControls({
    controls,
    metadata: ({ title, artist }) => ({ title, artist }),
    artwork: [],
    room,
    hosts,
    setMicrophone: (on) => calls.push(['microphone', on]),
    setSilenced: (on) => calls.push(['silenced', on]),
    leave: () => calls.push('leave'),
  });
  const press = (action: string) => handlers.get(action)?.();
  return { room, hosts, handlers, calls, controls, press };
}
const live: RoomState = { ...IDLE_ROOM, phase: 'live', title: 'Small webs, long walks' };

describe('the browser’s own controls', () => {
  it('show nothing outside of a Space, before and after', () => {
    const { room, controls, handlers } = setUp();
    const isEmpty = () => [controls.metadata, controls.playbackState, handlers.size];
    expect(isEmpty()).toEqual([null, 'none', 0]);
    room.value = live;
    room.value = { ...live, phase: 'over', ended: 'host_ended' };
    expect(isEmpty()).toEqual([null, 'none', 0]);
  });

  it('name the Space and those who host it', () => {
    const { room, hosts, controls } = setUp();
    room.value = live;
    expect(controls.metadata).toEqual({ title: live.title, artist: 'Ana, Malik' });
    hosts.value = ['Malik'];
    expect(controls.metadata).toEqual({ title: live.title, artist: 'Malik' });
  });

  it('silence the Space, let it be heard again, and leave it', () => {
    const { room, controls, calls, press } = setUp();
    room.value = live;
    expect(controls.playbackState).toBe('playing');
    press('pause');
    room.value = { ...live, silenced: true };
    expect(controls.playbackState).toBe('paused');
    press('play');
    press('hangup');
    expect(calls).toEqual([['silenced', true], ['silenced', false], 'leave']);
  });

  it('turn the microphone of somebody who has one', () => {
    const { room, controls, calls, handlers, press } = setUp();
    room.value = live;
    expect(handlers.has('togglemicrophone')).toBe(false);
    room.value = { ...live, role: 'speaker', microphone: 'off' };
    press('togglemicrophone');
    room.value = { ...live, role: 'speaker', microphone: 'on' };
    expect(controls.isMicrophoneActive).toBe(true);
    press('togglemicrophone');
    expect(calls).toEqual([
      ['microphone', true],
      ['microphone', false],
    ]);
  });

  it('do what the browser knows of it', () => {
    const { room, calls, press } = setUp(['togglemicrophone', 'hangup']);
    room.value = { ...live, role: 'speaker', microphone: 'off' };
    press('stop');
    expect(calls).toEqual(['leave']);
  });
});
