import type { Card, StagePerson } from '#shared/schema/space.ts';
import type { Stage } from '#shared/schema/stage.ts';
import type { FakeState } from '../support/fake-perch.ts';
import { stagePerson } from '../support/people.ts';
import { PORTRAITS } from './portraits.ts';
import type { stageStates } from './stage-states.ts';

const [anaPic, malikPic, yukiPic, noaPic] = Object.keys(PORTRAITS) as [string, string, string, string];
const ana: StagePerson = { ...stagePerson(101, 'Ana Ferreira', 'host'), pic: anaPic };
const malik: StagePerson = { ...stagePerson(107, 'Malik', 'cohost'), pic: malikPic };
const yuki: StagePerson = { ...stagePerson(111, 'Yūki'), pic: yukiPic };
const noa: StagePerson = { ...stagePerson(151, 'נועה (2) שלום!'), pic: noaPic };
/** The host's name, with a Cyrillic letter in it. */
const other: StagePerson = stagePerson(181, 'An\u0430 Ferreira');
const kerstin: StagePerson = stagePerson(103, 'Kerstin');
const people = [ana, malik, yuki, noa, kerstin, other];

const identities: Stage['identities'] = [
  { pid: ana.pid, network: 'mastodon', handle: '@ana@mastodon.social' },
  { pid: ana.pid, network: 'bluesky', handle: '@ana.bsky.social' },
  { pid: malik.pid, network: 'x', handle: '@malik_on_trains' },
  { pid: yuki.pid, network: 'bluesky', handle: '@yuki.of.the.very.long.domain.name.example.com' },
  { pid: noa.pid, network: 'mastodon', handle: '@נועה@שרת.example' },
  { pid: other.pid, network: 'mastodon', handle: '@an\u0430@m\u0430stodon.social' },
];

/** People who show who they are, one who is not who they seem, and one who is not heard. */
export function whoStates(walks: Card, inside: ReturnType<typeof stageStates>) {
  const { stageListener, stageHost } = inside;
  const seen = (of: FakeState): FakeState => ({
    ...of,
    pictures: PORTRAITS,
    spaces: of.spaces?.map((card) => (card.id === walks.id ? { ...card, stage: people } : card)) ?? [],
    room: {
      ...of.room,
      people: people.map(({ pid, name }, i) => ({
        pid,
        name,
        isMe: pid === of.room?.participantId,
        speaking: i === 0,
        muted: i === 4,
        quality: 'good' as const,
      })),
    },
    desk: {
      ...of.desk,
      stage: { ...of.desk!.stage!, people, identities },
      me: { ...of.desk!.me!, muted: [malik.pid] },
    },
  });
  const few = (of: FakeState): FakeState => ({
    ...of,
    desk: { ...of.desk, stage: { ...of.desk!.stage!, people: people.slice(0, 3) } },
  });
  const asks = (pid: string, name: string, at: number) => ({ pid, name, text: '', at, guest: true });
  const bea = stagePerson(192, 'Bea');
  const requests = [
    asks(stagePerson(190, '').pid, 'ANA FERREIRA ✔', 0),
    asks(stagePerson(191, '').pid, '@ana@mastodon.social', 1),
    {
      ...asks(bea.pid, bea.name, 2),
      text: 'Does the night train stop in Basel?',
      pic: yukiPic,
      guest: false,
    },
  ];
  const waiting: Stage['identities'] = [
    { pid: bea.pid, network: 'mastodon', handle: '@bea@the.very.long.domain.name.example.social' },
    { pid: bea.pid, network: 'bluesky', handle: '@bea.bsky.social' },
  ];
  const hosting = seen(stageHost);
  const asked = (queue: typeof requests): FakeState => ({
    ...hosting,
    desk: { ...hosting.desk, queue: { requests: queue, identities: waiting, invited: [] } },
  });
  return {
    whoListening: seen(stageListener),
    whoHosting: asked(requests),
    whoAsked: asked(requests.slice(2)),
    whoFew: few(seen(stageListener)),
    whoFrench: { ...seen(stageListener), language: 'fr' },
    whoBefore: {
      pictures: PORTRAITS,
      desk: { stage: { ...stageListener.desk!.stage!, people, identities } },
    },
    whoList: { pictures: PORTRAITS, spaces: [{ ...walks, stage: people }] },
  } as const satisfies Record<string, FakeState>;
}
