import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { StageMicrophone } from '../../extension/entrypoints/stage/stage-microphone.ts';
import { StageSeat } from '../../extension/entrypoints/stage/stage-seat.ts';
import { PLAIN_CAPTURE } from '#shared/room/capture.ts';
import { IDLE_ROOM, type RoomState } from '#shared/schema/room.ts';
import { PLAIN_MIX } from '#shared/schema/sound.ts';
import { until } from '../support/until.ts';

class FakeTrack {
  readyState: MediaStreamTrackState = 'live';
  stop(): void {
    this.readyState = 'ended';
  }
}

/** A microphone that a person allows, or not. */
function device() {
  const opened: FakeTrack[] = [];
  const world = { refusal: null as DOMException | null, standing: 'prompt' as PermissionState, opened };
  return {
    world,
    permission: async () => world.standing,
    async open() {
      if (world.refusal) throw world.refusal;
      opened.push(new FakeTrack());
      return opened.at(-1) as unknown as MediaStreamTrack;
    },
  };
}

const refused = () => new DOMException('no', 'NotAllowedError');

describe('the microphone of the stage window', () => {
  it('is taken once, while the window is new, and handed to whoever wants it as it is', async () => {
    const own = device();
    const microphone = new StageMicrophone(own);
    await microphone.ask(PLAIN_CAPTURE);
    expect(await microphone.open(PLAIN_CAPTURE)).toBe(own.world.opened[0]);
    expect(own.world.opened).toHaveLength(1);
  });

  it('is opened anew for another capture, and the first one let go', async () => {
    const own = device();
    const microphone = new StageMicrophone(own);
    await microphone.ask(PLAIN_CAPTURE);
    await microphone.open({ ...PLAIN_CAPTURE, music: true });
    expect(own.world.opened.map((track) => track.readyState)).toEqual(['ended', 'live']);
  });

  it('counts as refused from a no until a yes', async () => {
    const own = device();
    const microphone = new StageMicrophone(own);
    own.world.refusal = refused();
    await expect(microphone.ask(PLAIN_CAPTURE)).rejects.toThrow('no');
    expect(await microphone.permission()).toBe('denied');
    own.world.refusal = null;
    await microphone.ask(PLAIN_CAPTURE);
    expect(await microphone.permission()).toBe('granted');
    own.world.standing = 'denied';
    expect(await microphone.permission()).toBe('denied');
  });

  it('is let go when nobody wanted it', async () => {
    const own = device();
    const microphone = new StageMicrophone(own);
    await microphone.ask(PLAIN_CAPTURE);
    microphone.drop();
    expect(own.world.opened[0]!.readyState).toBe('ended');
  });
});

function stageWindow({ isSeat = true, isQuick = true } = {}) {
  const did: string[] = [];
  const own = device();
  const state = signal<RoomState>(IDLE_ROOM);
  const world = { outcome: null as 'microphone_denied' | null };
  const seat = new StageSeat({
    microphone: new StageMicrophone(own),
    host: {
      state,
      resume: () => {
        did.push('resumed');
        state.value = { ...IDLE_ROOM, phase: isQuick ? 'live' : 'reconnecting' };
        return { fault: null };
      },
      acquire: async () => {
        did.push('acquired');
        return { fault: null };
      },
      setMicrophone: async () => ({ fault: world.outcome }),
    },
    serve: () => void did.push('served'),
    capture: () => PLAIN_CAPTURE,
    async grant(granted) {
      did.push(granted ? 'granted' : 'refused');
      return granted && isSeat ? { room: IDLE_ROOM, mix: PLAIN_MIX } : null;
    },
    askAgain: async () => void did.push('asked again'),
    close: () => void did.push('closed'),
  });
  const goLive = () => (state.value = { ...IDLE_ROOM, phase: 'live' });
  return { seat, did, own: own.world, world, goLive };
}

describe('the way on stage', () => {
  it('takes the seat once the microphone is there, and the microphone once it is live', async () => {
    const { seat, did, goLive } = stageWindow({ isQuick: false });
    const asked = seat.ask();
    await until('the seat to be taken', async () => did.includes('resumed'));
    expect([did, seat.asking.value]).toEqual([['granted', 'served', 'resumed'], 'asking']);
    goLive();
    await asked;
    expect([did.at(-1), seat.asking.value]).toEqual(['acquired', null]);
  });

  it('leaves the seat where it is when the person says no, and asks again', async () => {
    const { seat, did, own } = stageWindow();
    own.refusal = refused();
    await seat.ask();
    expect([did, seat.asking.value]).toEqual([['refused'], 'denied']);
    own.refusal = null;
    await seat.ask();
    expect([did.at(-1), seat.asking.value]).toEqual(['acquired', null]);
  });

  it('asks again elsewhere after a no, and here after anything else', async () => {
    const { seat, did, own } = stageWindow();
    own.refusal = refused();
    await seat.ask();
    await seat.again();
    expect([did, seat.asking.value]).toEqual([['refused', 'asked again'], 'denied']);
    own.refusal = new DOMException('none', 'NotFoundError');
    await seat.ask();
    own.refusal = null;
    await seat.again();
    expect([did.at(-1), seat.asking.value]).toEqual(['acquired', null]);
  });

  it('closes without a seat, and keeps no microphone open', async () => {
    const { seat, did, own } = stageWindow({ isSeat: false });
    await seat.ask();
    expect(did).toEqual(['granted', 'closed']);
    expect(own.opened[0]!.readyState).toBe('ended');
  });

  it('asks again here when the browser took the microphone back', async () => {
    const { seat, did, own, world } = stageWindow();
    await seat.ask();
    own.refusal = refused();
    world.outcome = 'microphone_denied';
    expect(await seat.setMicrophone(true)).toEqual({ fault: 'microphone_denied' });
    await until('the refusal to be told', async () => seat.asking.value === 'denied');
    expect(did.at(-1)).toBe('acquired');
  });
});
