import type { SessionKeeper } from '#shared/client/session.ts';
import type { SpaceReader } from '#shared/client/space-reader.ts';
import { otherServers, serverUrl } from '../platform/store.ts';
import type { Background } from './background.ts';
import { ServerDesk } from './server-desk.ts';

/** The servers that the person knows, as this browser keeps them. */
export function createDesk(
  background: Pick<Background, 'servers' | 'flow' | 'views'>,
  sessions: SessionKeeper,
  reader: SpaceReader,
  onHome: () => void,
): ServerDesk {
  const { servers, flow, views } = background;
  return new ServerDesk({
    servers,
    sessions,
    reader,
    flow,
    homeShelf: serverUrl,
    othersShelf: otherServers,
    onHome,
    onOthers: () => views.pushAll(),
  });
}
