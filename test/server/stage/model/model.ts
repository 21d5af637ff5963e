import { type Action, may, PERSON_ACTIONS, type Target } from '#shared/policy/policy.ts';
import type { Limits } from '#shared/schema/limits.ts';
import type { EndReason, Role } from '#shared/schema/space.ts';
import type { Outcome } from '../../../support/stage-talk.ts';
import { isPersonStep, type OwnStep, PEOPLE, type PersonStep, type Step, WHOEVER } from './steps.ts';

/** One account; `role` is null while not in the Space, `joinedAt` and `lostAt` are of the newest join. */
interface Person {
  role: Role | null;
  roleSince: number;
  joinedAt: number;
  requestedAt: number | null;
  invitedAt: number | null;
  removed: boolean;
  connected: boolean;
  lostAt: number;
}

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
const RANK: Role[] = ['host', 'cohost', 'speaker', 'listener'];
const TICK_MS = 5_000;

/** The promise in its plainest terms, without a store and without LiveKit. Every step is done as if alone. */
export class Model {
  now: number;
  graceFrom: number;
  ended: EndReason | null = null;
  host = 0;
  firstHost = 0;
  hostLostAt: number | null = null;
  emptySince: number | null = null;
  everyone = false;
  locked = false;
  readonly people: Person[];
  readonly #limits: Limits;

  constructor(limits: Limits, now: number) {
    this.#limits = limits;
    this.now = this.graceFrom = now;
    const waits = { requestedAt: null, invitedAt: null };
    const listens = { role: 'listener', roleSince: now, connected: true } as const;
    const each = (n: number) => ({ ...listens, ...waits, removed: false, lostAt: now, joinedAt: n });
    this.people = Array.from({ length: PEOPLE }, (_, n) => each(n));
    this.people[0]!.role = 'host';
  }

  /** The step with its people as they are now. */
  named<S extends Step>(step: S): S {
    const whoever: Record<number, number | undefined> = {
      [WHOEVER.isHost]: this.host,
      [WHOEVER.waitsLongest]: this.queue()[0],
      [WHOEVER.isInvited]: this.#where(this.#isInvited)[0],
      [WHOEVER.cameLast]: this.stage().at(-1),
    };
    const name = (n: number) => (n < 0 ? (whoever[n] ?? 0) : n);
    const who = 'who' in step ? { who: name(step.who) } : {};
    return { ...step, ...who, ...('on' in step && { on: name(step.on) }) };
  }

  /** What somebody with eyes for everything would see. */
  picture() {
    const { ended, host, firstHost, hostLostAt, everyone, locked, people } = this;
    const roles = people.map(({ role }) => role);
    const open = { hostLostAt, stage: this.stage(), seatsFree: Math.max(0, this.seatsFree()) };
    const waiting = { queue: this.queue(), invited: this.#where(this.#isInvited) };
    return {
      ended,
      host,
      firstHost,
      everyone,
      locked,
      roles,
      ...(ended === null && { ...open, ...waiting }),
    };
  }

  stage(): number[] {
    const on = this.#where(({ role }) => role !== null && role !== 'listener');
    const rank = (n: number) => RANK.indexOf(this.people[n]!.role!);
    const { people } = this;
    const since = (n: number) => people[n]!.roleSince;
    return on.toSorted(
      (a, b) => rank(a) - rank(b) || since(a) - since(b) || people[a]!.joinedAt - people[b]!.joinedAt,
    );
  }

  queue(): number[] {
    const waiting = this.#where(({ requestedAt }) => requestedAt !== null);
    return waiting.toSorted((a, b) => this.people[a]!.requestedAt! - this.people[b]!.requestedAt!);
  }

  seatsFree(): number {
    const stage = this.stage();
    const kept = new Set([this.host, this.firstHost].filter((n) => !stage.includes(n)));
    return this.#limits.stageMax - stage.length - kept.size;
  }

  /** Does the step and answers what the server should. */
  apply(step: Step): Outcome {
    this.now += 1;
    if (step.do === 'wait')
      for (let left = step.ms; left > 0 && !this.ended; left -= TICK_MS) this.#pass(TICK_MS);
    else if (step.do === 'restart') this.graceFrom = this.now;
    else if (step.do === 'webhooks') this.#pass(0);
    else return this.#bySomebody(step);
    this.#pass(0);
    return 'ok';
  }

  #bySomebody(step: OwnStep | PersonStep): Outcome {
    const me = this.people[step.who]!;
    if (step.do === 'join') return this.#join(step.who, me);
    if (step.do === 'leave' || step.do === 'connect' || step.do === 'drop') {
      if (this.ended === null && me.role !== null) this.#move(step.do, step.who, me);
      if (step.do !== 'leave') this.#pass(0);
      return 'ok';
    }
    const isOwner = step.who === this.host && ['end', 'open', 'lock'].includes(step.do);
    if (this.ended !== null) return step.do === 'end' && isOwner ? 'ok' : 'space_ended';
    if (me.role === null && !isOwner) return 'not_in_space';
    const outcome = isPersonStep(step) ? this.#toPerson(step, me.role!) : this.#own(step, me, isOwner);
    if (outcome === 'ok') this.#fill();
    return outcome;
  }

