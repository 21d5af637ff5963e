import { SOUND_AS_IT_COMES, type SoundSettings, SoundSettingsSchema } from '#shared/schema/sound.ts';
import {
  type KeptVoices,
  KeptVoicesSchema,
  NO_VOICES,
  type VoicesHere,
  VoicesHereSchema,
} from '#shared/schema/voices.ts';
import { item } from './store.ts';

/** How the person wants to hear and to be heard. */
export const soundSettings = item<SoundSettings>('local:sound', SoundSettingsSchema, SOUND_AS_IT_COMES);
/** How loud they want people, in all Spaces. */
export const keptVoices = item<KeptVoices>('local:voices', KeptVoicesSchema, []);
/** The same for those in the present Space; the background alone writes it, for views to read. */
export const voicesHere = item<VoicesHere>('session:voices', VoicesHereSchema, NO_VOICES);
