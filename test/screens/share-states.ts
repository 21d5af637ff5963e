import type { Card, StagePerson } from '#shared/schema/space.ts';
import type { Stage } from '#shared/schema/stage.ts';
import type { FakeState } from '../support/fake-perch.ts';
import { stageOf, stagePerson } from '../support/people.ts';
import { ana, bea, kerstin, malik, startedAt, tomas } from './cast.ts';
import type { stageStates } from './stage-states.ts';

const NAMES = ['Jo', 'Ravi', 'Sam', 'Ines', 'Léa', 'Noor', 'Piotr', 'Dorothea Winterbottom', 'Wen', 'Yūki'];
const full: StagePerson[] = [ana, malik, kerstin, ...NAMES.map((name, i) => stagePerson(160 + i, name))];

/** The page of a Space: before, in it, and after. */
export function shareStates(walks: Card, inside: ReturnType<typeof stageStates>) {
  const before = (stage: Partial<Stage> = {}, more: Partial<FakeState> = {}): FakeState => ({
    ...more,
    desk: {
      stage: stageOf(walks, {
        people: [ana, malik, kerstin],
        shown: [bea, tomas],
        listeners: 57,
        startedAt,
        ...stage,
      }),
    },
  });
  const { stageListener, stageSpeaker } = inside;
  return {
    shareLooking: {},
    shareBefore: before(),
    shareAlone: before({ people: [ana], shown: [], listeners: 0 }),
    shareFull: before({ people: full, listeners: 12_480 }),
    shareHostLost: before({ hostLostAt: Date.now() - 12_000 }),
    shareHostile: before({
      title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten',
      people: [stagePerson(170, 'Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww', 'host'), ...full.slice(1, 4)],
    }),
    shareRtl: before({
      title: 'שיחה על רשתות קטנות והליכות ארוכות',
      people: [stagePerson(171, 'נועה', 'host'), stagePerson(172, 'أمل')],
    }),
    shareFrench: before({}, { language: 'fr' }),
    shareEnded: before({ state: 'ended', endReason: 'host_ended', people: [], listeners: 0 }),
    shareUnreachable: { list: { fault: 'unreachable' } },
    shareGone: { list: { fault: 'not_found' } },
    shareStale: before({}, { list: { fault: 'unreachable' } }),
    shareMediaDown: before({}, { answers: { join: { fault: 'media_unavailable' } } }),
    shareTooFast: before({}, { answers: { join: { fault: 'rate_limited', retryAfter: 23 } } }),
    shareQuestion: before(
      {},
      { view: { name: 'Guest 4821' }, answers: { join: { fault: 'anonymous_refused' } } },
    ),
    shareRemoved: before(
      {},
      { room: { phase: 'over', spaceId: walks.id, title: walks.title, fault: 'removed' } },
    ),
    shareDenied: {
      ...stageSpeaker,
      room: { ...stageSpeaker.room, mutedByHost: false, microphone: 'denied' },
    },
    shareHeldBack: stageListener,
    shareCutOff: { ...stageListener, list: { fault: 'unreachable' } },
    shareKnown: { ...stageListener, mastodon: 'fosstodon.org' },
  } as const satisfies Record<string, FakeState>;
}
