import { type ReadonlySignal, signal } from '@preact/signals';
import type { Item } from '../../platform/store.ts';

/** A stored value for as long as the page stands. */
export async function follow<T>(item: Pick<Item<T>, 'get' | 'watch'>): Promise<ReadonlySignal<T>> {
  const value = signal<T>(await item.get());
  item.watch(() => void item.get().then((next) => (value.value = next)));
  return value;
}
