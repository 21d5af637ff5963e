import type { Join } from '#shared/schema/api.ts';
import type { Mix } from '#shared/schema/sound.ts';
import { send } from '../platform/messaging.ts';
import { closeOffscreen, ensureOffscreen, isOffscreenOpen } from '../platform/offscreen.ts';
import { volume } from '../platform/store.ts';
import type { AheadLine } from './ahead.ts';
import type { HostLine } from '#shared/client/room-flow.ts';

/** Read beside the making of the media host, so that no join waits for it. */
let loudness: Promise<number> | null = null;

/** The media host in the offscreen document, as far as it need not know how anybody wants to hear. */
export const offscreenHost: Omit<HostLine, 'connect'> & { close(): Promise<void> } = {
  ensure: () => {
    loudness = volume.get();
    return ensureOffscreen();
  },
  isOpen: isOffscreenOpen,
  close: closeOffscreen,
  prepare: (spaceId, title) => send('host:prepare', { spaceId, title }),
  leave: ({ ended }) => send('host:leave', ended ? { ended } : {}),
  dismiss: () => send('host:dismiss', {}),
  role: (participantId, role) => send('host:role', { participantId, role }),
  unheard: (participantId, pids) => send('host:unheard', { participantId, pids }),
  microphone: (on) => send('host:microphone', { on }),
  acquire: (asked) => send('host:acquire', { asked }),
  state: () => send('host:state', {}),
};

/** The whole line to it; `mixFor` says how the person wants to hear the Space they come into. */
export function createHostLine(mixFor: (into: Pick<Join, 'space'>) => Promise<Mix>): HostLine & AheadLine {
  const hearing = async (into: Pick<Join, 'space'>) => {
    const [loud, mix] = await Promise.all([loudness ?? volume.get(), mixFor(into)]);
    return { volume: loud, silenced: false, mix };
  };
  return {
    ...offscreenHost,
    connect: async (join) => send('host:connect', { join, ...(await hearing(join)) }),
    look: async (ahead) => send('host:ahead', { ahead, ...(await hearing(ahead)) }),
    hear: (spaceId) => send('host:hear', { spaceId }),
    unhear: () => send('host:unhear', {}),
  };
}
