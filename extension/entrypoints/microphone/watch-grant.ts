import { microphonePermission } from '#shared/room/microphone.ts';

/** Calls `act` when the person allows the microphone in the browser's own settings. */
export async function watchGrant(act: () => void, signal: AbortSignal): Promise<void> {
  const status = await navigator.permissions.query({ name: 'microphone' });
  const look = async () => {
    if ((await microphonePermission()) === 'granted') act();
  };
  status.addEventListener('change', () => void look(), { signal });
}
