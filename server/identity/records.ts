import type { Network } from '#shared/schema/identity.ts';
import type { StatusRecords } from './networks/bluesky/records.ts';

/** An account of a network that somebody has proved to be theirs; `subject` is its id there. */
export interface IdentityRecord {
  id: string;
  accountId: string;
  network: Network;
  subject: string;
  /** As people write it, with its `@`. */
  handle: string;
  /** The server that vouches for it. */
  host: string;
  /** What the person is called there. */
  name: string;
  /** Of `pictures`. */
  picture: string | null;
  /** All names by which a page may know it, see `IdentityKeySchema`. */
  keys: string[];
  /** The keys as cards carry them; the store makes it. */
  hashes: string;
  /** Named to everybody while on a stage. */
  shown: boolean;
  /** The network's own live status is set while the person hosts. */
  status: boolean;
  at: number;
  /** When it was last proved. */
  provedAt: number;
}

export type IdentityPatch = Partial<
  Pick<
    IdentityRecord,
    'accountId' | 'handle' | 'host' | 'name' | 'picture' | 'keys' | 'shown' | 'status' | 'provedAt'
  >
>;

/** What can be taken once: a sign-in under way, its code, a merge. Only the hash of what opens it is kept, and all else sealed. */
export interface TicketRecord {
  hash: string;
  kind: string;
  sealed: string;
  expiresAt: number;
}

/** Pictures, tickets and the server's own secrets, in what a store keeps. */
export interface SignInRecords extends StatusRecords {
  /** Throws while another account has it. */
  addIdentity(identity: Omit<IdentityRecord, 'hashes'>): Promise<void>;
  updateIdentity(id: string, patch: IdentityPatch): Promise<void>;
  dropIdentity(network: Network, subject: string): Promise<void>;
  identityOf(network: Network, subject: string): Promise<IdentityRecord | undefined>;
  /** Those that these accounts show, in the order they were added. */
  identitiesOf(accountIds: string[]): Promise<IdentityRecord[]>;
  /** Those that an account has, shown or not. */
  allIdentitiesOf(accountId: string): Promise<IdentityRecord[]>;
  /** Whoever has proved an identity is no guest any more. */
  endGuesthood(accountId: string): Promise<void>;

  /** The same picture again is fine. */
  addPicture(picture: { id: string; webp: Buffer; at: number }): Promise<void>;
  picture(id: string): Promise<Buffer | undefined>;
  /** Those that no identity has. */
  dropUnusedPictures(): Promise<void>;

  addTicket(ticket: TicketRecord): Promise<void>;
  /** What it holds, which is gone afterwards; undefined when there is none, or not any more. */
  takeTicket(kind: string, hash: string, now: number): Promise<string | undefined>;
  dropTicketsBefore(now: number): Promise<void>;

  /** Replaces the one before. */
  putSecret(kind: string, owner: string, sealed: string, at: number): Promise<void>;
  secret(kind: string, owner: string): Promise<string | undefined>;
  dropSecret(kind: string, owner: string): Promise<void>;
}
