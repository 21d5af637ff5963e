import type { Join } from '#shared/schema/api.ts';
import { PLAIN_MIX } from '#shared/schema/sound.ts';
import { send } from '../platform/messaging.ts';
import { closeOffscreen, ensureOffscreen, isOffscreenOpen } from '../platform/offscreen.ts';
import { volume } from '../platform/store.ts';
import type { AheadLine } from './ahead.ts';
import type { HostLine } from '#shared/client/room-flow.ts';

/** Read beside the making of the media host, so that no join waits for it. */
let loudness: Promise<number> | null = null;

/** How a Space is heard from its first sound on. */
const hearing = async () => ({
  volume: await (loudness ?? volume.get()),
  silenced: false,
  mix: PLAIN_MIX,
});

/** The media host in the offscreen document. */
export const offscreenHost: HostLine & AheadLine & { close(): Promise<void> } = {
  ensure: () => {
    loudness = volume.get();
    return ensureOffscreen();
  },
  isOpen: isOffscreenOpen,
  close: closeOffscreen,
  prepare: (spaceId, title) => send('host:prepare', { spaceId, title }),
  connect: async (join: Join) => send('host:connect', { join, ...(await hearing()) }),
  look: (spaceId, ahead) => send('host:ahead', { spaceId, ahead }),
  hear: async (spaceId) => send('host:hear', { spaceId, ...(await hearing()) }),
  unhear: () => send('host:unhear', {}),
  leave: ({ ended }) => send('host:leave', ended ? { ended } : {}),
  dismiss: () => send('host:dismiss', {}),
  role: (participantId, role) => send('host:role', { participantId, role }),
  unheard: (participantId, pids) => send('host:unheard', { participantId, pids }),
  microphone: (on) => send('host:microphone', { on }),
  acquire: (asked) => send('host:acquire', { asked }),
  state: () => send('host:state', {}),
};
