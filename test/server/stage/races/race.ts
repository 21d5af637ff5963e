import { expect } from 'vitest';
import type { Plan, Seat } from '../../../support/stage-seed.ts';
import type { Outcome, Somebody, Talk } from '../../../support/stage-talk.ts';

/** People by the name that the plan gives them, and the Space they are in. */
export interface Scene {
  talk: Talk;
  people: Record<string, Somebody>;
}

export type Deed = (scene: Scene) => Promise<Outcome>;

/** Two deeds that can collide, and what must be so whichever was first. */
export interface Race {
  name: string;
  plan: Plan;
  deeds: [Deed, Deed];
  verdict(scene: Scene, outcomes: [Outcome, Outcome]): Promise<void>;
}

export const HOST: Seat = { role: 'host' };
export const COHOST: Seat = { role: 'cohost' };
export const SPEAKER: Seat = { role: 'speaker' };
export const LISTENER: Seat = { role: 'listener' };
export const WAITING: Seat = { role: 'listener', requested: true };
export const INVITED: Seat = { role: 'listener', invited: true };

/** Host, co-host and `SEATS - 3` speakers leave one seat. */
export const SEATS = 5;
export const ONE_SEAT_LEFT = { host: HOST, cohost: COHOST, s1: SPEAKER, s2: SPEAKER };
export const NO_SEAT_LEFT = { ...ONE_SEAT_LEFT, s3: SPEAKER };

export const rowOf = async ({ talk }: Scene, { account }: Somebody) =>
  (await talk.core.store.openParticipants(talk.id)).find(({ accountId }) => accountId === account);
export const roleOf = async (scene: Scene, who: Somebody) => (await rowOf(scene, who))?.role ?? null;
export const spaceOf = async ({ talk }: Scene) => (await talk.core.store.space(talk.id))!;

/** Exactly one of these pairs of outcomes must have come. */
export function oneOf(outcomes: [Outcome, Outcome], ...allowed: [Outcome, Outcome][]): void {
  expect(allowed.map(String)).toContain(String(outcomes));
}
