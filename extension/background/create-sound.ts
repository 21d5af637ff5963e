import { Voices } from '#shared/client/voices.ts';
import { keptVoices, soundSettings, voicesHere } from '../platform/sound-store.ts';
import { isTabHeard, watchTabs } from '../platform/sound-tabs.ts';
import { mediaHost } from './host-line.ts';
import { hostPlace } from './host-place.ts';
import { SoundSide, type SoundSideDeps } from './sound-side.ts';

/** The sound of the Space that the person is in, kept in the browser's storage and told to the media host. */
export function createSound(space: Pick<SoundSideDeps, 'room' | 'stage'>): SoundSide {
  const side = new SoundSide({
    ...space,
    settings: soundSettings,
    voices: new Voices({ kept: keptVoices, here: voicesHere, onChange: () => void side.followStage() }),
    isTabHeard,
    watchTabs,
    setTimeout: (act, ms) => setTimeout(act, ms),
    clearTimeout: (timer) => clearTimeout(timer as number),
    tell: async (mix) => {
      if (await mediaHost.isOpen()) await hostPlace.tell('host:mix', mix);
    },
  });
  return side;
}
