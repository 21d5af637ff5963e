import { RoomFlow } from '#shared/client/room-flow.ts';
import type { SessionKeeper } from '#shared/client/session.ts';
import type { SpaceReader } from '#shared/client/space-reader.ts';
import type { Background } from './background.ts';
import { createHostLine } from './host-line.ts';
import { showMicrophone } from './host-place.ts';

/** Joining and hosting at the servers that the person knows, heard in the media host. */
export function createFlow(
  background: Pick<Background, 'servers' | 'memory' | 'feed' | 'stage' | 'people' | 'sound'>,
  sessions: SessionKeeper,
  reader: SpaceReader,
): RoomFlow {
  const { servers, memory, feed, stage, people } = background;
  return new RoomFlow({
    server: async (spaceId) => servers.of(spaceId),
    settle: (spaceId, server) => servers.settle(spaceId, server),
    sessions,
    host: createHostLine((join) => background.sound.mixFor(join)),
    memory,
    titleOf: (spaceId, url = servers.home.url) => {
      const card = url === servers.home.url ? feed.list.cards[spaceId] : undefined;
      return card?.title ?? reader.titleOf(url, spaceId) ?? '';
    },
    wasShown: (spaceId) => stage.feed.wasShown(spaceId),
    showMicrophoneTab: showMicrophone,
    started: (spaceId, request) => people.started(spaceId, request),
  });
}
