import type { Network } from '#shared/schema/identity.ts';
import type { ReportReason } from '#shared/schema/safety.ts';
import type { EndReason, Role, SpaceState, SpeakPolicy } from '#shared/schema/space.ts';
import type { LeftReason } from '../spaces/records.ts';

/** Ids are text, times integers in ms, booleans 0 or 1: what SQLite and Postgres both hold without pain. */
export interface Tables {
  accounts: {
    id: string;
    name: string;
    guest: number;
    created_at: number;
    suspended_until: number | null;
  };
  sessions: {
    id: string;
    account_id: string;
    token_hash: string;
    created_at: number;
    last_used_at: number;
    device: string;
    turned_at: number;
    old_token_hash: string | null;
  };
  identities: IdentityTable;
  pictures: { id: string; webp: string; at: number };
  tickets: { hash: string; kind: string; sealed: string; expires_at: number };
  secrets: { kind: string; owner: string; sealed: string; at: number };
  space_follows: { space_id: string; salt: string; hashes: string };
  mutes: { account_id: string; muted: string; at: number };
  domains: { host: string; rule: 'block' | 'allow'; set_by: string; at: number };
  shut_out: { hash: string; until: number };
  kept_blocks: { hash: string; blocker: string };
  kept_bans: { hash: string; space_id: string };
  bluesky_statuses: { did: string; space_id: string; cid: string; renew_at: number };
  spaces: SpaceTable;
  participants: ParticipantTable;
  space_bans: { space_id: string; account_id: string; banned_by: string; created_at: number };
  blocks: { id: string; blocker: string; blocked: string; name: string; at: number };
  reports: ReportTable;
  webhook_inbox: { event_id: string; received_at: number };
  audit: {
    id: string;
    at: number;
    space_id: string | null;
    actor: string;
    action: string;
    target: string | null;
    /** A JSON object; of operators' deeds alone. */
    detail: string | null;
  };
}

export interface IdentityTable {
  id: string;
  account_id: string;
  network: Network;
  subject: string;
  handle: string;
  /** A JSON array. */
  keys: string;
  hashes: string;
  shown: number;
  at: number;
  host: string;
  name: string;
  picture: string | null;
  status: number;
  proved_at: number;
}

export interface SpaceTable {
  id: string;
  host_id: string;
  first_host_id: string;
  title: string;
  state: SpaceState;
  epoch: number;
  version: number;
  created_at: number;
  started_at: number | null;
  host_lost_at: number | null;
  speak_policy: SpeakPolicy;
  requests_locked: number;
  allow_anonymous: number;
  allow_guests: number;
  empty_since: number | null;
  ended_at: number | null;
  end_reason: EndReason | null;
  lang: string;
}

export interface ParticipantTable {
  id: string;
  space_id: string;
  account_id: string;
  name: string;
  role: Role;
  joined_at: number;
  lk_sid: string | null;
  lk_joined_at: number | null;
  gone_at: number | null;
  left_at: number | null;
  left_reason: LeftReason | null;
  superseded_by: string | null;
  role_since: number;
  shown: number;
  exposed: number;
  requested_at: number | null;
  request_text: string;
  invited_at: number | null;
  invited_by: string;
  mute_asked_at: number | null;
  line_lost_at: number | null;
  session_id: string | null;
}

export interface ReportTable {
  id: string;
  at: number;
  reporter: string;
  reporter_role: Role | null;
  space_id: string;
  target: string | null;
  target_role: Role | null;
  target_name: string;
  reason: ReportReason;
  text: string;
  state: 'open' | 'done';
  reporter_name: string;
  /** JSON arrays. */
  reporter_handles: string;
  target_handles: string;
  host: string;
  handled_by: string | null;
  handled_at: number | null;
}
