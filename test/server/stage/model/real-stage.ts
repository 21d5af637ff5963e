import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonAction } from '#shared/policy/policy.ts';
import type { Limits } from '#shared/schema/limits.ts';
import type { ParticipantRecord } from '../../../../server/spaces/records.ts';
import type { MediaEvent } from '../../../../server/spaces/ports.ts';
import { openStore } from '../../../../server/store/store.ts';
import { CoreApp } from '../../../support/core-app.ts';
import { Rows } from '../../../support/stage-rows.ts';
import { type Outcome, type Somebody, Talk } from '../../../support/stage-talk.ts';
import { isPersonStep, type OwnStep, PEOPLE, type Step } from './steps.ts';

const TICK_MS = 5_000;

/** The same steps on the real server core: HTTP before, SQLite behind, a LiveKit in memory whose webhooks come late. */
export class RealStage {
  core: CoreApp;
  talk: Talk;
  readonly people: Somebody[];
  readonly rows: Rows;
  readonly #limits: Partial<Limits>;
  readonly #dataDir: string;
  #late: MediaEvent[] = [];

  private constructor(core: CoreApp, talk: Talk, dataDir: string, limits: Partial<Limits>) {
    this.core = core;
    this.talk = talk;
    this.people = [talk.host];
    this.rows = new Rows(dataDir);
    this.#dataDir = dataDir;
    this.#limits = limits;
  }

  /** A live Space in a store of its own, with everybody inside and connected. */
  static async open(limits: Partial<Limits>): Promise<RealStage> {
    const dataDir = mkdtempSync(join(tmpdir(), 'perch-test-'));
    const core = new CoreApp(await openStore(dataDir), { limits });
    const stage = new RealStage(core, await Talk.open(core), dataDir, limits);
    for (let n = 1; n < PEOPLE; n += 1) {
      core.now += 1;
      stage.people.push(await stage.talk.listener(`P${n}`));
    }
    return stage;
  }

  async close(): Promise<void> {
    await this.core.perch.close();
    await this.core.store.close();
    this.rows.close();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  async apply(step: Step): Promise<Outcome> {
    this.core.now += 1;
    if (step.do === 'wait') {
      for (let left = step.ms; left > 0; left -= TICK_MS) await this.#settle(TICK_MS);
    } else if (step.do === 'restart') await this.#restart();
    else if (step.do === 'webhooks') await this.#deliver(step.seed);
    else return this.#bySomebody(step);
    await this.#settle(0);
    return 'ok';
  }

  /** As the model's picture, read from the store and from what the API tells. */
  async picture() {
    const { store } = this.core;
    const space = (await store.space(this.talk.id))!;
    const open = await store.openParticipants(this.talk.id);
    const roles = this.people.map(
      ({ account }) => open.find((row) => row.accountId === account)?.role ?? null,
    );
    const { endReason: ended, hostLostAt, requestsLocked: locked } = space;
    const [host, firstHost] = [this.#who(space.hostId), this.#who(space.firstHostId)];
    const seen = { ended, host, firstHost, everyone: space.speakPolicy === 'everyone', locked, roles };
    if (ended !== null) return seen;
    const { stage } = await this.talk.stage();
    const byPid = new Map(open.map((row) => [row.id, row.accountId]));
    const queue = this.#all(await store.requests(this.talk.id));
    const since = this.core.now - this.core.limits.invitationMs;
    const invited = this.#all(await store.invited(this.talk.id, since)).toSorted();
    const onStage = stage.people.map(({ pid }) => this.#who(byPid.get(pid)!));
    return { ...seen, hostLostAt, stage: onStage, seatsFree: stage.seatsFree, queue, invited };
  }

  async #bySomebody(step: Exclude<Step, { do: 'wait' | 'webhooks' | 'restart' }>): Promise<Outcome> {
    const who = this.people[step.who]!;
    if (isPersonStep(step)) return this.talk.act(who, step.do as PersonAction, this.people[step.on]!);
    if (step.do === 'join') return this.talk.enter(who);
    if (step.do === 'connect') await this.#connect(who.pid);
    else if (step.do === 'drop') this.#drop(who.pid);
    else if (step.do === 'hang') await this.core.perch.lost(who.pid);
    else if (step.do === 'resume') await this.#resume(who.pid);
    else return this.#verb(step, who);
    await this.#settle(0);
    return 'ok';
  }

  #verb(step: OwnStep, who: Somebody): Promise<Outcome> {
    if (step.do === 'cancel') return this.talk.ask(who, 'DELETE', '/request');
    if (step.do === 'show') return this.talk.post(who, 'shown', { shown: true });
    if (step.do === 'leaveStage') return this.talk.post(who, 'leave-stage');
    if (step.do === 'muteAll') return this.talk.post(who, 'mute-all');
    if (step.do === 'answer') return this.talk.post(who, 'invitation', { accept: step.accept });
    if (step.do === 'lock') return this.talk.set(who, { requestsLocked: step.locked });
    if (step.do === 'open') {
      return this.talk.set(who, { speakPolicy: step.everyone ? 'everyone' : 'invited' });
    }
    return this.talk.post(who, step.do);
  }

  async #connect(pid: string): Promise<void> {
    const answer = await this.core.perch.admit(pid);
    if ('refused' in answer) return;
    const seen = this.core.media.connect(answer.admission, this.core.now);
    await this.core.perch.admitted(answer.admission);
    this.#late.push(this.core.event('participant_joined', this.talk.room, seen));
  }

  /** LiveKit takes a new line only for a session that it still has. */
  async #resume(pid: string): Promise<void> {
    if (!this.core.media.rooms.get(this.talk.room)?.has(pid)) return;
    const answer = await this.core.perch.admit(pid);
    if ('admission' in answer) await this.core.perch.admitted(answer.admission);
  }

  #drop(pid: string): void {
    const people = this.core.media.rooms.get(this.talk.room);
    const seen = people?.get(pid);
    if (!seen) return;
    people?.delete(pid);
    this.#late.push(this.core.event('participant_left', this.talk.room, seen));
  }

  /** Some of the waiting webhooks in any order, some twice, some never. */
  async #deliver(seed: number): Promise<void> {
    const rank = ({ id }: MediaEvent) => (Math.sin(Number(id.slice(3)) * 12.9898 + seed) * 43_758.5453) % 1;
    const shuffled = [...this.#late, ...this.#late].toSorted((a, b) => rank(a) - rank(b));
    for (const event of shuffled.slice(seed % 3)) await this.core.perch.onMediaEvent(event);
    this.#late = [];
  }

  /** Another server takes over store and LiveKit, as after a crash. */
  async #restart(): Promise<void> {
    const { store, media, now } = this.core;
    await this.core.perch.close();
    const next = new CoreApp(store, { limits: this.#limits, media, now });
    this.core = next;
    this.talk = new Talk(next, this.talk.id, this.talk.host);
    await next.perch.reconcile();
  }

  async #settle(ms: number): Promise<void> {
    this.core.now += ms;
    await this.core.perch.reconcile();
  }

  #who = (account: string) => this.people.findIndex((one) => one.account === account);
  #all = (rows: ParticipantRecord[]) => rows.map(({ accountId }) => this.#who(accountId));
}
