import { signal, type Signal } from '@preact/signals';
import { send } from './view-messaging.ts';

const KEPT_MAX = 300;
/** What could not be had is asked for again. */
const AGAIN_MS = 60_000;

const kept = new Map<string, Signal<string | null>>();

/** See `Perch.picture`. */
export function picture(id: string, server?: string | null): Signal<string | null> {
  const key = id + server;
  const known = kept.get(key);
  if (known) return known;
  const found = signal<string | null>(null);
  if (kept.size > KEPT_MAX) kept.clear();
  kept.set(key, found);
  const forget = () => setTimeout(() => kept.delete(key), AGAIN_MS);
  send('background:picture', { id, ...(server && { server }) }).then(({ url }) => {
    found.value = url;
    if (!url) forget();
  }, forget);
  return found;
}
