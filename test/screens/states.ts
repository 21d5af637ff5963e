import type { RoomState } from '#shared/schema/room.ts';
import { BAR_AS_IT_COMES } from '#shared/schema/view.ts';
import { card, person, stagePerson } from '../support/people.ts';
import type { FakeState } from '../support/fake-perch.ts';
import { ana, kerstin, malik, startedAt, yuki } from './cast.ts';
import { accountStates } from './account-states.ts';
import { recapOf } from './recap-state.ts';
import { shareStates } from './share-states.ts';
import { soundStates } from './sound-states.ts';
import { stageStates } from './stage-states.ts';
import { truthStates } from './truth-states.ts';
import { whoStates } from './who-states.ts';

const walks = card(1, 'Small webs, long walks', { stage: [ana, malik, kerstin], startedAt });
const rust = card(2, 'Rust audio, week 12', {
  stage: [stagePerson(201, 'Jo', 'host'), stagePerson(202, 'Ravi')],
  listeners: 214,
  startedAt,
});
const tea = card(3, 'Thé et timelines', {
  stage: [stagePerson(305, 'Léa', 'host')],
  listeners: 9,
  startedAt,
});
const repairs = card(4, 'Sunday repairs, open bench', {
  stage: [stagePerson(402, 'Tomás', 'host')],
  listeners: 1,
  startedAt,
});
const night = card(5, 'Night trains of Europe: who still runs them, and how to book one without tears', {
  stage: [stagePerson(509, 'Ines', 'host'), stagePerson(511, 'Bea')],
  listeners: 1240,
  startedAt,
});
const spaces = [walks, rust, tea, repairs, night];

/** The same with reasons, as somebody sees it who follows Ana and Jo. */
const yours = [
  { ...walks, lang: 'en', why: { is: 'hosts', name: 'Ana Ferreira', pid: ana.pid } },
  { ...rust, why: { is: 'speaks', name: 'Ravi', pid: rust.stage[1]!.pid } },
  {
    ...night,
    server: 'https://spaces.example.org',
    why: { is: 'hosts', name: 'Ines', pid: night.stage[0]!.pid },
  },
  { ...tea, lang: 'fr' },
  repairs,
] as const;

const hostile = [
  card(11, '<img src=x onerror=alert(1)> <b>bold?</b> &amp; friends', {
    stage: [stagePerson(1101, '<script>alert(1)</script>', 'host')],
    startedAt,
  }),
  card(12, 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten', {
    stage: [stagePerson(1201, 'Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww', 'host')],
    listeners: 1_250_000,
    startedAt,
  }),
  card(13, 'שיחה על רשתות קטנות והליכות ארוכות', {
    stage: [stagePerson(1301, 'נועה', 'host'), stagePerson(1302, 'أمل')],
    startedAt,
  }),
  card(14, '👩‍👩‍👧‍👦🏳️‍🌈🫠 !!! ｆｕｌｌ ｗｉｄｔｈ ⁉️', { stage: [stagePerson(1401, '🦜', 'host')], startedAt }),
];

const room: Partial<RoomState> = {
  phase: 'live',
  since: startedAt,
  spaceId: walks.id,
  participantId: yuki.pid,
  title: walks.title,
  startedAt,
  role: 'listener',
  people: [
    person(ana, { speaking: true }),
    person(malik, { muted: true }),
    person(kerstin, { speaking: true }),
    person(yuki, { isMe: true, muted: true }),
  ],
  volume: 0.8,
};
const levels = { [ana.pid]: 0.8, [kerstin.pid]: 0.25 };
const mine = { ...repairs, stage: [stagePerson(402, 'Tomás', 'host')], listeners: 12 };
const hosting: Partial<RoomState> = {
  ...room,
  spaceId: mine.id,
  title: mine.title,
  role: 'host',
  participantId: mine.stage[0]!.pid,
  people: [person(mine.stage[0]!, { isMe: true, muted: true })],
  microphone: 'off',
};
const many = [
  ana,
  malik,
  kerstin,
  ...['Jo', 'Ravi', 'Sam', 'Bea', 'Ines', 'Léa'].map((n, i) => stagePerson(120 + i, n)),
];

const thirty = Array.from({ length: 30 }, (_, i) =>
  card(600 + i, `${rust.title} (${i + 1})`, { stage: [stagePerson(60_000 + i, 'Jo', 'host')], startedAt }),
);
const ZALGO = 'Z\u0351\u036b\u0343a\u0329\u034el\u0321\u0353g\u0332o\u0489\u031b\u0325'.repeat(12);
/** As long as they may be, and such as somebody writes to get in the way. */
const longest = [
  card(21, 'Seventy letters make a title that nobody reads out in one breath at all', { startedAt }),
  card(22, 'x'.repeat(70), { stage: [stagePerson(2201, 'N'.repeat(200), 'host')], startedAt }),
  card(23, ZALGO, { stage: [stagePerson(2301, ZALGO, 'host')], startedAt }),
  card(24, 'مساحة طويلة جدا عن الشبكات الصغيرة والمشي لمسافات طويلة', {
    stage: [stagePerson(2401, '\u202egnp.exe', 'host'), stagePerson(2402, '🦜🦜🦜')],
    startedAt,
  }),
];

