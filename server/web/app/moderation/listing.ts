import { signal, type ReadonlySignal } from '@preact/signals';
import { foundOf } from '#shared/client/fault.ts';
import type { FaultCode } from '#shared/schema/errors.ts';

interface Part<Item> {
  items: Item[];
  more: boolean;
}

/** A list of the server's that comes in parts. `items` are null before the first; `fault` stands beside old ones. */
export interface Listing<Item> {
  items: ReadonlySignal<Item[] | null>;
  more: ReadonlySignal<boolean>;
  isLoading: ReadonlySignal<boolean>;
  fault: ReadonlySignal<FaultCode | null>;
  /** From the beginning. */
  load(): Promise<void>;
  loadMore(): Promise<void>;
  /** Takes away what is shown, because something else was asked for. */
  clear(): void;
}

/** `fetch` rejects with a `Fault`. Of two answers that cross the newer question's counts. */
export function createListing<Item extends { id: string }>(
  fetch: (before?: string) => Promise<Part<Item>>,
  onFault: (fault: FaultCode) => void = () => undefined,
): Listing<Item> {
  const items = signal<Item[] | null>(null);
  const more = signal(false);
  const isLoading = signal(false);
  const fault = signal<FaultCode | null>(null);
  let turn = 0;

  async function ask(shown: Item[]): Promise<void> {
    turn += 1;
    const mine = turn;
    isLoading.value = true;
    const answer = await foundOf(() => fetch(shown.at(-1)?.id));
    if (mine !== turn) return;
    isLoading.value = false;
    fault.value = answer.fault;
    if (answer.fault) onFault(answer.fault);
    if (!answer.found) return;
    items.value = [...shown, ...answer.found.items];
    more.value = answer.found.more;
  }
  return {
    items,
    more,
    isLoading,
    fault,
    load: () => ask([]),
    loadMore: () => ask(items.value ?? []),
    clear: () => {
      items.value = null;
      more.value = false;
    },
  };
}
