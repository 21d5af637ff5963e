import type { Limits } from '#shared/schema/limits.ts';
import type { EndReason, Role } from '#shared/schema/space.ts';
import { PEOPLE } from './steps.ts';

/** One account; `role` is null while not in the Space, `roleSince` counts the changes of roles. */
export interface Person {
  role: Role | null;
  roleSince: number;
  requestedAt: number | null;
  invitedAt: number | null;
  removed: boolean;
  connected: boolean;
  /** When the newest connection was lost, or the join made that has none yet. */
  lostAt: number;
  /** When their line through the gate closed, known of hosts only. */
  lineLostAt: number | null;
}

const RANK: Role[] = ['host', 'cohost', 'speaker', 'listener'];
const NOT_WAITING = { requestedAt: null, invitedAt: null };

/** A Space and its people in the model, and what happens to them by itself. */
export class TalkState {
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
  readonly limits: Limits;
  #changes = 0;

  constructor(limits: Limits, now: number) {
    this.limits = limits;
    this.now = this.graceFrom = now;
    const listens = { role: 'listener', roleSince: 0, connected: true } as const;
    const times = { lostAt: now, lineLostAt: null };
    const each = () => ({ ...listens, ...NOT_WAITING, ...times, removed: false });
    this.people = Array.from({ length: PEOPLE }, each);
    this.people[0]!.role = 'host';
  }

  /** Those in the Space who fit, by number. */
  where(fits: (person: Person) => boolean): number[] {
    const isThere = (n: number) => this.people[n]!.role !== null && fits(this.people[n]!);
    return [...this.people.keys()].filter(isThere);
  }

  stage(): number[] {
    const { people } = this;
    const rank = (n: number) => RANK.indexOf(people[n]!.role!);
    const since = (n: number) => people[n]!.roleSince;
    const on = this.where(({ role }) => role !== 'listener');
    return on.toSorted((a, b) => rank(a) - rank(b) || since(a) - since(b));
  }

  queue(): number[] {
    const waiting = this.where(({ requestedAt }) => requestedAt !== null);
    return waiting.toSorted((a, b) => this.people[a]!.requestedAt! - this.people[b]!.requestedAt!);
  }

  invited(): number[] {
    return this.where(
      ({ invitedAt }) => invitedAt !== null && this.now - invitedAt <= this.limits.invitationMs,
    );
  }

  /** The seats of the host and of the first host are kept for them. */
  seatsFree(): number {
    const stage = this.stage();
    const kept = new Set([this.host, this.firstHost].filter((n) => !stage.includes(n)));
    return Math.max(0, this.limits.stageMax - stage.length - kept.size);
  }

  hasRoomForCohost(): boolean {
    return this.where(({ role }) => role === 'cohost').length < this.limits.cohostsMax;
  }

  setRole(me: Person, role: Role | null): void {
    this.#changes += 1;
    Object.assign(me, { role, roleSince: this.#changes });
    if (role !== 'listener') Object.assign(me, NOT_WAITING);
    this.emptySince = this.stage().length > 0 ? null : (this.emptySince ?? this.now);
  }

  /** Who was host before becomes co-host while there is a place, else speaker. */
  giveHost(n: number): void {
    const [before, next] = [this.people[this.host]!, this.people[n]!];
    next.role = 'speaker';
    if (before.role === 'host') this.setRole(before, this.hasRoomForCohost() ? 'cohost' : 'speaker');
    this.host = n;
    this.hostLostAt = null;
    this.setRole(next, 'host');
  }

  takeBack(): void {
    if (this.host !== this.firstHost) this.giveHost(this.firstHost);
  }

  close(me: Person): void {
    if (me.role === 'host') this.hostLostAt ??= awaySince(me) ?? this.now;
    me.connected = false;
    this.setRole(me, null);
  }

  end(reason: EndReason): void {
    this.ended = reason;
    for (const me of this.people) this.setRole(me, null);
  }

  /** When everyone may speak, whoever waits longest takes a seat that is free. */
  fill(): void {
    if (this.ended !== null || !this.everyone) return;
    for (const n of this.queue().slice(0, this.seatsFree())) this.setRole(this.people[n]!, 'speaker');
  }

  /** What time alone does until `ms` later. */
  pass(ms: number): void {
    this.now += ms;
    if (this.ended !== null) return;
    const { awayMs, stageEmptyMs } = this.limits;
    const passed = (since: number) => this.#passed(since);
    if (this.emptySince !== null && passed(this.emptySince) >= stageEmptyMs) return this.end('stage_empty');
    const silent = this.where(({ connected, lostAt }) => !connected && passed(lostAt) >= awayMs);
    for (const n of silent) this.close(this.people[n]!);
    this.watchHost();
    this.fill();
  }

  /** Who is away for long is said to be; when that lasts there is another host. */
  watchHost(): void {
    const { hostAwayMs, hostGraceMs } = this.limits;
    const host = this.people[this.host]!;
    const away = host.role === 'host' ? awaySince(host) : null;
    if (away !== null && this.#passed(away) >= hostAwayMs) this.hostLostAt ??= away;
    if (this.hostLostAt !== null && this.#passed(this.hostLostAt) >= hostGraceMs) this.#succeed();
  }

  #passed(since: number): number {
    return this.now - Math.max(since, this.graceFrom);
  }

  #succeed(): void {
    const heir = this.stage().find((n) => n !== this.host && awaySince(this.people[n]!) === null);
    if (heir !== undefined) this.giveHost(heir);
  }
}

/** Since when somebody is not there, by whichever sign came first. */
function awaySince({ connected, lostAt, lineLostAt }: Person): number | null {
  return connected ? lineLostAt : Math.min(lostAt, lineLostAt ?? lostAt);
}
