import type { FaultCode } from '#shared/schema/errors.ts';
import type { Microphone } from '#shared/schema/room.ts';
import { type Capture, constraintsOf, PLAIN_CAPTURE } from './capture.ts';

/** What stands in the way, as a state and as a fault. */
export type MicrophoneTrouble = Extract<Microphone, 'denied' | 'missing' | 'busy'>;

const TROUBLES: Record<string, MicrophoneTrouble> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
};

/** Reads a failure of `getUserMedia`. */
export function troubleOf(error: unknown): MicrophoneTrouble {
  return (error instanceof Error && TROUBLES[error.name]) || 'busy';
}

export function faultOf(trouble: MicrophoneTrouble): FaultCode {
  return `microphone_${trouble}`;
}

/**
 * Asks for the microphone alone: a prompt where the context can show one. A chosen device that is not there gives way to
 * the system's own. Rejects as `getUserMedia` does.
 */
export async function openMicrophone(capture: Capture = PLAIN_CAPTURE): Promise<MediaStreamTrack> {
  try {
    return await openDevice(capture);
  } catch (error) {
    if (!capture.input || troubleOf(error) !== 'missing') throw error;
    return openDevice({ ...capture, input: '' });
  }
}

async function openDevice(capture: Capture): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: constraintsOf(capture) });
  const [track] = stream.getAudioTracks();
  if (!track) throw new DOMException('no audio track', 'NotFoundError');
  return track;
}

/** The standing permission, without asking. */
export async function microphonePermission(): Promise<PermissionState> {
  const status = await navigator.permissions.query({ name: 'microphone' });
  return status.state;
}

/** The microphone as the browser has it: the standing permission, and the device, which rejects as `getUserMedia` does. */
export interface MicrophoneDevice {
  permission(): Promise<PermissionState>;
  open(capture: Capture): Promise<MediaStreamTrack>;
}

export const BROWSER_MICROPHONE: MicrophoneDevice = {
  permission: microphonePermission,
  open: openMicrophone,
};
