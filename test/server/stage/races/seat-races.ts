import { expect } from 'vitest';
import type { Outcome, Somebody } from '../../../support/stage-talk.ts';
import {
  COHOST,
  HOST,
  INVITED,
  LISTENER,
  NO_SEAT_LEFT,
  ONE_SEAT_LEFT,
  oneOf,
  type Race,
  roleOf,
  rowOf,
  type Scene,
  WAITING,
} from './race.ts';

/** Who gets a seat. */
export const approvals: Race[] = [
  {
    name: 'two approvals for the last seat',
    plan: { seats: { ...ONE_SEAT_LEFT, a: WAITING, b: WAITING } },
    deeds: [
      ({ talk, people }) => talk.act(people.host!, 'approve', people.a!),
      ({ talk, people }) => talk.act(people.cohost!, 'approve', people.b!),
    ],
    async verdict(scene, outcomes) {
      const { a, b } = scene.people;
      await oneSpeakerOneFull(scene, outcomes, [a!, b!]);
      const loser = outcomes[0] === 'ok' ? b! : a!;
      const queue = await scene.talk.core.store.requests(scene.talk.id);
      expect(queue.map(({ accountId }) => accountId)).toEqual([loser.account]);
    },
  },
  {
    name: 'two approvals of one person',
    plan: { seats: { host: HOST, cohost: COHOST, a: WAITING } },
    deeds: [
      ({ talk, people }) => talk.act(people.host!, 'approve', people.a!),
      ({ talk, people }) => talk.act(people.cohost!, 'approve', people.a!),
    ],
    async verdict(scene, outcomes) {
      expect(outcomes.toSorted()).toEqual(['forbidden', 'ok']);
      expect(await roleOf(scene, scene.people.a!)).toBe('speaker');
    },
  },
  {
    name: 'an approval and the request taken back',
    plan: { seats: { host: HOST, a: WAITING } },
    deeds: [
      ({ talk, people }) => talk.act(people.host!, 'approve', people.a!),
      ({ talk, people }) => talk.ask(people.a!, 'DELETE', '/request'),
    ],
    async verdict(scene, outcomes) {
      const role = await roleOf(scene, scene.people.a!);
      if (outcomes[0] === 'ok') expect(role).toBe('speaker');
      else expect([...outcomes, role]).toEqual(['conflict', 'ok', 'listener']);
      expect((await rowOf(scene, scene.people.a!))?.requestedAt).toBeNull();
    },
  },
  {
    name: 'an approval and the leaving of the one who asked',
    plan: { seats: { host: HOST, a: WAITING } },
    deeds: [
      ({ talk, people }) => talk.act(people.host!, 'approve', people.a!),
      ({ talk, people }) => talk.post(people.a!, 'leave'),
    ],
    async verdict(scene, outcomes) {
      oneOf(outcomes, ['ok', 'ok'], ['not_found', 'ok']);
      expect(await roleOf(scene, scene.people.a!)).toBeNull();
    },
  },
  {
    name: 'a demotion and an approval when no seat is left',
    plan: { seats: { ...NO_SEAT_LEFT, a: WAITING } },
    deeds: [
      ({ talk, people }) => talk.act(people.host!, 'demote', people.s1!),
      ({ talk, people }) => talk.act(people.cohost!, 'approve', people.a!),
    ],
    async verdict(scene, outcomes) {
      oneOf(outcomes, ['ok', 'ok'], ['ok', 'stage_full']);
      const full = outcomes[1] !== 'ok';
      expect(await roleOf(scene, scene.people.a!)).toBe(full ? 'listener' : 'speaker');
      expect((await rowOf(scene, scene.people.a!))?.requestedAt === null).toBe(!full);
    },
  },
  {
    name: 'a request and the stage opened to everyone',
    plan: { seats: { host: HOST, a: LISTENER } },
    deeds: [
      ({ talk, people }) => talk.set(people.host!, { speakPolicy: 'everyone' }),
      ({ talk, people }) => talk.post(people.a!, 'request', { text: 'About the trams' }),
    ],
    async verdict(scene, outcomes) {
      expect(outcomes).toEqual(['ok', 'ok']);
      expect(await roleOf(scene, scene.people.a!)).toBe('speaker');
    },
  },
];

export const invitations: Race[] = [
  {
    name: 'an acceptance and the invitation taken back',
    plan: { seats: { host: HOST, a: INVITED } },
    deeds: [
      ({ talk, people }) => talk.post(people.a!, 'invitation', { accept: true }),
      ({ talk, people }) => talk.act(people.host!, 'uninvite', people.a!),
    ],
    async verdict(scene, outcomes) {
      oneOf(outcomes, ['ok', 'forbidden'], ['invitation_over', 'ok']);
      expect(await roleOf(scene, scene.people.a!)).toBe(outcomes[0] === 'ok' ? 'speaker' : 'listener');
    },
  },
  {
    name: 'two acceptances for the last seat',
    plan: { seats: { ...ONE_SEAT_LEFT, a: INVITED, b: INVITED } },
    deeds: [
      ({ talk, people }) => talk.post(people.a!, 'invitation', { accept: true }),
      ({ talk, people }) => talk.post(people.b!, 'invitation', { accept: true }),
    ],
    async verdict(scene, outcomes) {
      const { a, b } = scene.people;
      await oneSpeakerOneFull(scene, outcomes, [a!, b!]);
      const loser = outcomes[0] === 'ok' ? b! : a!;
      expect((await rowOf(scene, loser))?.invitedAt).not.toBeNull();
    },
  },
];

async function oneSpeakerOneFull(
  scene: Scene,
  outcomes: Outcome[],
  [a, b]: [Somebody, Somebody],
): Promise<void> {
  expect(outcomes.toSorted()).toEqual(['ok', 'stage_full']);
  const [winner, loser] = outcomes[0] === 'ok' ? [a, b] : [b, a];
  expect(await roleOf(scene, winner)).toBe('speaker');
  expect(await roleOf(scene, loser)).toBe('listener');
  expect(await rowOf(scene, winner)).toMatchObject({ requestedAt: null, invitedAt: null });
}
