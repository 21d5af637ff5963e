import type { ReadonlySignal } from '@preact/signals';
import { computed, effect, signal } from '@preact/signals';
import type { Join } from '#shared/schema/api.ts';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { RoomState } from '#shared/schema/room.ts';
import { IDLE_ROOM } from '#shared/schema/room.ts';
import type { Mix } from '#shared/schema/sound.ts';
import { isOnStage } from '#shared/policy/permissions.ts';
import type { EndReason, Role } from '#shared/schema/space.ts';
import type { Outcome } from '#shared/schema/view.ts';
import type { RoomAudio } from './audio.ts';
import { AudioFault } from './audio.ts';
import { comeBackWaitMs } from './come-back.ts';

/** After this the person is told, rather than left before a spinner. */
const GIVE_UP_MS = 3 * 60_000;
const JOIN_MS = 20_000;

export type WayBack =
  | { ok: true; join: Join }
  | { ok: false; fault: FaultCode; final: boolean; ended: EndReason | null };

export interface MediaHostDeps {
  audio: RoomAudio;
  /** Asks for a new way into a Space that was lost. Rejects when nobody answers. */
  rejoin(spaceId: string): Promise<WayBack>;
  now(): number;
  wait(ms: number): Promise<void>;
}

/** How a Space is to be heard. */
interface Heard {
  volume: number;
  silenced: boolean;
  mix: Mix;
}

export interface Ending {
  ended?: EndReason | null;
  fault?: FaultCode | null;
}

const FINE: Outcome = { fault: null };

/**
 * Owns where a person is with the one Space they are in. Each `prepare`, `connect` and `leave` begins a new turn; what
 * an older turn still waits for is dropped.
 */
export class MediaHost {
  readonly #deps: MediaHostDeps;
  readonly #facts = signal<RoomState>(IDLE_ROOM);
  readonly state: ReadonlySignal<RoomState>;
  #turn = 0;
  /** How often we left the stage: a wish to speak from before does not outlive that. */
  #descents = 0;
  /** What the person last wished of the microphone voids what is still under way. */
  #wishes = 0;
  /** The role that the room itself took from us. */
  #lostRole: Role | null = null;

