import { type Mix, PLAIN_MIX } from '#shared/schema/sound.ts';

/** How a person is captured. */
export type Capture = Pick<Mix, 'input' | 'music' | 'noiseSuppression' | 'echoCancellation' | 'autoGain'>;

export const PLAIN_CAPTURE: Capture = captureOf(PLAIN_MIX);

export function captureOf({ input, music, noiseSuppression, echoCancellation, autoGain }: Mix): Capture {
  return { input, music, noiseSuppression, echoCancellation, autoGain };
}

export function isSameCapture(one: Capture, other: Capture): boolean {
  return (Object.keys(PLAIN_CAPTURE) as (keyof Capture)[]).every((key) => one[key] === other[key]);
}

/** What the browser is asked for; an instrument is taken as it is, in stereo. */
export function constraintsOf(capture: Capture): MediaTrackConstraints {
  const { input, music, noiseSuppression, echoCancellation, autoGain } = capture;
  return {
    channelCount: music ? 2 : 1,
    echoCancellation: !music && echoCancellation,
    noiseSuppression: !music && noiseSuppression,
    autoGainControl: !music && autoGain,
    ...(input && { deviceId: { exact: input } }),
  };
}
