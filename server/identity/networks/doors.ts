import type { Limits } from '#shared/schema/limits.ts';
import type { AppConfig } from '../../app.ts';
import type { Logger } from '../../log.ts';
import type { Records } from '../../spaces/records.ts';
import { createConversations } from './conversation.ts';
import { createApps } from './mastodon/apps.ts';
import { createMastodonDoor, revokeToken } from './mastodon/door.ts';
import type { Door, Doors } from './network.ts';
import type { Outside } from './outside.ts';
import type { Seal } from '../seal.ts';
import { createXDoor } from './x.ts';

export interface DoorsDeps {
  store: Records;
  outside: Outside;
  seal: Seal;
  limits: Limits;
  clock: () => number;
  log: Pick<Logger, 'error' | 'info'>;
  config: Pick<AppConfig, 'x'>;
  bluesky: Door | null;
}

/** The ways in that this server has. */
export function createDoors(deps: DoorsDeps): {
  doors: Doors;
  /** Takes back a token that a device was handed. */
  revokeMastodon: (server: string, token: string) => Promise<void>;
} {
  const { config, bluesky, store, log } = deps;
  const conversations = createConversations(deps);
  const apps = createApps({ ...deps, records: store });
  const mastodon = { apps, conversations, records: store, log };
  const doors: Doors = {
    mastodon: createMastodonDoor(mastodon),
    ...(bluesky && { bluesky }),
    ...(config.x && { x: createXDoor({ app: config.x, conversations, log }) }),
  };
  return { doors, revokeMastodon: (server, token) => revokeToken(mastodon, server, token) };
}