  constructor(deps: MediaHostDeps) {
    this.#deps = deps;
    this.state = computed(() => {
      const { people, microphone, mutedByHost, oddity, device, quality } = deps.audio.state.value;
      return { ...this.#facts.value, people, microphone, mutedByHost, oddity, device, quality };
    });
    deps.audio.onGone(() => void this.#comeBack());
    deps.audio.onMaySpeak((may) => void this.#followPower(may));
    effect(() => this.#followSound(deps.audio.state.value.connection));
  }

  /** The person wants in: leaves what was, says `joining`, and lets `connect` follow. */
  prepare(spaceId: string | null, title: string): Outcome {
    this.#turn += 1;
    const { volume } = this.#facts.peek();
    void this.#deps.audio.leave(spaceId);
    this.#become({ ...IDLE_ROOM, phase: 'joining', spaceId, title, volume });
    return FINE;
  }

  /** Enters a Space, in place of any other; silent about a turn that was overtaken. */
  async connect(request: Heard & { join: Join }): Promise<Outcome> {
    const turn = ++this.#turn;
    const { join } = request;
    this.#begin({ ...factsOf(join), phase: 'joining' }, request);
    const fault = await this.#enter(turn, join);
    if (fault === 'unauthenticated') return this.#retryAtOnce(turn);
    if (fault && turn === this.#turn) await this.#finish({ fault });
    return { fault };
  }

  /** Goes on, muted and by a new join, where another media host of this person was, or this one before it was stopped. */
  resume({ room, mix }: { room: RoomState; mix: Mix }): Outcome {
    this.#begin({ ...room, phase: 'reconnecting' }, { ...room, mix });
    void this.#comeBack();
    return FINE;
  }

  /** Out and silent, whatever was under way; stays on view with its sentence when an ending is given. */
  async leave(ending: Ending = {}): Promise<Outcome> {
    this.#turn += 1;
    await this.#finish(ending);
    return FINE;
  }

  dismiss(): Outcome {
    if (this.#facts.peek().phase === 'over')
      this.#become({ ...IDLE_ROOM, volume: this.#facts.peek().volume });
    return FINE;
  }

  /** The server's word on what a participant may do; nothing for one that is no longer ours. */
  async setRole({ participantId, role }: { participantId: string; role: Role }): Promise<Outcome> {
    const { role: before, participantId: ours } = this.#facts.peek();
    if (participantId !== ours || role === before) return FINE;
    this.#lostRole = null;
    this.#change({ role });
    if (!isOnStage(role)) await this.#deps.audio.releaseMicrophone();
    else if (!mayStand(before)) await this.#deps.audio.readyMicrophone();
    return FINE;
  }

  /** Whom the person does not want to hear, in what is ours now. */
  setUnheard({ participantId, pids }: { participantId: string; pids: readonly string[] }): Outcome {
    if (participantId === this.#facts.peek().participantId) this.#deps.audio.setUnheard(pids);
    return FINE;
  }

  /** Takes the microphone for somebody on stage; a grant that comes later than the stage was left stays unused. */
  async acquire(asked: boolean): Promise<Outcome> {
    if (!mayStand(this.#facts.peek().role)) return FINE;
    return { fault: await this.#deps.audio.acquireMicrophone(asked) };
  }

  async setMicrophone(on: boolean): Promise<Outcome> {
    const [turn, descents, wish] = [this.#turn, this.#descents, ++this.#wishes];
    if (on && !mayStand(this.#facts.peek().role)) return { fault: 'forbidden' };
    const fault = on ? await this.#deps.audio.acquireMicrophone(false) : null;
    const isStill = turn === this.#turn && descents === this.#descents && wish === this.#wishes;
    if (!fault && isStill) await this.#deps.audio.setMicrophone(on);
    return { fault };
  }

  setVolume(volume: number): Outcome {
    this.#deps.audio.setVolume(volume);
    this.#change({ volume });
    return FINE;
  }

  setSilenced(silenced: boolean): Outcome {
    this.#deps.audio.setSilenced(silenced);
    this.#change({ silenced });
    return FINE;
  }

  setMix(mix: Mix): Outcome {
    this.#deps.audio.setMix(mix);
    this.#change({ ducked: mix.ducked });
    return FINE;
  }

  levels(): Record<string, number> {
    return this.#deps.audio.levels();
  }

  #begin(facts: Partial<RoomState>, { volume, silenced, mix }: Heard): void {
    this.#become({ ...IDLE_ROOM, ...facts, volume, silenced, ducked: mix.ducked });
    this.#deps.audio.setMix(mix);
    this.#deps.audio.setVolume(volume);
    this.#deps.audio.setSilenced(silenced);
  }

  /** Connects the audio; answers the fault, or null also for an overtaken turn. */
  async #enter(turn: number, join: Join): Promise<FaultCode | null> {
    // Before the first sound.
    this.#deps.audio.setUnheard(join.muted);
    try {
      await Promise.race([this.#deps.audio.connect({ url: join.url, token: join.token }), this.#tooLong()]);
    } catch (error) {
      if (turn !== this.#turn) return null;
      return error instanceof AudioFault ? error.code : 'media_unreachable';
    }
    if (turn !== this.#turn) return null;
    this.#lostRole = null;
    this.#become({ ...this.#facts.peek(), ...factsOf(join), phase: 'live' });
    if (!isOnStage(join.role)) void this.#deps.audio.releaseMicrophone();
    return null;
  }

  async #tooLong(): Promise<never> {
    await this.#deps.wait(JOIN_MS);
    throw new AudioFault('join_timeout');
  }

  /** The gate refused a token that was minted a moment ago: the Space's end may have crossed our join. */
  async #retryAtOnce(turn: number): Promise<Outcome> {
    if (turn !== this.#turn) return FINE;
    await this.#comeBack();
    return { fault: this.#facts.peek().fault };
  }

  async #comeBack(): Promise<void> {
    const { spaceId } = this.#facts.peek();
    if (!spaceId) return;
    const turn = ++this.#turn;
    const giveUpAt = this.#deps.now() + GIVE_UP_MS;
    let fault: FaultCode = 'media_unreachable';
    this.#become({ ...this.#facts.peek(), phase: 'reconnecting' });
    for (let attempt = 0; this.#deps.now() < giveUpAt; attempt += 1) {
      await this.#deps.wait(comeBackWaitMs(attempt, Math.random()));
      if (turn !== this.#turn) return;
      const way = await this.#askTheWay(spaceId);
      if (turn !== this.#turn) return;
      if (!way.ok && way.final) return this.#finish(way.ended ? { ended: way.ended } : { fault: way.fault });
      // Known before we are in, so that nobody takes our own new place for another device's.
      if (way.ok) this.#change({ participantId: way.join.participantId });
      const problem = way.ok ? await this.#enter(turn, way.join) : way.fault;
      if (!problem || turn !== this.#turn) return;
      fault = problem;
    }
    await this.#finish({ fault });
  }

  async #askTheWay(spaceId: string): Promise<WayBack> {
    try {
      return await this.#deps.rejoin(spaceId);
    } catch {
      // The background is being restarted; the next attempt wakes it.
      return { ok: false, fault: 'unreachable', final: false, ended: null };
    }
  }

  async #finish({ ended = null, fault = null }: Ending): Promise<void> {
    const facts = this.#facts.peek();
    const isOver = ended !== null || fault !== null;
    const left = this.#deps.audio.leave();
    this.#become(
      isOver
        ? { ...facts, phase: 'over', ended, fault, participantId: null, silenced: false }
        : { ...IDLE_ROOM, volume: facts.volume },
    );
    await left;
  }

  /** The room is quicker than the server's word, or all that we hear; what it gives back is what it took. */
  async #followPower(may: boolean): Promise<void> {
    const { role, phase, participantId } = this.#facts.peek();
    if (phase !== 'live') return;
    if (!may && mayStand(role)) {
      this.#change({ role: 'listener' });
      this.#lostRole = role;
    } else if (may && this.#lostRole && participantId) {
      await this.setRole({ participantId, role: this.#lostRole });
    }
  }

  /** The client's own reconnection is a phase too, while nobody else speaks for the room. */
  #followSound(connection: RoomAudio['state']['value']['connection']): void {
    const facts = this.#facts.peek();
    if (facts.phase === 'live' && connection === 'interrupted')
      this.#become({ ...facts, phase: 'reconnecting' });
    if (facts.phase === 'reconnecting' && connection === 'live') this.#become({ ...facts, phase: 'live' });
  }

  #become(facts: RoomState): void {
    const isNewPhase = facts.phase !== this.#facts.peek().phase;
    this.#facts.value = isNewPhase ? { ...facts, since: this.#deps.now() } : facts;
  }

  #change(change: Partial<RoomState>): void {
    if (change.role === 'listener') this.#descents += 1;
    this.#facts.value = { ...this.#facts.peek(), ...change };
  }
}

function mayStand(role: Role | null): boolean {
  return role !== null && isOnStage(role);
}

function factsOf({ participantId, role, space }: Join) {
  const { id, title, startedAt } = space;
  return { spaceId: id, participantId, title, startedAt, role };
}
