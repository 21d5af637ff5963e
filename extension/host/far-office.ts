import { send } from '../platform/messaging.ts';
import type { Office } from './host-mount.ts';

/** The background, for a media host that stands in another page. */
export const FAR_OFFICE: Omit<Office, 'setMicrophone'> = {
  rejoin: (spaceId) => send('background:rejoin', { spaceId }),
  // While the background restarts nobody answers; it asks for the state when it wakes.
  report: (room) => void send('background:room', room).catch(() => undefined),
  // The background tells the server, too; one that is being restarted hears of it again by the next press.
  leave: () => void send('background:leave', {}).catch(() => undefined),
};
