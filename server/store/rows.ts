import type { Insertable, Selectable, Updateable } from 'kysely';
import type { IdentityPatch, IdentityRecord } from '../identity/records.ts';
import type {
  AccountRecord,
  ParticipantPatch,
  ParticipantRecord,
  ReportRecord,
  SessionRecord,
  SpacePatch,
  SpaceRecord,
} from '../spaces/records.ts';
import { keysOf, packedHashes } from './identity-keys.ts';
import type { IdentityTable, ParticipantTable, ReportTable, SpaceTable, Tables } from './tables.ts';

const toFlag = (on: boolean) => (on ? 1 : 0);
const maybeFlag = (on: boolean | undefined) => (on === undefined ? undefined : toFlag(on));

export const toAccount = (row: Selectable<Tables['accounts']>): AccountRecord => ({
  id: row.id,
  name: row.name,
  guest: row.guest === 1,
  createdAt: row.created_at,
  suspendedUntil: row.suspended_until,
});

export const toSession = (row: Selectable<Tables['sessions']>): SessionRecord => ({
  id: row.id,
  accountId: row.account_id,
  tokenHash: row.token_hash,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
  device: row.device,
  turnedAt: row.turned_at,
  oldTokenHash: row.old_token_hash,
});

export const toIdentity = (row: Selectable<IdentityTable>): IdentityRecord => ({
  id: row.id,
  accountId: row.account_id,
  network: row.network,
  subject: row.subject,
  handle: row.handle,
  keys: keysOf(row.keys),
  hashes: row.hashes,
  shown: row.shown === 1,
  at: row.at,
  host: row.host,
  name: row.name,
  picture: row.picture,
  status: row.status === 1,
  provedAt: row.proved_at,
});

export const fromIdentity = (identity: Omit<IdentityRecord, 'hashes'>): Insertable<IdentityTable> => ({
  id: identity.id,
  account_id: identity.accountId,
  network: identity.network,
  subject: identity.subject,
  handle: identity.handle,
  keys: JSON.stringify(identity.keys),
  hashes: packedHashes(identity.keys),
  shown: toFlag(identity.shown),
  at: identity.at,
  host: identity.host,
  name: identity.name,
  picture: identity.picture,
  status: toFlag(identity.status),
  proved_at: identity.provedAt,
});

export const fromIdentityPatch = ({ keys, ...patch }: IdentityPatch): Updateable<IdentityTable> => ({
  account_id: patch.accountId,
  handle: patch.handle,
  host: patch.host,
  name: patch.name,
  picture: patch.picture,
  ...(keys && { keys: JSON.stringify(keys), hashes: packedHashes(keys) }),
  shown: maybeFlag(patch.shown),
  status: maybeFlag(patch.status),
  proved_at: patch.provedAt,
});

export const toSpace = (row: Selectable<SpaceTable>): SpaceRecord => ({
  id: row.id,
  hostId: row.host_id,
  firstHostId: row.first_host_id,
  title: row.title,
  state: row.state,
  epoch: row.epoch,
  version: row.version,
  createdAt: row.created_at,
  startedAt: row.started_at,
  hostLostAt: row.host_lost_at,
  speakPolicy: row.speak_policy,
  requestsLocked: row.requests_locked === 1,
  allowAnonymous: row.allow_anonymous === 1,
  allowGuests: row.allow_guests === 1,
  emptySince: row.empty_since,
  endedAt: row.ended_at,
  endReason: row.end_reason,
  lang: row.lang,
});

export const fromSpace = (space: SpaceRecord): Insertable<SpaceTable> => ({
  id: space.id,
  host_id: space.hostId,
  first_host_id: space.firstHostId,
  title: space.title,
  state: space.state,
  epoch: space.epoch,
  version: space.version,
  created_at: space.createdAt,
  started_at: space.startedAt,
  host_lost_at: space.hostLostAt,
  speak_policy: space.speakPolicy,
  requests_locked: toFlag(space.requestsLocked),
  allow_anonymous: toFlag(space.allowAnonymous),
  allow_guests: toFlag(space.allowGuests),
  empty_since: space.emptySince,
  ended_at: space.endedAt,
  end_reason: space.endReason,
  lang: space.lang,
});

