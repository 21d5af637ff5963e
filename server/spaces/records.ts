import type { AuditDetail, Handle } from '#shared/schema/moderation.ts';
import type { ReportReason } from '#shared/schema/safety.ts';
import type { EndReason, Role, SpaceState, SpeakPolicy } from '#shared/schema/space.ts';
import type { AccountLifeRecords } from '../identity/account-records.ts';
import type { SignInRecords } from '../identity/records.ts';
import type { ModerationRecords } from './safety/records.ts';
import type { FollowedRecords } from './followed/records.ts';

/** Somebody known to the server. Times everywhere in ms since the epoch. */
export interface AccountRecord {
  id: string;
  name: string;
  guest: boolean;
  createdAt: number;
  /** Shut out by an operator until then; null for everybody else. */
  suspendedUntil: number | null;
}

/** An account, by one of its sessions. */
export interface Caller extends AccountRecord {
  sessionId: string;
}

/** A signed-in device; only the SHA-256 of its token is kept. */
export interface SessionRecord {
  id: string;
  accountId: string;
  tokenHash: string;
  createdAt: number;
  lastUsedAt: number;
  /** Browser and system, as `Chrome on Linux`; empty when it did not say. */
  device: string;
  /** When the token was last replaced. */
  turnedAt: number;
  /** Of the token before, good until the new one is used; null when there is none. */
  oldTokenHash: string | null;
}

export interface SpaceRecord {
  id: string;
  /** Who is host now. */
  hostId: string;
  /** Who gets the role back on return: the one who opened the Space, or to whom it was handed over. */
  firstHostId: string;
  title: string;
  state: SpaceState;
  /** Counts the runs of a Space; names LiveKit's room together with the id, so that an ended room never comes back. */
  epoch: number;
  version: number;
  createdAt: number;
  startedAt: number | null;
  /** Since when the host is away; null while there. */
  hostLostAt: number | null;
  speakPolicy: SpeakPolicy;
  requestsLocked: boolean;
  allowAnonymous: boolean;
  allowGuests: boolean;
  /** Since when nobody is on the stage. */
  emptySince: number | null;
  endedAt: number | null;
  endReason: EndReason | null;
  /** The language that is spoken, as the first part of a BCP 47 tag; empty when nobody said. */
  lang: string;
}

/** Why a join is over: the person left, joined elsewhere, joined here again, fell silent, was removed, or the Space ended. */
export type LeftReason = 'left' | 'moved' | 'superseded' | 'lost' | 'removed' | 'ended';

/** One join. Open until `leftAt`; `lkSid` and `lkJoinedAt` are LiveKit's newest session of it, `goneAt` when LiveKit lost that. */
export interface ParticipantRecord {
  id: string;
  spaceId: string;
  accountId: string;
  name: string;
  role: Role;
  joinedAt: number;
  lkSid: string | null;
  lkJoinedAt: number | null;
  goneAt: number | null;
  leftAt: number | null;
  leftReason: LeftReason | null;
  supersededBy: string | null;
  /** Since when in the present role; the longest-serving succeeds a lost host. */
  roleSince: number;
  /** A listener named to everybody. */
  shown: boolean;
  /** LiveKit has shown this identity to the others, who would go on seeing it: never hidden again. */
  exposed: boolean;
  /** Since when in the queue to speak, with the sentence; null when not in it. */
  requestedAt: number | null;
  requestText: string;
  /** When invited to speak, and by whose name; counts for `invitationMs`. */
  invitedAt: number | null;
  invitedBy: string;
  /** A host muted this person and LiveKit has not done it yet. */
  muteAskedAt: number | null;
  /** Since when the gate holds no line of this identity; null while it does. Kept for hosts. */
  lineLostAt: number | null;
  /** The session that joined; it ends with it. */
  sessionId: string | null;
}

/** An account that may not come back to a Space. */
export interface BanRecord {
  spaceId: string;
  accountId: string;
  by: string;
  at: number;
}

/** An account that another does not want to meet; `name` is how it was called when it was blocked. */
export interface BlockRecord {
  id: string;
  blocker: string;
  blocked: string;
  name: string;
  at: number;
}

/** What somebody reported, with what was true then. Of the Space as a whole when `target` is null. */
export interface ReportRecord {
  id: string;
  at: number;
  reporter: string;
  reporterName: string;
  /** Null for one who was not in the Space. */
  reporterRole: Role | null;
  /** What they showed of themselves then. */
  reporterHandles: Handle[];
  spaceId: string;
  /** Who hosted the Space then. */
  host: string;
  target: string | null;
  targetRole: Role | null;
  /** As shown then: the person's name, or the Space's title. */
  targetName: string;
  targetHandles: Handle[];
  reason: ReportReason;
  text: string;
}

