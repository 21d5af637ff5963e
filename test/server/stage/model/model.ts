import { type Action, may, PERSON_ACTIONS, type Target } from '#shared/policy/policy.ts';
import type { Limits } from '#shared/schema/limits.ts';
import type { Role } from '#shared/schema/space.ts';
import type { Outcome } from '../../../support/stage-talk.ts';
import { isPersonStep, type OwnStep, type PersonStep, type Place, type Step, WHOEVER } from './steps.ts';
import { type Person, TalkState } from './talk-state.ts';

const OWN: Record<string, [Action, Target]> = {
  request: ['request', 'self'],
  show: ['show', 'self'],
  leaveStage: ['leaveStage', 'self'],
  answer: ['answerInvitation', 'self'],
  muteAll: ['muteAll', 'space'],
  open: ['settings', 'space'],
  lock: ['settings', 'space'],
  end: ['end', 'space'],
};
const OWNERS = ['open', 'lock', 'end'];
const PLACES = ['leave', 'connect', 'drop', 'hang', 'resume'];
const TICK_MS = 5_000;

const isPlace = (step: Step): step is { do: Place; who: number } => PLACES.includes(step.do);

/** The promise in its plainest terms, without a store and without LiveKit. Every step is done as if alone. */
export class Model {
  readonly #talk: TalkState;

  constructor(limits: Limits, now: number) {
    this.#talk = new TalkState(limits, now);
  }

  /** The step with its people as they are now. */
  named<S extends Step>(step: S): S {
    const whoever: Record<number, number | undefined> = {
      [WHOEVER.isHost]: this.#talk.host,
      [WHOEVER.waitsLongest]: this.#talk.queue()[0],
      [WHOEVER.isInvited]: this.#talk.invited()[0],
      [WHOEVER.isFirst]: this.#talk.firstHost,
      [WHOEVER.cameLast]: this.#talk.stage().at(-1),
    };
    const name = (n: number) => (n < 0 ? (whoever[n] ?? 0) : n);
    const who = 'who' in step ? { who: name(step.who) } : {};
    return { ...step, ...who, ...('on' in step && { on: name(step.on) }) };
  }

  /** What somebody with eyes for everything would see. */
  picture() {
    const { ended, host, firstHost, hostLostAt, everyone, locked, people } = this.#talk;
    const seen = { ended, host, firstHost, everyone, locked, roles: people.map(({ role }) => role) };
    if (ended !== null) return seen;
    const stage = { stage: this.#talk.stage(), seatsFree: this.#talk.seatsFree() };
    return { ...seen, hostLostAt, ...stage, queue: this.#talk.queue(), invited: this.#talk.invited() };
  }

  /** Does the step and answers what the server should. */
  apply(step: Step): Outcome {
    const talk = this.#talk;
    talk.now += 1;
    if (step.do === 'wait') {
      for (let left = step.ms; left > 0 && talk.ended === null; left -= TICK_MS) talk.pass(TICK_MS);
    } else if (step.do === 'restart') talk.graceFrom = talk.now;
    else if (isPlace(step)) this.#move(step.do, step.who);
    else if (step.do !== 'webhooks') return this.#bySomebody(step);
    if (step.do !== 'leave') talk.pass(0);
    return 'ok';
  }

  #bySomebody(step: OwnStep | PersonStep): Outcome {
    const talk = this.#talk;
    const me = talk.people[step.who]!;
    if (step.do === 'join') return this.#join(step.who, me);
    const isOwner = step.who === talk.host && OWNERS.includes(step.do);
    if (talk.ended !== null) return step.do === 'end' && isOwner ? 'ok' : 'space_ended';
    if (me.role === null && !isOwner) return 'not_in_space';
    const outcome = isPersonStep(step) ? this.#toPerson(step, me.role!) : this.#own(step, me, isOwner);
    if (outcome === 'ok') talk.fill();
    return outcome;
  }

  #own(step: OwnStep, me: Person, isOwner: boolean): Outcome {
    const talk = this.#talk;
    const asked = OWN[step.do];
    if (asked && !may(isOwner ? 'host' : me.role!, ...asked)) return 'forbidden';
    if (step.do === 'request' && talk.locked) return 'requests_locked';
    if (step.do === 'answer') return this.#answer(me, step.accept);
    if (step.do === 'request') me.requestedAt ??= talk.now;
    if (step.do === 'cancel') me.requestedAt = null;
    if (step.do === 'leaveStage') talk.setRole(me, 'listener');
    if (step.do === 'open') talk.everyone = step.everyone;
    if (step.do === 'lock') talk.locked = step.locked;
    if (step.do === 'end') talk.end('host_ended');
    return 'ok';
  }

