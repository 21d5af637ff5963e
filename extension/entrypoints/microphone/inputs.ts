import type { Device } from '#shared/ui/sound/sound-desk.ts';

/** The microphones that have a name, without the browser's own words for the system's choice among them. */
export async function listInputs(): Promise<Device[]> {
  const all = await navigator.mediaDevices.enumerateDevices();
  return all
    .filter(({ kind, deviceId, label }) => kind === 'audioinput' && label !== '' && !isAlias(deviceId))
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
}

/** The device that a track comes from; empty for the system's own. */
export function inputOf(track: MediaStreamTrack): string {
  const { deviceId = '' } = track.getSettings();
  return isAlias(deviceId) ? '' : deviceId;
}

function isAlias(id: string): boolean {
  return id === '' || id === 'default' || id === 'communications';
}
