import { ConnectionError, ConnectionErrorReason } from 'livekit-client';
import type { FaultCode } from '#shared/schema/errors.ts';
import { AudioFault } from './audio.ts';

const FAULTS: Partial<Record<ConnectionErrorReason, FaultCode>> = {
  [ConnectionErrorReason.NotAllowed]: 'unauthenticated',
  [ConnectionErrorReason.ServerUnreachable]: 'media_unavailable',
  [ConnectionErrorReason.WebSocket]: 'media_unavailable',
  [ConnectionErrorReason.ServiceNotFound]: 'media_unavailable',
  [ConnectionErrorReason.Timeout]: 'join_timeout',
};

/** Reads a failure to connect. */
export function toFault(error: unknown): AudioFault {
  const code = error instanceof ConnectionError ? FAULTS[error.reason as ConnectionErrorReason] : undefined;
  return new AudioFault(code ?? 'media_unreachable', { cause: error });
}
