import type { Ahead as AheadJoin } from '#shared/schema/api.ts';
import type { Mix } from '#shared/schema/sound.ts';
import { Ahead } from './ahead.ts';
import type { AudioTarget } from './audio.ts';
import { HiddenListener } from './hidden-listener.ts';
import { LiveKitAudio } from './room-audio.ts';

interface Look {
  ahead: AheadJoin;
  volume: number;
  silenced: boolean;
  mix: Mix;
}

/** RoomAudio that can be heard from the click on, where it was connected ahead of it. */
export class EarlyAudio extends LiveKitAudio {
  readonly #hidden = new HiddenListener();
  #turn = 0;
  #isHeld = false;
  #isSilenced = false;
  readonly ahead = new Ahead({
    room: this.#hidden,
    real: { sounding: () => this.sounding(), hold: (on) => this.#hold(on) },
    setTimeout: (act, ms) => setTimeout(act, ms),
    clearTimeout: (timer) => clearTimeout(timer as number),
  });

  /** Connects ahead of a join, to be heard like that; unless a Space is heard already. */
  look({ ahead, volume, silenced, mix }: Look): void {
    if (this.state.peek().connection !== 'off') return;
    const { space, url, token, muted } = ahead;
    this.setMix(mix);
    this.setVolume(volume);
    this.setSilenced(silenced);
    this.setUnheard(muted);
    void this.ahead.look(space.id, { url, token });
  }

  override async connect(target: AudioTarget): Promise<void> {
    const turn = ++this.#turn;
    await this.ahead.beginHandOver();
    if (turn !== this.#turn) return;
    await super.connect(target);
    this.ahead.endHandOver();
  }

  override leave(but?: string | null): Promise<void> {
    this.#turn += 1;
    this.ahead.drop(but);
    return super.leave();
  }

  override setVolume(volume: number): void {
    super.setVolume(volume);
    this.#hidden.ears.volume = volume;
    this.#hidden.tune();
  }

  override setSilenced(on: boolean): void {
    this.#isSilenced = on;
    super.setSilenced(on || this.#isHeld);
    this.#hidden.ears.silenced = on;
    this.#hidden.tune();
  }

  override setMix(mix: Mix): void {
    super.setMix(mix);
    this.#hidden.ears.mix = mix;
    this.#hidden.tune();
  }

  override setUnheard(pids: readonly string[]): void {
    super.setUnheard(pids);
    this.#hidden.ears.unheard = new Set(pids);
    this.#hidden.tune();
  }

  #hold(on: boolean): void {
    if (on === this.#isHeld) return;
    this.#isHeld = on;
    super.setSilenced(on || this.#isSilenced);
  }
}