  #answer(me: Person, accept: boolean): Outcome {
    const talk = this.#talk;
    if (accept && !talk.invited().includes(talk.people.indexOf(me))) return 'invitation_over';
    if (accept && talk.seatsFree() === 0) return 'stage_full';
    if (accept) talk.setRole(me, 'speaker');
    me.invitedAt = null;
    return 'ok';
  }

  #toPerson(step: PersonStep, role: Role): Outcome {
    const talk = this.#talk;
    const on = talk.people[step.on]!;
    if (on.role === null) return 'not_found';
    if (!may(role, PERSON_ACTIONS[step.do], step.who === step.on ? 'self' : on.role)) return 'forbidden';
    // Who stands in puts nobody out whose Space it is.
    if (step.do === 'remove' && step.on === talk.firstHost) return 'forbidden';
    if (step.do === 'approve' && on.requestedAt === null) return 'conflict';
    if (step.do === 'approve' && talk.seatsFree() === 0) return 'stage_full';
    if (step.do === 'cohost' && !talk.hasRoomForCohost()) return 'cohosts_full';
    if (step.do === 'dismiss') on.requestedAt = null;
    if (step.do === 'invite') on.invitedAt = talk.now;
    if (step.do === 'uninvite') on.invitedAt = null;
    if (step.do === 'approve' || step.do === 'uncohost') talk.setRole(on, 'speaker');
    if (step.do === 'cohost') talk.setRole(on, 'cohost');
    if (step.do === 'demote') talk.setRole(on, 'listener');
    // The Space itself is handed over by whose it is.
    if (step.do === 'host' && talk.host === talk.firstHost) talk.firstHost = step.on;
    if (step.do === 'host') talk.giveHost(step.on);
    if (step.do !== 'remove') return 'ok';
    on.removed = true;
    talk.close(on);
    return 'ok';
  }

  #join(n: number, me: Person): Outcome {
    const talk = this.#talk;
    if (talk.ended !== null) return 'space_ended';
    if (me.removed) return 'removed';
    Object.assign(me, { connected: false, lostAt: talk.now, lineLostAt: null });
    if (me.role === null && n === talk.host) talk.hostLostAt = null;
    if (me.role === null) talk.setRole(me, n === talk.host ? 'host' : 'listener');
    if (n === talk.firstHost) talk.takeBack();
    if (n === talk.host) talk.watchHost();
    talk.fill();
    return 'ok';
  }

  #move(how: Place, n: number): void {
    const talk = this.#talk;
    const me = talk.people[n]!;
    if (talk.ended !== null || me.role === null) return;
    const wasHost = me.role === 'host';
    if (how === 'leave') talk.close(me);
    if (how === 'leave' && wasHost) talk.watchHost();
    if (how === 'drop' && me.connected) Object.assign(me, { connected: false, lostAt: talk.now });
    if (how === 'hang' && me.role === 'host') me.lineLostAt ??= talk.now;
    if (how === 'connect') me.connected = true;
    if (how === 'connect' || (how === 'resume' && me.connected)) this.#arrive(n, me);
    talk.fill();
  }

  #arrive(n: number, me: Person): void {
    me.lineLostAt = null;
    if (n === this.#talk.firstHost) this.#talk.takeBack();
    if (n === this.#talk.host) this.#talk.hostLostAt = null;
  }
}