  #own(step: OwnStep, me: Person, isOwner: boolean): Outcome {
    const asked = OWN[step.do];
    if (asked && !may(isOwner ? 'host' : me.role!, ...asked)) return 'forbidden';
    if (step.do === 'request') return this.#request(me);
    if (step.do === 'answer') return this.#answer(me, step.accept);
    if (step.do === 'cancel') me.requestedAt = null;
    if (step.do === 'leaveStage') this.#setRole(me, 'listener');
    if (step.do === 'open') this.everyone = step.everyone;
    if (step.do === 'lock') this.locked = step.locked;
    if (step.do === 'end') this.#end('host_ended');
    return 'ok';
  }

  #request(me: Person): Outcome {
    if (this.locked) return 'requests_locked';
    me.requestedAt ??= this.now;
    return 'ok';
  }

  #answer(me: Person, accept: boolean): Outcome {
    if (accept && !this.#isInvited(me)) return 'invitation_over';
    if (accept && this.seatsFree() <= 0) return 'stage_full';
    if (accept) this.#setRole(me, 'speaker');
    me.invitedAt = null;
    return 'ok';
  }

  #toPerson(step: PersonStep, role: Role): Outcome {
    const on = this.people[step.on]!;
    if (on.role === null) return 'not_found';
    if (!may(role, PERSON_ACTIONS[step.do], step.who === step.on ? 'self' : on.role)) return 'forbidden';
    if (step.do === 'approve' && on.requestedAt === null) return 'conflict';
    if (step.do === 'approve' && this.seatsFree() <= 0) return 'stage_full';
    if (step.do === 'cohost' && this.#cohosts() >= this.#limits.cohostsMax) return 'cohosts_full';
    if (step.do === 'dismiss') on.requestedAt = null;
    if (step.do === 'invite') on.invitedAt = this.now;
    if (step.do === 'uninvite') on.invitedAt = null;
    if (step.do === 'approve' || step.do === 'uncohost') this.#setRole(on, 'speaker');
    if (step.do === 'cohost') this.#setRole(on, 'cohost');
    if (step.do === 'demote') this.#setRole(on, 'listener');
    if (step.do === 'host') this.#giveHost((this.firstHost = step.on));
    if (step.do === 'remove') this.#remove(step.on, on);
    return 'ok';
  }

  #join(n: number, me: Person): Outcome {
    if (this.ended !== null) return 'space_ended';
    if (me.removed) return 'removed';
    Object.assign(me, { connected: false, lostAt: this.now, joinedAt: this.now });
    if (me.role === null && n === this.host) this.hostLostAt = null;
    if (me.role === null) this.#setRole(me, n === this.host ? 'host' : 'listener');
    if (n === this.firstHost) this.#takeBack();
    return 'ok';
  }

  #move(how: 'leave' | 'connect' | 'drop', n: number, me: Person): void {
    if (how === 'drop' && me.connected) Object.assign(me, { connected: false, lostAt: this.now });
    if (how === 'leave') this.#close(n);
    if (how === 'connect') me.connected = true;
    if (how === 'connect' && n === this.firstHost) this.#takeBack();
    if (how === 'connect' && n === this.host) this.hostLostAt = null;
    this.#fill();
  }

  #takeBack(): void {
    if (this.host !== this.firstHost) this.#giveHost(this.firstHost);
  }

  /** Who was host before becomes co-host while there is a place, else speaker. */
  #giveHost(n: number): void {
    const [before, next] = [this.people[this.host]!, this.people[n]!];
    next.role = 'speaker';
    if (before.role === 'host') {
      this.#setRole(before, this.#cohosts() < this.#limits.cohostsMax ? 'cohost' : 'speaker');
    }
    this.host = n;
    this.hostLostAt = null;
    this.#setRole(next, 'host');
  }

  /** What time alone does, looked at every five seconds. */
  #pass(ms: number): void {
    this.now += ms;
    const { awayMs, stageEmptyMs, hostAwayMs, hostGraceMs } = this.#limits;
    const passed = (since: number) => this.now - Math.max(since, this.graceFrom);
    if (this.ended !== null) return;
    if (this.emptySince !== null && passed(this.emptySince) >= stageEmptyMs) return this.#end('stage_empty');
    for (const n of this.#where(({ connected, lostAt }) => !connected && passed(lostAt) >= awayMs))
      this.#close(n);
    const { role, connected, lostAt } = this.people[this.host]!;
    const isAway = role === 'host' && !connected && passed(lostAt) >= hostAwayMs;
    if (isAway) this.hostLostAt ??= lostAt;
    if (this.hostLostAt !== null && passed(this.hostLostAt) >= hostGraceMs) this.#succeed();
    this.#fill();
  }

  #succeed(): void {
    const heir = this.stage().find((n) => this.people[n]!.connected && n !== this.host);
    if (heir !== undefined) this.#giveHost(heir);
  }

  #close(n: number): void {
    const me = this.people[n]!;
    if (me.role === 'host') this.hostLostAt ??= me.connected ? this.now : me.lostAt;
    Object.assign(me, { requestedAt: null, invitedAt: null, connected: false });
    this.#setRole(me, null);
  }

  #remove(n: number, on: Person): void {
    on.removed = true;
    this.#close(n);
  }

  #end(reason: EndReason): void {
    this.ended = reason;
    for (const me of this.people) this.#setRole(me, null);
  }

  #setRole(me: Person, role: Role | null): void {
    const afterOthers = this.stage().map((n) => this.people[n]!.roleSince + 1);
    Object.assign(me, { role, roleSince: Math.max(this.now, ...afterOthers) });
    if (role !== null && role !== 'listener') Object.assign(me, { requestedAt: null, invitedAt: null });
    this.emptySince = this.stage().length > 0 ? null : (this.emptySince ?? this.now);
  }

  /** When everyone may speak, whoever waits longest takes a seat that is free. */
  #fill(): void {
    if (this.ended !== null || !this.everyone) return;
    for (const n of this.queue().slice(0, Math.max(0, this.seatsFree())))
      this.#setRole(this.people[n]!, 'speaker');
  }

  #where = (fits: (person: Person) => boolean) =>
    [...this.people.keys()].filter((n) => this.people[n]!.role !== null && fits(this.people[n]!));
  #cohosts = () => this.#where(({ role }) => role === 'cohost').length;
  #isInvited = ({ invitedAt }: Person) =>
    invitedAt !== null && this.now - invitedAt <= this.#limits.invitationMs;
}
