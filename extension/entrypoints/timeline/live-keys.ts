import { computed, type ReadonlySignal } from '@preact/signals';
import { KEY_HASH_LENGTH } from '#shared/schema/identity.ts';
import type { Listed } from '#shared/schema/view.ts';

/** A Space of the list: `server` is empty at home. */
export interface LiveSpace {
  id: string;
  v: string;
  server: string;
}
/** By the hash of a key, the Space on whose stage somebody shows it. */
export type LiveKeys = ReadonlyMap<string, LiveSpace>;

/** The identities on the stages of the live list; the same as before while only counts have changed. */
export function liveKeysOf(cards: () => readonly Listed[]): ReadonlySignal<LiveKeys> {
  const lines = computed(() =>
    cards()
      .map(({ id, v, server = '', keys }) => `${id} ${v} ${server} ${keys}`)
      .join('\n'),
  );
  return computed(() => {
    const live = new Map<string, LiveSpace>();
    for (const line of lines.value.split('\n')) {
      const [id, v, server, keys] = line.split(' ') as [string, string, string, string?];
      for (let at = 0; keys && at < keys.length; at += KEY_HASH_LENGTH) {
        live.set(keys.slice(at, at + KEY_HASH_LENGTH), { id, v, server });
      }
    }
    return live;
  });
}
