import { describe, expect, it } from 'vitest';
import { constraintsOf, PLAIN_CAPTURE } from '#shared/room/capture.ts';
import { loudnessOf } from '#shared/room/level-meter.ts';
import { type MicrophoneReading, OddityDetector } from '#shared/room/oddity-detector.ts';

const LOUD = { mean: 0.1, peak: 0.3 };
const ROOM = { mean: 0.002, peak: 0.008 };
const DEAD = { mean: 0, peak: 0 };

/** Reads ten times a second for so long; answers the last word. */
function createDetector() {
  const detector = new OddityDetector();
  let at = 0;
  return (reading: Partial<MicrophoneReading>, ms: number) => {
    let said = null;
    for (let left = ms; left > 0; left -= 100) {
      at += 100;
      said = detector.next({ at, isOpen: false, isBlocked: false, loudness: ROOM, ...reading });
    }
    return said;
  };
}

describe('an open microphone', () => {
  it('is silent only after five seconds without any sound', () => {
    const read = createDetector();
    expect(read({ isOpen: true, loudness: DEAD }, 5_000)).toBeNull();
    expect(read({ isOpen: true, loudness: DEAD }, 100)).toBe('silent');
  });

  it('is not silent in a quiet room', () => {
    expect(createDetector()({ isOpen: true, loudness: ROOM }, 20_000)).toBeNull();
  });

  it('begins its five seconds anew with each sound, and when it is opened again', () => {
    const read = createDetector();
    read({ isOpen: true, loudness: DEAD }, 4_000);
    read({ isOpen: true, loudness: ROOM }, 100);
    expect(read({ isOpen: true, loudness: DEAD }, 4_000)).toBeNull();
    read({ isOpen: false, loudness: DEAD }, 100);
    expect(read({ isOpen: true, loudness: DEAD }, 4_000)).toBeNull();
  });

  it('is judged by nothing that could not be measured', () => {
    expect(createDetector()({ isOpen: true, loudness: null }, 20_000)).toBeNull();
  });

  it('is muted by the system before it is silent', () => {
    expect(createDetector()({ isOpen: true, isBlocked: true, loudness: DEAD }, 10_000)).toBe('system_muted');
  });
});

describe('a muted microphone', () => {
  it('is odd when somebody talks for 0.7 s, with the gaps of words', () => {
    const read = createDetector();
    read({ loudness: LOUD }, 400);
    read({ loudness: ROOM }, 200);
    expect(read({ loudness: LOUD }, 200)).toBeNull();
    expect(read({ loudness: LOUD }, 300)).toBe('talking_while_muted');
  });

  it('is not odd for a cough, nor for one after another', () => {
    const read = createDetector();
    for (let cough = 0; cough < 5; cough += 1) {
      expect(read({ loudness: LOUD }, 400)).toBeNull();
      expect(read({ loudness: ROOM }, 1_000)).toBeNull();
    }
  });

  it('is no longer odd three seconds after the last word, and at once when opened', () => {
    const read = createDetector();
    read({ loudness: LOUD }, 1_000);
    expect(read({ loudness: ROOM }, 2_500)).toBe('talking_while_muted');
    expect(read({ loudness: ROOM }, 1_000)).toBeNull();
    read({ loudness: LOUD }, 1_000);
    expect(read({ isOpen: true, loudness: LOUD }, 100)).toBeNull();
  });

  it('is not odd for being silent or muted by the system too', () => {
    expect(createDetector()({ isBlocked: true, loudness: DEAD }, 20_000)).toBeNull();
  });
});

describe('loudness', () => {
  it('is that of all samples, and of the loudest', () => {
    const { mean, peak } = loudnessOf(new Float32Array([0.5, -0.5, 0.5, -0.5]));
    expect(mean).toBeCloseTo(0.5);
    expect(peak).toBeCloseTo(0.5);
    expect(loudnessOf(new Float32Array(4))).toEqual({ mean: 0, peak: 0 });
  });
});

describe('the constraints of a capture', () => {
  it('are those that were chosen', () => {
    expect(constraintsOf({ ...PLAIN_CAPTURE, noiseSuppression: false, input: 'usb' })).toEqual({
      channelCount: 1,
      echoCancellation: true,
      noiseSuppression: false,
      autoGainControl: true,
      deviceId: { exact: 'usb' },
    });
  });

  it('leave music as it is, in stereo', () => {
    expect(constraintsOf({ ...PLAIN_CAPTURE, music: true })).toEqual({
      channelCount: 2,
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
    });
  });
});
