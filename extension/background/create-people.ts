import { followsStore } from '../platform/follows-store.ts';
import { lastPeople, readFollows } from '../platform/store.ts';
import { PeopleFirst, type PeopleFirstDeps } from './people-first.ts';

/** A list with people first, by the browser's own network, clock and stores. */
export function createPeople(
  deps: Omit<PeopleFirstDeps, 'store' | 'shelf' | 'readShelf' | 'fetch' | 'now' | 'wait'>,
): PeopleFirst {
  return new PeopleFirst({
    ...deps,
    store: followsStore,
    shelf: lastPeople,
    readShelf: readFollows,
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
}
