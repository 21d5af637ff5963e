import type { Devices } from './sound-desk.ts';

/** Chromium's names for what the system would choose, which we offer as such. */
const ALIASES = ['default', 'communications'];

/** The devices to hear and to speak by that the browser names to this page. */
export async function namedDevices(): Promise<Devices> {
  // A page that is not secure has none.
  const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  const named = (kind: MediaDeviceKind) =>
    all
      .filter((one) => one.kind === kind && one.label && one.deviceId && !ALIASES.includes(one.deviceId))
      .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
  return { inputs: named('audioinput'), outputs: named('audiooutput') };
}
