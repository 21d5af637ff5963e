import { signal } from '@preact/signals';
import type { AudioState, AudioTarget, RoomAudio } from '#shared/room/audio.ts';
import type { FaultCode } from '#shared/schema/errors.ts';
import { type Mix, PLAIN_MIX } from '#shared/schema/sound.ts';

interface Attempt {
  target: AudioTarget;
  succeed(): void;
  fail(error: Error): void;
}

/** A RoomAudio whose connections are decided by the test. */
export class FakeAudio implements RoomAudio {
  readonly state = signal<AudioState>({
    connection: 'off',
    people: [],
    microphone: 'none',
    mutedByHost: false,
    oddity: null,
    device: '',
    quality: 'good',
    heldBack: false,
  });
  mix: Mix = PLAIN_MIX;
  readonly attempts: Attempt[] = [];
  readonly calls: string[] = [];
  microphoneFault: FaultCode | null = null;
  #gone: () => void = () => undefined;
  #maySpeak: (may: boolean) => void = () => undefined;

  async warm(): Promise<void> {
    this.calls.push('warm');
  }

  connect(target: AudioTarget): Promise<void> {
    this.#set({ connection: 'joining' });
    return new Promise((resolve, reject) => {
      this.attempts.push({
        target,
        succeed: () => {
          this.#set({ connection: 'live' });
          resolve();
        },
        fail: (error) => {
          this.#set({ connection: 'off' });
          reject(error);
        },
      });
    });
  }

  async leave(): Promise<void> {
    this.calls.push('leave');
    this.#set({ connection: 'off', people: [], microphone: 'none', mutedByHost: false });
  }

  setVolume(volume: number): void {
    this.calls.push(`volume ${volume}`);
  }

  setSilenced(on: boolean): void {
    this.calls.push(`silenced ${on}`);
  }

  setMix(mix: Mix): void {
    this.mix = mix;
  }

  setUnheard(pids: readonly string[]): void {
    this.calls.push(`unheard ${pids.join()}`);
  }

  async play(): Promise<void> {
    this.calls.push('play');
  }

  async acquireMicrophone(): Promise<FaultCode | null> {
    if (!this.microphoneFault) this.#set({ microphone: 'off' });
    return this.microphoneFault;
  }

  async readyMicrophone(): Promise<void> {
    this.calls.push('ready');
    if (!this.microphoneFault) this.#set({ microphone: 'off' });
  }

  async releaseMicrophone(): Promise<void> {
    this.calls.push('release');
    this.#set({ microphone: 'none', mutedByHost: false });
  }

  async setMicrophone(on: boolean): Promise<void> {
    this.#set({ microphone: on ? 'on' : 'off', mutedByHost: false });
  }

  levels(): Record<string, number> {
    return {};
  }

  onGone(listener: () => void): void {
    this.#gone = listener;
  }

  onMaySpeak(listener: (may: boolean) => void): void {
    this.#maySpeak = listener;
  }

  /** The room lets us speak, or no longer. */
  allow(may: boolean): void {
    if (!may) this.#set({ microphone: 'none', mutedByHost: false });
    this.#maySpeak(may);
  }

  /** A host mutes us. */
  mute(): void {
    this.#set({ microphone: 'off', mutedByHost: true });
  }

  /** The connection is lost for good. */
  lose(): void {
    this.#set({ connection: 'off', people: [] });
    this.#gone();
  }

  /** The sound stops, and the client is bringing it back; or it is back. */
  interrupt(on: boolean): void {
    this.#set({ connection: on ? 'interrupted' : 'live' });
  }

  #set(change: Partial<AudioState>): void {
    this.state.value = { ...this.state.value, ...change };
  }
}
