import type { Join } from '#shared/schema/api.ts';
import type { Mix } from '#shared/schema/sound.ts';
import type { MessageRequest } from '../platform/host-protocol.ts';
import { volume } from '../platform/store.ts';
import type { AheadLine } from './ahead.ts';
import { hostPlace } from './host-place.ts';
import type { HostLine } from '#shared/client/room-flow.ts';

/** Read beside the making of the media host, so that no join waits for it. */
let loudness: Promise<number> | null = null;

const { tell } = hostPlace;

/** The media host, as far as it need not know how anybody wants to hear. */
export const mediaHost: Omit<HostLine, 'connect'> & { close(): Promise<void> } = {
  ensure: () => {
    loudness = volume.get();
    return hostPlace.ensure();
  },
  isOpen: () => hostPlace.isOpen(),
  close: () => hostPlace.close(),
  prepare: (spaceId, title) => tell('host:prepare', { spaceId, title }),
  leave: ({ ended }) => tell('host:leave', ended ? { ended } : {}),
  dismiss: () => tell('host:dismiss', {}),
  role: (participantId, role) => tell('host:role', { participantId, role }),
  unheard: (participantId, pids) => tell('host:unheard', { participantId, pids }),
  microphone: (on) => tell('host:microphone', { on }),
  acquire: (asked) => tell('host:acquire', { asked }),
  state: () => tell('host:state', {}),
};

/** Tells it who hosts, where there is one. */
export async function tellHosts(space: MessageRequest<'host:hosts'>): Promise<void> {
  if (await mediaHost.isOpen()) await tell('host:hosts', space);
}

/** The whole line to it; `mixFor` says how the person wants to hear the Space they come into. */
export function createHostLine(mixFor: (into: Pick<Join, 'space'>) => Promise<Mix>): HostLine & AheadLine {
  const hearing = async (into: Pick<Join, 'space'>) => {
    const [loud, mix] = await Promise.all([loudness ?? volume.get(), mixFor(into)]);
    return { volume: loud, silenced: false, mix };
  };
  return {
    ...mediaHost,
    connect: async (join) => tell('host:connect', { join, ...(await hearing(join)) }),
    look: async (ahead) => tell('host:ahead', { ahead, ...(await hearing(ahead)) }),
    hear: (spaceId) => tell('host:hear', { spaceId }),
    unhear: () => tell('host:unhear', {}),
  };
}
