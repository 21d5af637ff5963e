import type { Person, RoomState } from '#shared/schema/room.ts';
import type { Role, StagePerson } from '#shared/schema/space.ts';
import type { Listed, View } from '#shared/schema/view.ts';

export interface Face extends Person {
  role: Role;
  pic?: string | undefined;
}

/** What is taken of somebody of whom the media host says nothing. */
const UNHEARD = { isMe: false, speaking: false, muted: false, quality: 'good' } as const;

/** Whether a person is in a Space, or on the way in or back. */
export function isInSpace({ phase }: RoomState): boolean {
  return phase === 'joining' || phase === 'live' || phase === 'reconnecting';
}

/** Whether a card is of this Space; the id alone does not tell, for another server may claim it. `abroad` is null at home. */
export function isCardOf({ id, server }: Listed, spaceId: string | null, abroad: string | null): boolean {
  return id === spaceId && (server ?? null) === abroad;
}

/** The list's card of the Space a person is in. */
export function cardOf({ list, spaceServer }: View, { spaceId }: RoomState): Listed | null {
  return list.spaces.find((card) => isCardOf(card, spaceId, spaceServer)) ?? null;
}

export function mayStand(role: Role | null): boolean {
  return role !== null && role !== 'listener';
}

/** Those on the stage as a list has them, with the media host's word on who speaks and who is muted; without a list, its word alone. */
export function stageOf(room: RoomState, people: readonly StagePerson[] | null | undefined): Face[] {
  if (!people) {
    return room.people
      .map((person): Face => ({ ...person, role: person.isMe ? (room.role ?? 'listener') : 'speaker' }))
      .filter((face) => mayStand(face.role));
  }
  const heard = new Map(room.people.map((person) => [person.pid, person]));
  return people.map((person) => {
    const isMe = person.pid === room.participantId;
    return { ...UNHEARD, isMe, ...heard.get(person.pid), ...person };
  });
}

/** Those on the stage as one sees them who is not in the room. */
export function stageFromOutside(people: readonly StagePerson[]): Face[] {
  return people.map((person) => ({ ...UNHEARD, ...person }));
}

/** How many listen; the count is told every few seconds, and until then a listener is at least one. */
export function listenersOf({ role, phase }: RoomState, { listeners }: { listeners: number }): number {
  return role === 'listener' && phase === 'live' ? Math.max(listeners, 1) : listeners;
}

export function speakersOf(stage: Face[]): Face[] {
  return stage.filter((face) => face.speaking && !face.muted);
}

/** `m:ss`, or `h:mm:ss` from one hour on. */
export function formatElapsed(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const tail = String(seconds).padStart(2, '0');
  return hours ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}
