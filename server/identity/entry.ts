import type { Records } from '../spaces/records.ts';
import type { Proof } from './network.ts';

/** What an operator decides about who comes in. Both throw `Refusal`: `domain_refused`, `suspended`. */
export interface Entry {
  /** A server of a network, before anybody is sent there. */
  mayUse(host: string): Promise<void>;
  /** Somebody who has just been vouched for, in the transaction that lets them in; the domain in the handle counts as the host does. */
  mayEnter(proof: Pick<Proof, 'network' | 'subject' | 'handle' | 'host'>, records: Records): Promise<void>;
}

/** Where no operator decided anything. */
export const OPEN_ENTRY: Entry = {
  mayUse: async () => undefined,
  mayEnter: async () => undefined,
};
