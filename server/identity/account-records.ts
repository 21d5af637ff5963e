import type { ParticipantRecord, SessionRecord } from '../spaces/records.ts';

/** Devices, and accounts that are joined or go, in what a store keeps. */
export interface AccountLifeRecords {
  /** Newest use first. */
  sessionsOf(accountId: string): Promise<SessionRecord[]>;
  hasSession(accountId: string, id: string): Promise<boolean>;
  /** False when the account has no such session. */
  dropSession(accountId: string, id: string): Promise<boolean>;
  /** Gives a session a new token beside the one it is used with. */
  turnSession(
    id: string,
    turned: Pick<SessionRecord, 'tokenHash' | 'oldTokenHash' | 'turnedAt'>,
  ): Promise<void>;
  /** Only the newest token is good from now on. */
  forgetOldToken(id: string): Promise<void>;

  /**
   * All that is one account's is the other's from now on, and the first is gone: identities, sessions, blocks and mutes in
   * both directions, bans, reports, history. A guest becomes who the other is. Neither may sit in a Space of which the
   * other has an open join, nor may both host one.
   */
  moveAccount(from: string, into: string): Promise<void>;
  /**
   * Deletes an account with all that is its own. What others' evidence or a Space that has just ended still needs names
   * `as` in its place, whose own rows go with `dropErasedBefore`.
   */
  eraseAccount(id: string, as: string, now: number): Promise<void>;
  dropErasedBefore(before: number): Promise<void>;

  /** The open rows that guests have in a Space. */
  openGuests(spaceId: string): Promise<ParticipantRecord[]>;

  /** Remembers by whom the account is blocked and of which Spaces it was removed, for whoever proves this hash next. */
  keepAgainst(accountId: string, hash: string): Promise<void>;
  /** What is remembered of a hash, which is forgotten then: who blocked, and the Spaces. */
  takeAgainst(hash: string): Promise<{ blockers: string[]; spaceIds: string[] }>;

  /** Keeps somebody out until then; `hash` is of `shutOutHash`. */
  shutOut(hash: string, until: number): Promise<void>;
}

/** How what stands for a deleted account begins. */
export const ERASED = 'deleted:';
