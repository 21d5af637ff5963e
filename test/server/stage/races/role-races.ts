import { expect } from 'vitest';
import type { Somebody } from '../../../support/stage-talk.ts';
import {
  COHOST,
  HOST,
  LISTENER,
  oneOf,
  type Race,
  roleOf,
  rowOf,
  type Scene,
  spaceOf,
  SPEAKER,
  WAITING,
} from './race.ts';

export const removals: Race[] = [
  {
    name: 'a removal and an approval',
    plan: { seats: { host: HOST, cohost: COHOST, a: WAITING } },
    deeds: [
      ({ talk, people }) => talk.act(people.host!, 'remove', people.a!),
      ({ talk, people }) => talk.act(people.cohost!, 'approve', people.a!),
    ],
    async verdict(scene, outcomes) {
      oneOf(outcomes, ['ok', 'ok'], ['ok', 'not_found']);
      await isOutForGood(scene, scene.people.a!);
    },
  },
  {
    name: 'a removal and a join from another device',
    plan: { seats: { host: HOST, a: SPEAKER } },
    deeds: [
      ({ talk, people }) => talk.act(people.host!, 'remove', { pid: people.a!.pid }),
      ({ talk, people }) => talk.enter(people.a!),
    ],
    async verdict(scene, outcomes) {
      oneOf(outcomes, ['ok', 'ok'], ['ok', 'removed']);
      await isOutForGood(scene, scene.people.a!);
    },
  },
  {
    name: 'an approval and a move back to the listeners',
    plan: { seats: { host: HOST, cohost: COHOST, a: WAITING } },
    deeds: [
      ({ talk, people }) => talk.act(people.host!, 'approve', people.a!),
      ({ talk, people }) => talk.act(people.cohost!, 'demote', people.a!),
    ],
    async verdict(scene, outcomes) {
      oneOf(outcomes, ['ok', 'ok'], ['ok', 'forbidden']);
      const demoted = outcomes[1] === 'ok';
      expect(await roleOf(scene, scene.people.a!)).toBe(demoted ? 'listener' : 'speaker');
    },
  },
  {
    name: 'a mute and a demotion',
    plan: { seats: { host: HOST, cohost: COHOST, a: SPEAKER } },
    deeds: [
      ({ talk, people }) => talk.act(people.cohost!, 'mute', people.a!),
      ({ talk, people }) => talk.act(people.host!, 'demote', people.a!),
    ],
    async verdict(scene, outcomes) {
      oneOf(outcomes, ['ok', 'ok'], ['forbidden', 'ok']);
      expect(await roleOf(scene, scene.people.a!)).toBe('listener');
      expect((await rowOf(scene, scene.people.a!))?.muteAskedAt).toBeNull();
    },
  },
];

export const hosts: Race[] = [
  {
    name: 'a handing over and the leaving of the one who gets it',
    plan: { seats: { host: HOST, a: SPEAKER } },
    deeds: [
      ({ talk, people }) => talk.act(people.host!, 'host', people.a!),
      ({ talk, people }) => talk.post(people.a!, 'leave'),
    ],
    async verdict(scene, outcomes) {
      oneOf(outcomes, ['ok', 'ok'], ['not_found', 'ok']);
      const { a, host } = scene.people;
      const handed = outcomes[0] === 'ok';
      const owner = (handed ? a! : host!).account;
      expect(await spaceOf(scene)).toMatchObject({ hostId: owner, firstHostId: owner });
      expect((await spaceOf(scene)).hostLostAt !== null).toBe(handed);
      expect(await roleOf(scene, host!)).toBe(handed ? 'cohost' : 'host');
    },
  },
  {
    name: 'a handing over and a new co-host',
    plan: { seats: { host: HOST, a: SPEAKER, b: SPEAKER } },
    deeds: [
      ({ talk, people }) => talk.act(people.host!, 'host', people.a!),
      ({ talk, people }) => talk.act(people.host!, 'cohost', people.b!),
    ],
    async verdict(scene, outcomes) {
      oneOf(outcomes, ['ok', 'ok'], ['ok', 'forbidden']);
      const { host, a, b } = scene.people;
      const roles = await Promise.all([host!, a!, b!].map((who) => roleOf(scene, who)));
      expect(roles).toEqual(['cohost', 'host', outcomes[1] === 'ok' ? 'cohost' : 'speaker']);
    },
  },
  {
    name: 'two co-hosts for the last place',
    plan: { seats: { host: HOST, cohost: COHOST, a: SPEAKER, b: SPEAKER } },
    deeds: [
      ({ talk, people }) => talk.act(people.host!, 'cohost', people.a!),
      ({ talk, people }) => talk.act(people.host!, 'cohost', people.b!),
    ],
    async verdict(scene, outcomes) {
      expect(outcomes.toSorted()).toEqual(['cohosts_full', 'ok']);
      const { a, b } = scene.people;
      const roles = await Promise.all([a!, b!].map((who) => roleOf(scene, who)));
      expect(roles).toEqual(outcomes[0] === 'ok' ? ['cohost', 'speaker'] : ['speaker', 'cohost']);
    },
  },
  {
    name: "the first host's return and the succession",
    plan: {
      seats: { host: { ...HOST, away: true }, a: COHOST, b: SPEAKER },
      space: { hostLostAt: 1 },
    },
    deeds: [
      ({ talk, people }) => talk.enter(people.host!),
      async ({ talk }) => {
        await talk.core.perch.reconcile();
        return 'ok';
      },
    ],
    async verdict(scene, outcomes) {
      expect(outcomes).toEqual(['ok', 'ok']);
      const { host, a, b } = scene.people;
      const roles = await Promise.all([host!, a!, b!].map((who) => roleOf(scene, who)));
      expect(roles).toEqual(['host', 'cohost', 'speaker']);
      expect((await spaceOf(scene)).hostId).toBe(host!.account);
    },
  },
];

export const endings: Race[] = [
  {
    name: 'the end and a join',
    plan: { seats: { host: HOST, a: { ...LISTENER, away: true } } },
    deeds: [
      ({ talk, people }) => talk.post(people.host!, 'end'),
      ({ talk, people }) => talk.enter(people.a!),
    ],
    async verdict(scene, outcomes) {
      oneOf(outcomes, ['ok', 'ok'], ['ok', 'space_ended']);
      await isOver(scene);
    },
  },
  {
    name: 'the end and an approval',
    plan: { seats: { host: HOST, cohost: COHOST, a: WAITING } },
    deeds: [
      ({ talk, people }) => talk.post(people.host!, 'end'),
      ({ talk, people }) => talk.act(people.cohost!, 'approve', people.a!),
    ],
    async verdict(scene, outcomes) {
      oneOf(outcomes, ['ok', 'ok'], ['ok', 'space_ended']);
      await isOver(scene);
    },
  },
];

async function isOutForGood(scene: Scene, who: Somebody): Promise<void> {
  expect(await roleOf(scene, who)).toBeNull();
  expect(await scene.talk.core.perch.admit(who.pid)).toEqual({ refused: 'unauthenticated' });
  expect(await scene.talk.enter(who)).toBe('removed');
}

async function isOver(scene: Scene): Promise<void> {
  expect((await spaceOf(scene)).state).toBe('ended');
  expect(await scene.talk.core.store.openParticipants(scene.talk.id)).toEqual([]);
}
