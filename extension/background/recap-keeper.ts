import { isInRoom } from '#shared/client/room-memory.ts';
import { RECALLED_MAX, type Recalled, type Recap } from '#shared/schema/recap.ts';
import type { RoomState } from '#shared/schema/room.ts';
import type { Stage } from '#shared/schema/stage.ts';

interface RecapShelf {
  get(): Promise<Recap | null>;
  set(recap: Recap | null): Promise<void>;
}

interface Moment {
  room: RoomState;
  stage: Stage | null;
  /** The origin of the Space's server, where that is not home. */
  server: string | null;
}

/** Remembers whom the person met in a Space until the next one, for the sheet after its end. */
export class RecapKeeper {
  readonly #shelf: RecapShelf;
  #recap: Recap | null = null;

  constructor(shelf: RecapShelf) {
    this.#shelf = shelf;
  }

  /** Of the Space that has just ended; null after any other. */
  after({ phase, ended, spaceId }: RoomState): Recap | null {
    return phase === 'over' && ended && this.#recap?.spaceId === spaceId ? this.#recap : null;
  }

  async recall(): Promise<void> {
    this.#recap = await this.#shelf.get();
  }

  /** Takes up what is new in this moment; nothing remains of a Space that the person left by themself. */
  note(moment: Moment): void {
    const { phase } = moment.room;
    if (phase === 'idle') return this.#keep(null);
    if (isInRoom(moment.room)) this.#keep(withMoment(this.#recap, moment));
  }

  #keep(recap: Recap | null): void {
    if (JSON.stringify(recap) === JSON.stringify(this.#recap)) return;
    this.#recap = recap;
    void this.#shelf.set(recap);
  }
}

function withMoment(recap: Recap | null, { room, stage, server }: Moment): Recap | null {
  const { spaceId } = room;
  if (!spaceId) return null;
  const before = recap?.spaceId === spaceId ? recap : null;
  const here = stage?.id === spaceId ? stage : null;
  return {
    spaceId,
    server,
    startedAt: here?.startedAt ?? room.startedAt ?? before?.startedAt ?? null,
    listeners: Math.max(before?.listeners ?? 0, here?.listeners ?? 0),
    people: here ? withPeople(before?.people ?? [], here, room) : (before?.people ?? []),
  };
}

/** Those of before with those of now; the newest word on each counts, and who has spoken has spoken. */
function withPeople(known: readonly Recalled[], stage: Stage, room: RoomState): Recalled[] {
  const heard = new Set(room.people.filter((one) => one.speaking && !one.muted).map(({ pid }) => pid));
  const here = new Set(stage.people.map(({ pid }) => pid));
  const people = new Map(known.map((one) => [one.pid, one]));
  for (const { pid, ...person } of stage.people) {
    const isMe = pid === room.participantId;
    const identities = stage.identities
      .filter((one) => one.pid === pid)
      .map(({ network, handle }) => ({ network, handle }));
    const now: Recalled = { pid, ...person, isMe, spoke: heard.has(pid), identities };
    // Who comes back has another pid.
    const former =
      people.get(pid) ?? [...people.values()].find((one) => !here.has(one.pid) && isAlike(one, now));
    if (former && former.pid !== pid) people.delete(former.pid);
    people.set(pid, { ...now, spoke: now.spoke || former?.spoke === true });
  }
  return fewest([...people.values()]);
}

function isAlike(one: Recalled, other: Recalled): boolean {
  if (one.isMe || other.isMe) return one.isMe && other.isMe;
  return one.name === other.name && JSON.stringify(one.identities) === JSON.stringify(other.identities);
}

/** As many as are kept: those who spoke before those who did not. */
function fewest(people: Recalled[]): Recalled[] {
  if (people.length <= RECALLED_MAX) return people;
  return [...people.filter(({ spoke }) => spoke), ...people.filter(({ spoke }) => !spoke)].slice(
    0,
    RECALLED_MAX,
  );
}
