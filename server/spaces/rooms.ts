import type { Media } from './ports.ts';
import type { SpaceRecord } from './records.ts';

/** LiveKit's room of a Space's present run. */
export function roomName(space: Pick<SpaceRecord, 'id' | 'epoch'>): string {
  return `s_${space.id}_${space.epoch}`;
}

/** Which rooms were lately known to stand, so that a join seldom has to ask. */
export interface Rooms {
  /** Makes the room unless it was seen lately. Throws `MediaUnavailable`. */
  ensure(room: string): Promise<void>;
  /** Replaces what is known by what LiveKit just listed. */
  saw(rooms: Iterable<string>): void;
  forget(room: string): void;
  forgetAll(): void;
}

export function createRooms(media: Media, clock: () => number, freshMs: number): Rooms {
  const seenAt = new Map<string, number>();
  return {
    ensure: async (room) => {
      const at = seenAt.get(room);
      if (at !== undefined && clock() - at < freshMs && media.isUp()) return;
      await media.openRoom(room);
      seenAt.set(room, clock());
    },
    saw: (rooms) => {
      seenAt.clear();
      for (const room of rooms) seenAt.set(room, clock());
    },
    forget: (room) => void seenAt.delete(room),
    forgetAll: () => seenAt.clear(),
  };
}
