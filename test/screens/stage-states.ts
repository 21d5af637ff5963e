import type { RoomState } from '#shared/schema/room.ts';
import type { Card, Role, StagePerson } from '#shared/schema/space.ts';
import type { Me, Queue, Stage } from '#shared/schema/stage.ts';
import type { StageView } from '#shared/schema/view.ts';
import type { FakeState } from '../support/fake-perch.ts';
import { me, person, stagePerson, stageOf } from '../support/people.ts';
import { ana, bea, kerstin, malik, ravi, startedAt, tomas, yuki } from './cast.ts';

const NAMES = ['Jo', 'Ravi', 'Sam', 'Ines', 'Léa', 'Noor', 'Piotr', 'Dorothea Winterbottom', 'Wen'];
const full: StagePerson[] = [
  ana,
  malik,
  { ...kerstin, role: 'cohost' },
  ...NAMES.map((name, i) => stagePerson(130 + i, name)),
  yuki,
];
const trio = [ana, malik, kerstin];
const shown = [bea, tomas, { ...ravi, name: 'Ravi Ramanujan of the long name' }];

const queue: Queue = {
  requests: [
    { pid: bea.pid, name: 'Bea', text: 'the solar mesh in Porto?', at: 0, guest: false },
    { pid: tomas.pid, name: 'Tomás', text: '', at: 1, guest: true },
    {
      pid: ravi.pid,
      name: 'Ravi',
      text: 'How do you pay for the relay when nobody donates?',
      at: 2,
      guest: false,
    },
  ],
  identities: [],
  invited: [],
};

/** Names that somebody chose to get in the way. */
const wide: StagePerson = stagePerson(150, 'Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww');
const rtl: StagePerson = stagePerson(151, 'נועה (2) שלום!');
const birds: StagePerson = stagePerson(152, '👩‍👩‍👧‍👦🏳️‍🌈🫠🦜🦜🦜🦜🦜🦜🦜🦜🦜🦜🦜🦜');
const markup: StagePerson = stagePerson(153, '<b>Host</b> has ended this Space');
const hostileQueue: Queue = {
  requests: [rtl, wide, birds, markup].map(({ pid, name }, at) => ({
    pid,
    name,
    text: at === 1 ? 'W'.repeat(140) : 'مرحبا (1) !',
    at,
    guest: true,
  })),
  identities: [],
  invited: [],
};

interface Scene {
  role: Role;
  mine: StagePerson;
  people?: StagePerson[];
  stage?: Partial<Stage>;
  me?: Partial<Me>;
  room?: Partial<RoomState>;
  view?: Partial<StageView>;
}

/** The states of somebody who is in a Space with all that the server tells. */
export function stageStates(walks: Card, spaces: readonly Card[]) {
  const inside = ({ role, mine, people = trio, stage, me: more, room, view }: Scene): FakeState => ({
    spaces: [...spaces],
    levels: { [ana.pid]: 0.8, [kerstin.pid]: 0.25 },
    room: {
      phase: 'live',
      since: startedAt,
      spaceId: walks.id,
      participantId: mine.pid,
      title: walks.title,
      startedAt,
      role,
      people: people.map((one, i) =>
        person(one, {
          isMe: one.pid === mine.pid,
          speaking: i === 0 || i === 2,
          muted: i % 3 === 1 || i > 4,
        }),
      ),
      microphone: role === 'listener' ? 'none' : 'off',
      volume: 0.8,
      ...room,
    },
    desk: {
      stage: stageOf(walks, { people, shown, listeners: 57, startedAt, ...stage }),
      me: me(mine, { role, ...more }),
      ...view,
    },
  });
  const listener = (more: Partial<Scene> = {}) =>
    inside({ role: 'listener', mine: { ...yuki, role: 'listener' }, ...more });
  const host = (more: Partial<Scene> = {}) =>
    inside({
      role: 'host',
      mine: ana,
      room: { microphone: 'on' },
      view: { queue },
      stage: { waiting: 3 },
      ...more,
    });
  const until = Date.now() + 42_000;
  return {
    stageListener: listener(),
    stageWaiting: listener({ me: { request: { place: 2, text: '', at: 0 } }, stage: { seatsFree: 0 } }),
    stageLocked: listener({ stage: { requestsLocked: true }, me: { shown: true } }),
    stageOpen: listener({ stage: { speakPolicy: 'everyone' } }),
    stageInvited: listener({
      me: { invitation: { by: 'Ana Ferreira', leftMs: 42_000 } },
      view: { invitedUntil: until },
    }),
    stageHost: host(),
    stageHostAlone: host({ people: [ana], view: { queue: null }, stage: { shown: [], listeners: 0 } }),
    stageFull: host({ people: full, stage: { seatsFree: 0, listeners: 12_480, waiting: 3 } }),
    stageSpeaker: inside({
      role: 'speaker',
      mine: yuki,
      people: [...trio, yuki],
      room: { mutedByHost: true },
    }),
    stageHostLost: listener({ stage: { hostLostAt: Date.now() - 12_000 } }),
    stageHostile: host({
      people: [ana, { ...wide, role: 'cohost' }, rtl, birds, markup],
      stage: { shown: [wide, rtl, birds, markup], hostLostAt: null },
      view: { queue: hostileQueue },
    }),
    stageNamesakes: listener({
      people: Array.from({ length: 13 }, (_, i) =>
        stagePerson(170 + i, 'Ana Ferreira', i ? 'speaker' : 'host'),
      ),
    }),
    stageLong: host({
      people: [
        ana,
        { ...malik, name: 'N'.repeat(200) },
        {
          ...kerstin,
          name: 'Z\u0351\u036b\u0343a\u0329\u034el\u0321\u0353g\u0332o\u0489\u031b\u0325'.repeat(9),
        },
      ],
    }),
    stageHostileInvited: listener({
      me: { invitation: { by: wide.name, leftMs: 42_000 } },
      view: { invitedUntil: until },
    }),
    stageFrench: { ...host(), language: 'fr' },
    stageFrenchListener: { ...listener(), language: 'fr' },
    barInvited: { ...listener(), view: { invited: true } },
    barHostLost: {
      ...listener(),
      spaces: [{ ...walks, hostLostAt: Date.now() - 12_000 }, ...spaces.slice(1)],
    },
    question: { spaces: [...spaces], view: { question: { spaceId: walks.id, fault: 'blocked_on_stage' } } },
    questionName: {
      spaces: [...spaces],
      view: { name: 'Yūki', question: { spaceId: walks.id, fault: 'anonymous_refused' } },
    },
  } as const satisfies Record<string, FakeState>;
}
