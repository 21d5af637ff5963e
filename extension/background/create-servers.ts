import * as store from '../platform/store.ts';
import { Servers } from './servers.ts';

/** The servers that this browser knows. */
export function createServers(): Servers {
  return new Servers({
    home: store.DEFAULT_SERVER_URL,
    homeShelf: store.serverUrl,
    othersShelf: store.otherServers,
    placesShelf: store.lastPlaces,
    fetch: (input, init) => fetch(input, init),
  });
}
