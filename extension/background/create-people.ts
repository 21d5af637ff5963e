import { followsStore } from '../platform/follows-store.ts';
import { lastPeople } from '../platform/store.ts';
import { PeopleFirst, type PeopleFirstDeps } from './people-first.ts';

/** A list with people first, by the browser's own network, clock and stores. */
export function createPeople(
  deps: Omit<PeopleFirstDeps, 'store' | 'shelf' | 'fetch' | 'now' | 'wait'>,
): PeopleFirst {
  return new PeopleFirst({
    ...deps,
    store: followsStore,
    shelf: lastPeople,
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
}
