import type { Capture } from '#shared/room/capture.ts';
import { isSameCapture } from '#shared/room/capture.ts';
import { type MicrophoneDevice, microphonePermission, openMicrophone } from '#shared/room/microphone.ts';

/** The browser's microphone; for tests another one. */
export const OWN_MICROPHONE: MicrophoneDevice = { permission: microphonePermission, open: openMicrophone };

/**
 * The microphone of a window that the person sees, which may ask for it. Firefox keeps whoever asks in a hidden page waiting,
 * so it is taken while the window is new, and held until the media host wants it.
 */
export class StageMicrophone implements MicrophoneDevice {
  readonly #own: MicrophoneDevice;
  #held: { track: MediaStreamTrack; capture: Capture } | null = null;
  #isRefused = false;

  constructor(own: MicrophoneDevice = OWN_MICROPHONE) {
    this.#own = own;
  }

  /** Asks the person, or takes it at once where they were asked before. Rejects as `getUserMedia` does. */
  async ask(capture: Capture): Promise<void> {
    this.drop();
    try {
      this.#held = { track: await this.#own.open(capture), capture };
      this.#isRefused = false;
    } catch (error) {
      this.#isRefused = true;
      throw error;
    }
  }

  /** Lets go of what nobody wanted. */
  drop(): void {
    this.#held?.track.stop();
    this.#held = null;
  }

  /** Nothing stands in the way of asking again, but a refusal. */
  async permission(): Promise<PermissionState> {
    if (this.#isRefused || (await this.#own.permission()) === 'denied') return 'denied';
    return 'granted';
  }

  async open(capture: Capture): Promise<MediaStreamTrack> {
    const held = this.#held;
    this.#held = null;
    if (held?.track.readyState === 'live' && isSameCapture(held.capture, capture)) return held.track;
    held?.track.stop();
    return this.#own.open(capture);
  }
}