// Kysely leaves out what is undefined, so that a patch writes only what it names.
export const fromSpacePatch = (patch: SpacePatch): Updateable<SpaceTable> => ({
  host_id: patch.hostId,
  first_host_id: patch.firstHostId,
  title: patch.title,
  state: patch.state,
  started_at: patch.startedAt,
  host_lost_at: patch.hostLostAt,
  speak_policy: patch.speakPolicy,
  requests_locked: maybeFlag(patch.requestsLocked),
  allow_anonymous: maybeFlag(patch.allowAnonymous),
  allow_guests: maybeFlag(patch.allowGuests),
  empty_since: patch.emptySince,
  ended_at: patch.endedAt,
  end_reason: patch.endReason,
  lang: patch.lang,
});

export const toParticipant = (row: Selectable<ParticipantTable>): ParticipantRecord => ({
  id: row.id,
  spaceId: row.space_id,
  accountId: row.account_id,
  name: row.name,
  role: row.role,
  joinedAt: row.joined_at,
  lkSid: row.lk_sid,
  lkJoinedAt: row.lk_joined_at,
  goneAt: row.gone_at,
  leftAt: row.left_at,
  leftReason: row.left_reason,
  supersededBy: row.superseded_by,
  roleSince: row.role_since,
  shown: row.shown === 1,
  exposed: row.exposed === 1,
  requestedAt: row.requested_at,
  requestText: row.request_text,
  invitedAt: row.invited_at,
  invitedBy: row.invited_by,
  muteAskedAt: row.mute_asked_at,
  lineLostAt: row.line_lost_at,
  sessionId: row.session_id,
});

export const fromParticipant = (participant: ParticipantRecord): Insertable<ParticipantTable> => ({
  id: participant.id,
  space_id: participant.spaceId,
  account_id: participant.accountId,
  name: participant.name,
  role: participant.role,
  joined_at: participant.joinedAt,
  lk_sid: participant.lkSid,
  lk_joined_at: participant.lkJoinedAt,
  gone_at: participant.goneAt,
  left_at: participant.leftAt,
  left_reason: participant.leftReason,
  superseded_by: participant.supersededBy,
  role_since: participant.roleSince,
  shown: toFlag(participant.shown),
  exposed: toFlag(participant.exposed),
  requested_at: participant.requestedAt,
  request_text: participant.requestText,
  invited_at: participant.invitedAt,
  invited_by: participant.invitedBy,
  mute_asked_at: participant.muteAskedAt,
  line_lost_at: participant.lineLostAt,
  session_id: participant.sessionId,
});

export const fromParticipantPatch = (patch: ParticipantPatch): Updateable<ParticipantTable> => ({
  name: patch.name,
  role: patch.role,
  lk_sid: patch.lkSid,
  lk_joined_at: patch.lkJoinedAt,
  gone_at: patch.goneAt,
  left_at: patch.leftAt,
  left_reason: patch.leftReason,
  superseded_by: patch.supersededBy,
  role_since: patch.roleSince,
  shown: maybeFlag(patch.shown),
  exposed: maybeFlag(patch.exposed),
  requested_at: patch.requestedAt,
  request_text: patch.requestText,
  invited_at: patch.invitedAt,
  invited_by: patch.invitedBy,
  mute_asked_at: patch.muteAskedAt,
  line_lost_at: patch.lineLostAt,
});

export const fromReport = (report: ReportRecord): Insertable<ReportTable> => ({
  id: report.id,
  at: report.at,
  reporter: report.reporter,
  reporter_name: report.reporterName,
  reporter_role: report.reporterRole,
  reporter_handles: JSON.stringify(report.reporterHandles),
  space_id: report.spaceId,
  target: report.target,
  target_role: report.targetRole,
  target_name: report.targetName,
  target_handles: JSON.stringify(report.targetHandles),
  host: report.host,
  reason: report.reason,
  text: report.text,
  state: 'open',
});
