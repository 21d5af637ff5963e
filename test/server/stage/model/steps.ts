import fc from 'fast-check';
import type { PersonAction } from '#shared/policy/policy.ts';
import { PERSON_ACTIONS } from '#shared/policy/policy.ts';

/** So many accounts take part; the first opens the Space. */
export const PEOPLE = 7;

const OWN = ['request', 'cancel', 'show', 'leaveStage', 'muteAll'] as const;
const PLACE = ['join', 'leave', 'connect', 'drop'] as const;
/** What a person does to nobody else. */
export type OwnStep =
  | { do: (typeof OWN)[number] | (typeof PLACE)[number] | 'end'; who: number }
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

const anybody = fc.nat({ max: PEOPLE - 1 });
/** Mostly those who have a say, so that not every step is refused. */
const oftenTheFirst = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(0, 1) }, anybody);
const person = fc.record({
  do: fc.constantFrom(...(Object.keys(PERSON_ACTIONS) as PersonAction[])),
  who: oftenTheFirst,
  on: anybody,
});
const own = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom(...OWN), who: anybody }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('request' as const), who: anybody }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('answer' as const), who: anybody, accept: fc.boolean() }),
  },
  fc.record({ do: fc.constant('open' as const), who: oftenTheFirst, everyone: fc.boolean() }),
  fc.record({ do: fc.constant('lock' as const), who: oftenTheFirst, locked: fc.boolean() }),
);
const place = fc.record({ do: fc.constantFrom('connect' as const, ...PLACE), who: anybody });
const world = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(5_000, 10_000, 45_000, 60_000),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'wait' as const, ms: 300_000 }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('webhooks' as const), seed: fc.nat({ max: 1_000 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);
const end = fc.record({ do: fc.constant('end' as const), who: anybody });

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 40, arbitrary: person },
  { weight: 30, arbitrary: own },
  { weight: 25, arbitrary: place },
  { weight: 6, arbitrary: world },
  { weight: 1, arbitrary: end },
);