/** Everything that can be so, by name. */
export const STATES = {
  list: { spaces },
  one: { spaces: [walks] },
  loading: { list: { status: 'loading' } },
  empty: {},
  stale: { spaces: spaces.slice(0, 3), list: { status: 'stale', fault: 'unreachable' } },
  offline: { spaces: spaces.slice(0, 3), list: { status: 'stale', fault: 'unreachable' } },
  offlineEmpty: { list: { status: 'stale', fault: 'unreachable' } },
  thirty: { spaces: thirty },
  hostileLong: { spaces: longest },
  unreachable: { list: { status: 'stale', fault: 'unreachable' } },
  joining: { spaces, room: { ...room, phase: 'joining', people: [] } },
  listening: { spaces, room, levels },
  crowded: {
    spaces: [{ ...walks, stage: many, onStage: 13, listeners: 12_480 }, ...spaces.slice(1)],
    room: { ...room, silenced: true },
    levels,
  },
  reconnecting: { spaces, room: { ...room, phase: 'reconnecting', since: Date.now() - 4000 } },
  ended: {
    spaces: spaces.slice(1),
    room: { phase: 'over', title: walks.title, spaceId: walks.id, ended: 'host_ended', since: Date.now() },
    recap: recapOf(walks.id, 3),
  },
  endedAlone: { room: { phase: 'over', title: walks.title, spaceId: walks.id, ended: 'host_ended' } },
  endedCrowd: {
    spaces: spaces.slice(1),
    room: { phase: 'over', title: night.title, spaceId: walks.id, ended: 'too_long', since: Date.now() },
    recap: recapOf(walks.id, 13),
  },
  removed: { spaces, room: { phase: 'over', title: walks.title, spaceId: walks.id, fault: 'removed' } },
  failed: {
    spaces,
    room: { phase: 'over', title: walks.title, spaceId: walks.id, fault: 'media_unreachable' },
  },
  elsewhere: { spaces, room: { phase: 'over', title: walks.title, spaceId: walks.id, fault: 'elsewhere' } },
  hosting: { spaces: [mine, ...spaces.slice(0, 2)], room: hosting },
  speaking: {
    spaces: [{ ...mine, stage: [...mine.stage, malik], onStage: 2 }, ...spaces.slice(0, 2)],
    room: {
      ...hosting,
      microphone: 'on',
      people: [person(mine.stage[0]!, { isMe: true, speaking: true }), person(malik, { muted: true })],
    },
    levels: { [mine.stage[0]!.pid]: 0.6 },
  },
  denied: { spaces: [mine, ...spaces.slice(0, 2)], room: { ...hosting, microphone: 'denied' } },
  hostile: { spaces: hostile },
  hostileIn: {
    spaces: hostile,
    room: {
      ...room,
      spaceId: hostile[1]!.id,
      title: hostile[1]!.title,
      people: [person(hostile[1]!.stage[0]!)],
    },
  },
  rtlIn: {
    spaces: hostile,
    room: {
      ...room,
      spaceId: hostile[2]!.id,
      title: hostile[2]!.title,
      people: hostile[2]!.stage.map((face) => person(face, { speaking: true })),
    },
  },
  barCollapsed: { spaces, view: { bar: { ...BAR_AS_IT_COMES, collapsed: true } } },
  barCollapsedIn: { spaces, room, view: { bar: { ...BAR_AS_IT_COMES, collapsed: true } } },
  barQuiet: { view: { bar: { ...BAR_AS_IT_COMES, always: true } } },
  siteHidden: { spaces, view: { bar: { ...BAR_AS_IT_COMES, hiddenOn: ['x.com'] } } },
  siteHiddenToday: { spaces, view: { bar: { ...BAR_AS_IT_COMES, hiddenUntil: Date.now() + 3_600_000 } } },
  siteHiddenIn: { spaces, room, levels, view: { bar: { ...BAR_AS_IT_COMES, hiddenOn: ['x.com'] } } },
  siteOff: { spaces, view: { bar: { ...BAR_AS_IT_COMES, offOn: ['x.com'] } } },
  french: { spaces, room: { ...room, microphone: 'none' }, levels, language: 'fr' },
  frenchList: { spaces, language: 'fr' },
  people: { spaces: [...yours] },
  peopleFollowing: { spaces: [...yours], view: { follows: 312 } },
  peopleIn: { spaces: [...yours], room, levels },
  peopleFrench: { spaces: [...yours], language: 'fr', view: { follows: 312 } },
  peopleHostile: {
    spaces: [
      { ...walks, why: { is: 'speaks', name: 'Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww', pid: ana.pid } },
      { ...rust, why: { is: 'hosts', name: 'נועה (2) שלום!', pid: ana.pid } },
    ],
  },
  linkLive: { spaces: spaces.slice(0, 4) },
  linkKnown: { spaces: [], view: { servers: ['https://spaces.example.org'] } },
  linkLooking: { spaces },
  linkOver: { spaces },
  linkSilent: { spaces },
  linkHostile: { spaces: hostile },
  linkInside: { spaces: spaces.slice(0, 4), room, levels },
  linkFrench: { spaces: spaces.slice(0, 4), language: 'fr' },
  servers: { view: { servers: ['https://spaces.example.org', 'https://perch.un-nom-plus-long.example'] } },
  ...stageStates(walks, spaces),
  ...truthStates(stageStates(walks, spaces)),
  ...shareStates(walks, stageStates(walks, spaces)),
  ...accountStates(spaces, stageStates(walks, spaces)),
  ...whoStates(walks, stageStates(walks, spaces)),
  ...soundStates({ ...stageStates(walks, spaces), ...whoStates(walks, stageStates(walks, spaces)) }),
} as const satisfies Record<string, FakeState>;
export type StateName = keyof typeof STATES;
