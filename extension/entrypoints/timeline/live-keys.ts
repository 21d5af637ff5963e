import { computed, type ReadonlySignal } from '@preact/signals';
import { KEY_HASH_LENGTH } from '#shared/schema/identity.ts';
import type { Card } from '#shared/schema/space.ts';

export type LiveSpace = Pick<Card, 'id' | 'v'>;
/** By the hash of a key, the Space on whose stage somebody shows it. */
export type LiveKeys = ReadonlyMap<string, LiveSpace>;

const SPACE = /^(\S+) (\d+) (.*)$/;

/** The identities on the stages of the live list; the same as before while only counts have changed. */
export function liveKeysOf(cards: () => readonly Card[]): ReadonlySignal<LiveKeys> {
  const lines = computed(() =>
    cards()
      .map(({ id, v, keys }) => `${id} ${v} ${keys}`)
      .join('\n'),
  );
  return computed(() => {
    const live = new Map<string, LiveSpace>();
    for (const line of lines.value.split('\n')) {
      const [, id, v, keys] = SPACE.exec(line) ?? [];
      for (let at = 0; keys && at < keys.length; at += KEY_HASH_LENGTH) {
        live.set(keys.slice(at, at + KEY_HASH_LENGTH), { id: id!, v: Number(v) });
      }
    }
    return live;
  });
}
