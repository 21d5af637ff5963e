import type { Limits } from '#shared/schema/limits.ts';
import type { Chores } from './chores.ts';
import type { Media } from './ports.ts';
import type { Store } from './records.ts';
import type { Rooms } from './rooms.ts';

/** Who tells the world: re-reads one Space from the store and shows what it finds. */
export interface Announcer {
  changed(spaceId: string): Promise<void>;
}

/** What every verb works with. */
export interface SpacesContext {
  store: Store;
  media: Media;
  limits: Limits;
  clock: () => number;
  announcer: Announcer;
  rooms: Rooms;
  chores: Chores;
}
