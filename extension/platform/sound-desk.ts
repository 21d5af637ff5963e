import { signal } from '@preact/signals';
import type { SoundDesk } from '#shared/ui/sound/sound-desk.ts';
import { send } from './page-messaging.ts';
import { soundSettings, voicesHere } from './sound-store.ts';
import { openTalk } from './sound-talk.ts';

/** How the person hears and is heard, kept true until it is aborted. Resolves with what is kept. */
export async function connectSound(until: AbortSignal): Promise<SoundDesk> {
  const [kept, here] = await Promise.all([soundSettings.get(), voicesHere.get()]);
  const settings = signal(kept);
  const voices = signal(here.all);
  const readSettings = async () => void (settings.value = await soundSettings.get());
  const readVoices = async () => void (voices.value = (await voicesHere.get()).all);
  const unwatch = [soundSettings.watch(() => void readSettings()), voicesHere.watch(() => void readVoices())];
  until.addEventListener('abort', () => unwatch.forEach((stop) => stop()));
  return {
    settings,
    voices,
    async change(part) {
      // At once, so that the next change builds on this one.
      settings.value = { ...settings.value, ...part };
      await soundSettings.set(settings.value);
      return { fault: null };
    },
    async setVoice(pid, volume) {
      const outcome = await send('background:voice', { pid, volume });
      await readVoices();
      return outcome;
    },
    devices: async () => (await import('#shared/ui/sound/named-devices.ts')).namedDevices(),
    onDevices(listener) {
      const { mediaDevices } = navigator;
      mediaDevices.addEventListener('devicechange', listener);
      return () => mediaDevices.removeEventListener('devicechange', listener);
    },
    grant: () => send('background:openMicrophone', { check: true }),
    ducks: true,
    talk: openTalk,
  };
}
