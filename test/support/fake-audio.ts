import { signal } from '@preact/signals';
import type { AudioState, AudioTarget, RoomAudio } from '#shared/room/audio.ts';
import type { FaultCode } from '#shared/schema/errors.ts';

interface Attempt {
  target: AudioTarget;
  succeed(): void;
  fail(error: Error): void;
}

/** A RoomAudio whose connections are decided by the test. */
export class FakeAudio implements RoomAudio {
  readonly state = signal<AudioState>({ connection: 'off', people: [], microphone: 'none' });
  readonly attempts: Attempt[] = [];
  readonly calls: string[] = [];
  microphoneFault: FaultCode | null = null;
  #gone: () => void = () => undefined;

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
    this.#set({ connection: 'off', people: [], microphone: 'none' });
  }

  setVolume(volume: number): void {
    this.calls.push(`volume ${volume}`);
  }

  setSilenced(on: boolean): void {
    this.calls.push(`silenced ${on}`);
  }

  async acquireMicrophone(): Promise<FaultCode | null> {
    if (!this.microphoneFault) this.#set({ microphone: 'off' });
    return this.microphoneFault;
  }

  async setMicrophone(on: boolean): Promise<void> {
    this.#set({ microphone: on ? 'on' : 'off' });
  }

  levels(): Record<string, number> {
    return {};
  }

  onGone(listener: () => void): void {
    this.#gone = listener;
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