export interface AuditRecord {
  id: string;
  at: number;
  spaceId: string | null;
  /** An account, or `server`. */
  actor: string;
  action: string;
  /** The account it was done to. */
  target: string | null;
  /** Of operators' deeds alone. */
  detail: AuditDetail | null;
}

export type SpacePatch = Partial<
  Pick<
    SpaceRecord,
    | 'hostId'
    | 'firstHostId'
    | 'title'
    | 'state'
    | 'startedAt'
    | 'hostLostAt'
    | 'speakPolicy'
    | 'requestsLocked'
    | 'allowAnonymous'
    | 'allowGuests'
    | 'emptySince'
    | 'endedAt'
    | 'endReason'
    | 'lang'
  >
>;
export type ParticipantPatch = Partial<Omit<ParticipantRecord, 'id' | 'spaceId' | 'accountId' | 'joinedAt'>>;

/** Reads and writes that stand alone or inside a transaction. */
export interface Records extends SignInRecords, AccountLifeRecords, ModerationRecords, FollowedRecords {
  addAccount(account: AccountRecord): Promise<void>;
  account(id: string): Promise<AccountRecord | undefined>;
  /** Which of these accounts are guests. */
  guestsAmong(ids: string[]): Promise<string[]>;
  renameAccount(id: string, name: string): Promise<void>;

  addSession(session: SessionRecord): Promise<void>;
  /** By its token, or the one before. */
  sessionByHash(tokenHash: string): Promise<SessionRecord | undefined>;
  touchSession(id: string, at: number): Promise<void>;
  dropSessionsUnusedSince(before: number): Promise<void>;

  addSpace(space: SpaceRecord): Promise<void>;
  space(id: string): Promise<SpaceRecord | undefined>;
  /** Spaces in state `starting` or `live`. */
  openSpaces(): Promise<SpaceRecord[]>;
  openSpaceOf(hostId: string): Promise<SpaceRecord | undefined>;
  /** Compare-and-set: writes and raises the version only while it is still `version`. */
  updateSpace(id: string, version: number, patch: SpacePatch): Promise<boolean>;

  addParticipant(participant: ParticipantRecord): Promise<void>;
  participant(id: string): Promise<ParticipantRecord | undefined>;
  openParticipants(spaceId: string): Promise<ParticipantRecord[]>;
  openParticipantsOf(accountId: string): Promise<ParticipantRecord[]>;
  /** The open rows that these accounts have in a Space. */
  openParticipantsAmong(spaceId: string, accountIds: string[]): Promise<ParticipantRecord[]>;
  supersededBy(id: string): Promise<ParticipantRecord[]>;
  /** The newest join of this account as host of the Space, open or over. */
  lastHosting(spaceId: string, accountId: string): Promise<ParticipantRecord | undefined>;
  /** Open rows that may speak, host first, then in the order they came. */
  stage(spaceId: string): Promise<ParticipantRecord[]>;
  updateParticipant(id: string, patch: ParticipantPatch): Promise<void>;
  /** Closes every open row of a Space. */
  closeParticipants(spaceId: string, at: number, reason: LeftReason): Promise<void>;
  /** Open listener rows by Space; a Space without any is absent. */
  listenerCounts(): Promise<Map<string, number>>;
  listenerCount(spaceId: string): Promise<number>;

  /** Open rows in the queue to speak, first come first. */
  requests(spaceId: string): Promise<ParticipantRecord[]>;
  /** Open rows invited at or after `since`. */
  invited(spaceId: string, since: number): Promise<ParticipantRecord[]>;
  /** Open listener rows that show themselves, in the order they came, at most `max`. */
  shownListeners(spaceId: string, max: number): Promise<ParticipantRecord[]>;
  addBan(ban: BanRecord): Promise<void>;
  isBanned(spaceId: string, accountId: string): Promise<boolean>;

  /** Keeps the first block of the two; answers the one that stands. */
  addBlock(block: BlockRecord): Promise<BlockRecord>;
  /** Newest first. */
  blocksOf(blocker: string): Promise<BlockRecord[]>;
  dropBlock(blocker: string, id: string): Promise<void>;
  isBlocked(blocker: string, blocked: string): Promise<boolean>;
  /** Which of these accounts the blocker has blocked. */
  blockedAmong(blocker: string, accountIds: string[]): Promise<string[]>;
  addReport(report: ReportRecord): Promise<void>;
  /** When the reporter sent reports after `at`, oldest first. */
  reportsSince(reporter: string, at: number): Promise<number[]>;

  /** False when this event was taken in before. */
  takeEvent(id: string, at: number): Promise<boolean>;
  dropEventsBefore(before: number): Promise<void>;
  addAudit(entry: AuditRecord): Promise<void>;
}

export interface Store extends Records {
  /** All or nothing, one at a time. Nothing but `records` is awaited in `work`. */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** Throws when the store cannot answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
