import type { FaultCode } from '#shared/schema/errors.ts';
import type { Microphone } from '#shared/schema/room.ts';

const CAPTURE: MediaTrackConstraints = {
  channelCount: 1,
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

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

/** Asks for the microphone alone: a prompt where the context can show one. Rejects as `getUserMedia` does. */
export async function openMicrophone(): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: CAPTURE });
  const [track] = stream.getAudioTracks();
  if (!track) throw new DOMException('no audio track', 'NotFoundError');
  return track;
}

/** The standing permission, without asking. */
export async function microphonePermission(): Promise<PermissionState> {
  const status = await navigator.permissions.query({ name: 'microphone' });
  return status.state;
}
