import { signal } from '@preact/signals';
import * as v from 'valibot';
import { KeptSessionSchema, type SessionStore } from '#shared/client/session.ts';
import { HostNameSchema } from '#shared/schema/host-name.ts';
import { SOUND_AS_IT_COMES, type SoundSettings, SoundSettingsSchema } from '#shared/schema/sound.ts';
import { LANGUAGES, type Language } from '#shared/schema/view.ts';
import {
  type KeptVoices,
  KeptVoicesSchema,
  NO_VOICES,
  type VoicesHere,
  VoicesHereSchema,
} from '#shared/schema/voices.ts';
import type { ShareDesk } from '#shared/ui/perch.ts';
import type { Shelf } from './shelf.ts';

const VolumeSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** One session for each server. */
export function sessionsOn(shelf: Shelf): SessionStore {
  const nameOf = (server: string) => `session:${server}`;
  return {
    read: async (server) => shelf.read(nameOf(server), KeptSessionSchema),
    write: async (server, session) => shelf.write(nameOf(server), session),
    remove: async (server) => shelf.remove(nameOf(server)),
  };
}

/** How loud a Space was last, from 0 to 1. */
export function volumeOn(shelf: Shelf) {
  return {
    get: () => shelf.read('volume', VolumeSchema) ?? 1,
    set: (volume: number) => shelf.write('volume', volume),
  };
}

/** How the person wants to hear and to be heard. */
export function soundOn(shelf: Shelf) {
  return {
    get: () => shelf.read('sound', SoundSettingsSchema) ?? SOUND_AS_IT_COMES,
    set: (settings: SoundSettings) => shelf.write('sound', settings),
  };
}

/** How loud they want people: `kept` in all Spaces of this server, `here` in the last one. */
export function voicesOn(shelf: Shelf) {
  return {
    kept: {
      get: async () => shelf.read('voices', KeptVoicesSchema) ?? [],
      set: async (voices: KeptVoices) => shelf.write('voices', voices),
    },
    here: {
      get: async () => shelf.read('voices-here', VoicesHereSchema) ?? NO_VOICES,
      set: async (voices: VoicesHere) => shelf.write('voices-here', voices),
    },
  };
}

/** The language that the person chose for our pages; null follows the browser. */
export function languageOn(shelf: Shelf) {
  return {
    get: () => shelf.read('language', v.picklist(LANGUAGES)),
    set: (language: Language) => shelf.write('language', language),
  };
}

/** Where the person tells others of a Space, as they last had it. */
export function shareOn(shelf: Shelf): ShareDesk {
  const mastodon = signal(shelf.read('mastodon', HostNameSchema) ?? '');
  return {
    mastodon,
    async keepMastodon(host) {
      mastodon.value = host;
      shelf.write('mastodon', host);
    },
  };
}
