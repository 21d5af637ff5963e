import type { Insertable, Selectable, Updateable } from 'kysely';
import type {
  AccountRecord,
  ParticipantPatch,
  ParticipantRecord,
  SessionRecord,
  SpacePatch,
  SpaceRecord,
} from '../spaces/records.ts';
import type { ParticipantTable, SpaceTable, Tables } from './tables.ts';

export const toAccount = (row: Selectable<Tables['accounts']>): AccountRecord => ({
  id: row.id,
  name: row.name,
  guest: row.guest === 1,
  createdAt: row.created_at,
});

export const toSession = (row: Selectable<Tables['sessions']>): SessionRecord => ({
  id: row.id,
  accountId: row.account_id,
  tokenHash: row.token_hash,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
});

export const toSpace = (row: Selectable<SpaceTable>): SpaceRecord => ({
  id: row.id,
  hostId: row.host_id,
  title: row.title,
  state: row.state,
  epoch: row.epoch,
  version: row.version,
  createdAt: row.created_at,
  startedAt: row.started_at,
  emptySince: row.empty_since,
  endedAt: row.ended_at,
  endReason: row.end_reason,
});

export const fromSpace = (space: SpaceRecord): Insertable<SpaceTable> => ({
  id: space.id,
  host_id: space.hostId,
  title: space.title,
  state: space.state,
  epoch: space.epoch,
  version: space.version,
  created_at: space.createdAt,
  started_at: space.startedAt,
  empty_since: space.emptySince,
  ended_at: space.endedAt,
  end_reason: space.endReason,
});

// Kysely leaves out what is undefined, so that a patch writes only what it names.
export const fromSpacePatch = (patch: SpacePatch): Updateable<SpaceTable> => ({
  title: patch.title,
  state: patch.state,
  started_at: patch.startedAt,
  empty_since: patch.emptySince,
  ended_at: patch.endedAt,
  end_reason: patch.endReason,
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
});

export const fromParticipantPatch = (patch: ParticipantPatch): Updateable<ParticipantTable> => ({
  name: patch.name,
  lk_sid: patch.lkSid,
  lk_joined_at: patch.lkJoinedAt,
  gone_at: patch.goneAt,
  left_at: patch.leftAt,
  left_reason: patch.leftReason,
  superseded_by: patch.supersededBy,
});
