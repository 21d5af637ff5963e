import type { RoomState } from '#shared/schema/room.ts';
import type { Role, StagePerson } from '#shared/schema/space.ts';
import type { Me, Queue, Stage } from '#shared/schema/stage.ts';
import type { StageView } from '#shared/schema/view.ts';
import { fakePerch, type FakePerch } from './fake-perch.ts';
import { card, me, person, stageOf, stagePerson } from './people.ts';

export const ana = stagePerson(1, 'Ana', 'host');
export const malik = stagePerson(2, 'Malik', 'cohost');
export const kerstin = stagePerson(3, 'Kerstin', 'speaker');
export const bea = stagePerson(4, 'Bea', 'listener');
export const tomas = stagePerson(5, 'Tomás', 'listener');
export const yuki = stagePerson(6, 'Yūki', 'listener');
export const walks = card(1, 'Small webs, long walks', { stage: [ana, malik, kerstin] });

/** Bea asks with a sentence, then Tomás without. */
export const queue: Queue = {
  requests: [
    { pid: bea.pid, name: 'Bea', text: 'the solar mesh in Porto?', at: 1, guest: false },
    { pid: tomas.pid, name: 'Tomás', text: '', at: 2, guest: true },
  ],
  identities: [],
  invited: [],
};

export interface Inside {
  /** Who looks; a person on stage by default with their role there. */
  as: StagePerson;
  stage?: Partial<Stage>;
  me?: Partial<Me>;
  room?: Partial<RoomState>;
  view?: Partial<StageView>;
}

/** Somebody in the Space "Small webs, long walks" with all that the server tells them. */
export function inside({ as, stage, me: more, room, view }: Inside): FakePerch {
  const people = stage?.people ?? walks.stage;
  return fakePerch({
    spaces: [walks],
    room: {
      phase: 'live',
      spaceId: walks.id,
      participantId: as.pid,
      title: walks.title,
      startedAt: 0,
      role: as.role,
      people: people.map((one) => person(one, { isMe: one.pid === as.pid })),
      microphone: as.role === 'listener' ? 'none' : 'off',
      ...room,
    },
    desk: { stage: stageOf(walks, stage), me: me(as, more), ...view },
  });
}

/** The server tells something new about the Space. */
export function tell(perch: FakePerch, { stage, me: mine, view }: Omit<Inside, 'as'>): void {
  const before = perch.desk.view.value;
  perch.desk.view.value = {
    ...before,
    stage: { ...before.stage!, ...stage },
    me: before.me && { ...before.me, ...mine },
    ...view,
  };
}

/** Those who can look, one of each role. */
export const ONE_OF_EACH: Record<Role, StagePerson> = {
  host: ana,
  cohost: malik,
  speaker: kerstin,
  listener: yuki,
};
