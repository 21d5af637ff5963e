import { effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import { Fault } from '#shared/client/fault.ts';
import type { HostLine } from '#shared/client/room-flow.ts';
import type { RoomAudio } from '#shared/room/audio.ts';
import { MediaHost, type WayBack } from '#shared/room/media-host.ts';
import type { Join } from '#shared/schema/api.ts';
import type { RoomState } from '#shared/schema/room.ts';
import type { Mix } from '#shared/schema/sound.ts';
import type { Role } from '#shared/schema/space.ts';
import type { Outcome } from '#shared/schema/view.ts';

export interface PageHostDeps {
  /** Brings what plays sound, which is heavy, and is fetched when it is first needed or before. Rejects when it does not come. */
  loadAudio(): Promise<RoomAudio>;
  rejoin(spaceId: string): Promise<WayBack>;
  /** How loud a Space begins, from 0 to 1. */
  volume(): number;
  /** How it and its people are to be heard. */
  mixFor(join: Join): Promise<Mix>;
  onState(state: RoomState): void;
}

interface Opened {
  host: MediaHost;
  audio: RoomAudio;
}

const FINE: Outcome = { fault: null };

/** The media host, in the page itself. */
export class PageHost implements HostLine {
  readonly #deps: PageHostDeps;
  readonly #heldBack = signal(false);
  #opened: Opened | null = null;
  #opening: Promise<void> | null = null;

  constructor(deps: PageHostDeps) {
    this.#deps = deps;
  }

  /** The browser lets nothing be heard before the person has done something in the page. */
  get heldBack(): ReadonlySignal<boolean> {
    return this.#heldBack;
  }

  ensure(): Promise<void> {
    this.#opening ??= this.#open().catch((error: unknown) => {
      this.#opening = null;
      throw new Fault('unreachable', { cause: error });
    });
    return this.#opening;
  }

  async isOpen(): Promise<boolean> {
    return this.#opened !== null;
  }

  async prepare(spaceId: string | null, title: string): Promise<Outcome> {
    return this.#here.host.prepare(spaceId, title);
  }

  async connect(join: Join): Promise<Outcome> {
    const { host } = this.#here;
    const mix = await this.#deps.mixFor(join);
    return host.connect({ join, volume: this.#deps.volume(), silenced: false, mix });
  }

  leave({ ended }: Parameters<HostLine['leave']>[0]): Promise<Outcome> {
    return this.#here.host.leave({ ended });
  }

  async dismiss(): Promise<Outcome> {
    return this.#opened?.host.dismiss() ?? FINE;
  }

  role(participantId: string, role: Role): Promise<Outcome> {
    return this.#here.host.setRole({ participantId, role });
  }

  async unheard(participantId: string, pids: string[]): Promise<Outcome> {
    return this.#here.host.setUnheard({ participantId, pids });
  }

  microphone(on: boolean): Promise<Outcome> {
    return this.#here.host.setMicrophone(on);
  }

  acquire(asked: boolean): Promise<Outcome> {
    return this.#here.host.acquire(asked);
  }

  async state(): Promise<RoomState> {
    return this.#here.host.state.value;
  }

  setVolume(volume: number): Outcome {
    return this.#opened?.host.setVolume(volume) ?? FINE;
  }

  setSilenced(on: boolean): Outcome {
    return this.#opened?.host.setSilenced(on) ?? FINE;
  }

  setMix(mix: Mix): Outcome {
    return this.#opened?.host.setMix(mix) ?? FINE;
  }

  levels(): Record<string, number> {
    return this.#opened?.host.levels() ?? {};
  }

  /** Plays what the browser held back; called while a click is handled. */
  async play(): Promise<void> {
    await this.#opened?.audio.play();
  }

  get #here(): Opened {
    if (!this.#opened) throw new Error('the media host is not open');
    return this.#opened;
  }

  async #open(): Promise<void> {
    const audio = await this.#deps.loadAudio();
    const host = new MediaHost({
      audio,
      rejoin: (spaceId) => this.#deps.rejoin(spaceId),
      now: () => Date.now(),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
    this.#opened = { host, audio };
    effect(() => {
      const state = host.state.value;
      untracked(() => this.#deps.onState(state));
    });
    effect(() => void (this.#heldBack.value = audio.state.value.heldBack));
  }
}
