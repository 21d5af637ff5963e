import fc from 'fast-check';
import type { PersonAction } from '#shared/policy/policy.ts';
import { PERSON_ACTIONS } from '#shared/policy/policy.ts';

/** So many accounts take part; the first opens the Space. */
export const PEOPLE = 7;

type Own = 'request' | 'cancel' | 'show' | 'leaveStage' | 'muteAll' | 'end';
/** `drop` is the end of the connection to LiveKit, `hang` that of the line through the gate, `resume` a new line for it. */
export type Place = 'join' | 'leave' | 'connect' | 'drop' | 'hang' | 'resume';
/** What a person does to nobody else. `who` and `on` count the people, or are one of `WHOEVER`. */
export type OwnStep =
  | { do: Own | Place; who: number }
  | { do: 'answer'; who: number; accept: boolean }
  | { do: 'open'; who: number; everyone: boolean }
  | { do: 'lock'; who: number; locked: boolean };
export interface PersonStep {
  do: PersonAction;
  who: number;
  on: number;
}
/** What nobody does: time passes, late webhooks arrive in some order, the server starts again. */
export type WorldStep = { do: 'wait'; ms: number } | { do: 'webhooks'; seed: number } | { do: 'restart' };
export type Step = OwnStep | PersonStep | WorldStep;

export const isPersonStep = (step: Step): step is PersonStep => step.do in PERSON_ACTIONS;

/** Whoever is it when the step is taken, so that not every step is refused. */
export const WHOEVER = { isHost: -1, waitsLongest: -2, isInvited: -3, cameLast: -4, isFirst: -5 } as const;

const anybody = fc.nat({ max: PEOPLE - 1 });
const mostlyHost = fc.oneof({ weight: 2, arbitrary: fc.constant(WHOEVER.isHost) }, anybody);
const maybeFirst = fc.oneof(
  { weight: 1, arbitrary: fc.constant(WHOEVER.isFirst) },
  { weight: 2, arbitrary: anybody },
);
const waiting = fc.oneof(fc.constant(WHOEVER.waitsLongest), anybody);
const onStage = fc.oneof(fc.constant(WHOEVER.cameLast), anybody);
const to = (action: PersonAction, on: fc.Arbitrary<number> = anybody) =>
  fc.record({ do: fc.constant(action), who: mostlyHost, on });
const person: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: to('approve', waiting) },
  { weight: 4, arbitrary: to('invite') },
  { weight: 3, arbitrary: to('cohost', onStage) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<PersonAction>('dismiss', 'uninvite', 'mute').chain((each) => to(each)),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<PersonAction>('demote', 'uncohost', 'host').chain((each) => to(each, onStage)),
  },
  { weight: 1, arbitrary: to('remove') },
);
const by = <T extends OwnStep['do']>(what: T, who: fc.Arbitrary<number> = anybody) => ({
  do: fc.constant(what),
  who,
});
const own: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record(by('request')) },
  { weight: 2, arbitrary: fc.record(by('cancel')) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('show' as const, 'leaveStage' as const).chain((each) => fc.record(by(each))),
  },
  { weight: 1, arbitrary: fc.record(by('muteAll', mostlyHost)) },
  {
    weight: 5,
    arbitrary: fc.record({
      ...by('answer', fc.oneof(fc.constant(WHOEVER.isInvited), anybody)),
      accept: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ ...by('open', mostlyHost), everyone: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ ...by('lock', mostlyHost), locked: fc.boolean() }) },
);
const place: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record(by('connect', maybeFirst)) },
  { weight: 3, arbitrary: fc.record(by('join', maybeFirst)) },
  { weight: 2, arbitrary: fc.record(by('drop', mostlyHost)) },
  { weight: 2, arbitrary: fc.record(by('hang', mostlyHost)) },
  { weight: 2, arbitrary: fc.record(by('resume', maybeFirst)) },
  { weight: 1, arbitrary: fc.record(by('leave', mostlyHost)) },
);
const world: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(5_000, 10_000, 45_000, 60_000, 60_000),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('webhooks' as const), seed: fc.nat({ max: 1_000 }) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);

const longPause = fc.constant({ do: 'wait' as const, ms: 300_000 });

/** Steps of any kind; `ending` for those that end a Space now and then. */
export const anyStep = ({ ending }: { ending: boolean }): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 60, arbitrary: person },
    { weight: 60, arbitrary: own },
    { weight: 40, arbitrary: place },
    { weight: 14, arbitrary: world },
    { weight: ending ? 1 : 0, arbitrary: longPause },
    { weight: ending ? 1 : 0, arbitrary: fc.record(by('end')) },
  );
