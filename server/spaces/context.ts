import type { Limits } from '#shared/schema/limits.ts';
import type { GuestRights } from '#shared/schema/account.ts';
import type { AheadTickets } from './ahead/tickets.ts';
import type { Chores } from './chores.ts';
import type { Grace } from './grace.ts';
import type { Media } from './ports.ts';
import type { Store } from './records.ts';
import type { Rooms } from './rooms.ts';

/** Who tells the world: re-reads one Space from the store and shows what it finds. */
export interface Announcer {
  /** Something changed that others can see. */
  changed(spaceId: string): Promise<void>;
  /** These accounts came, went, changed device or show themselves differently: their own place is read anew. */
  changedFor(spaceId: string, accountIds: string[]): void;
  /** By session the account that it speaks for from now on; null for one that is over. */
  sessionsMoved(sessions: ReadonlyMap<string, string | null>): void;
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
  grace: Grace;
  aheads: AheadTickets;
  /** What guests may do here. */
  guests: GuestRights;
}
