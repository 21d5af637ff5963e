import { signal } from '@preact/signals';
import * as v from 'valibot';
import { KeptSessionSchema, type SessionStore } from '#shared/client/session.ts';
import { HostNameSchema } from '#shared/schema/host-name.ts';
import { LANGUAGES, type Language } from '#shared/schema/view.ts';
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
