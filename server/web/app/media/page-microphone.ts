import type { Capture } from '#shared/room/capture.ts';
import { type MicrophoneDevice, microphonePermission, openMicrophone } from '#shared/room/microphone.ts';

/** The microphone of a page, which may ask for it: at the person's wish to be heard, and never by itself. */
export class PageMicrophone implements MicrophoneDevice {
  #isWanted = false;

  async permission(): Promise<PermissionState> {
    // Not every browser knows the question, and one answers it with "prompt" whatever the person allowed for this visit.
    return this.#isWanted ? 'granted' : microphonePermission().catch(() => 'prompt');
  }

  async open(capture: Capture): Promise<MediaStreamTrack> {
    // A page that is not secure has no devices at all.
    if (!navigator.mediaDevices) throw new DOMException('no devices here', 'NotAllowedError');
    return openMicrophone(capture);
  }

  /** Runs what the person does to be heard; the browser may ask them meanwhile. */
  async wanted<T>(act: () => Promise<T>): Promise<T> {
    this.#isWanted = true;
    try {
      return await act();
    } finally {
      this.#isWanted = false;
    }
  }

  /** Calls `act` when the person allows the microphone in the browser's own settings. */
  async watch(act: () => void): Promise<void> {
    const status = await navigator.permissions.query({ name: 'microphone' });
    status.addEventListener('change', () => status.state === 'granted' && act());
  }
}

/** For those who only listen. */
export const NO_MICROPHONE: MicrophoneDevice = {
  permission: async () => 'denied',
  open: () => Promise.reject(new DOMException('listening only', 'NotAllowedError')),
};
