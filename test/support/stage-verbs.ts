import type { Action, Target } from '#shared/policy/policy.ts';
import { PERSON_ACTIONS, type PersonAction } from '#shared/policy/policy.ts';
import { outcomeOf, type Outcome, type Somebody, type Talk } from './stage-talk.ts';

type Caller = { token: string } | null;
type Deed = (talk: Talk, who: Caller, on: { pid: string } | null) => Promise<Outcome>;

const toPerson = (name: string): Deed => {
  const word = (Object.keys(PERSON_ACTIONS) as PersonAction[]).find((key) => PERSON_ACTIONS[key] === name)!;
  return (talk, who, on) => talk.act(who, word, on!);
};

async function tell(talk: Talk, who: Caller, path: string, body: object): Promise<Outcome> {
  return outcomeOf(await talk.core.request('POST', path, { ...(who && { token: who.token }), body }));
}

/** Every action of the policy as a request; `on` is null for the Space as a whole. */
export const DEEDS: Record<Action, Deed> = {
  request: (talk, who) => talk.post(who, 'request'),
  answerInvitation: (talk, who) => talk.post(who, 'invitation', { accept: true }),
  show: (talk, who) => talk.post(who, 'shown', { shown: true }),
  react: (talk, who) => talk.post(who, 'react', { emoji: '👏' }),
  leaveStage: (talk, who) => talk.post(who, 'leave-stage'),
  report: (talk, who, on) =>
    tell(talk, who, '/v1/reports', { spaceId: talk.id, reason: 'spam', ...(on && { pid: on.pid }) }),
  block: (talk, who, on) => tell(talk, who, '/v1/blocks', { spaceId: talk.id, pid: on!.pid }),
  seeQueue: async (talk, who) => ((await talk.stage(who)).queue ? 'ok' : 'forbidden'),
  approve: toPerson('approve'),
  dismiss: toPerson('dismiss'),
  invite: toPerson('invite'),
  uninvite: toPerson('uninvite'),
  mute: toPerson('mute'),
  muteAll: (talk, who) => talk.post(who, 'mute-all'),
  demote: toPerson('demote'),
  remove: toPerson('remove'),
  makeCohost: toPerson('makeCohost'),
  unmakeCohost: toPerson('unmakeCohost'),
  handOver: toPerson('handOver'),
  settings: (talk, who) => talk.set(who, { title: 'Another talk' }),
  end: (talk, who) => talk.post(who, 'end'),
};

/** What an action can be asked of: one's own place, the Space, or a person, oneself among them. */
export const ASKED_OF: Record<Action, readonly Target[]> = (() => {
  const self: Target[] = ['self'];
  const space: Target[] = ['space'];
  const people: Target[] = ['self', 'host', 'cohost', 'speaker', 'listener'];
  const own = { request: self, answerInvitation: self, show: self, react: self, leaveStage: self };
  const whole = { seeQueue: space, muteAll: space, settings: space, end: space };
  const safety = { report: [...space, ...people], block: people };
  const queue = { approve: people, dismiss: people, invite: people, uninvite: people };
  const stage = { mute: people, demote: people, remove: people };
  const cast = { makeCohost: people, unmakeCohost: people, handOver: people };
  return { ...own, ...whole, ...safety, ...queue, ...stage, ...cast };
})();

/** A Space with two of each role but the host; both listeners wait to speak and are invited. */
export interface Cast {
  host: [Somebody];
  cohost: [Somebody, Somebody];
  speaker: [Somebody, Somebody];
  listener: [Somebody, Somebody];
}

export async function castOf(talk: Talk): Promise<Cast> {
  const cohost: Cast['cohost'] = [await talk.cohost('Cora'), await talk.cohost('Cleo')];
  const speaker: Cast['speaker'] = [await talk.speaker('Sol'), await talk.speaker('Sam')];
  const listener: Cast['listener'] = [await talk.waiting('Lea'), await talk.waiting('Lou')];
  for (const one of listener) await talk.act(talk.host, 'invite', one);
  return { host: [talk.host], cohost, speaker, listener };
}
