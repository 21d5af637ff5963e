import type { IdentityRecord } from '../../server/identity/records.ts';
import type { AccountRecord, ParticipantRecord, SpaceRecord } from '../../server/spaces/records.ts';

export const NOW = 1_800_000_000_000;

export const account = (id: string): AccountRecord => ({
  id,
  name: `Name ${id}`,
  guest: true,
  createdAt: NOW,
  suspendedUntil: null,
});

export const space = (id: string, hostId: string, patch: Partial<SpaceRecord> = {}): SpaceRecord => ({
  id,
  hostId,
  firstHostId: hostId,
  title: 'Talk',
  state: 'live',
  epoch: 1,
  version: 1,
  createdAt: NOW,
  startedAt: NOW,
  hostLostAt: null,
  speakPolicy: 'invited',
  requestsLocked: false,
  allowAnonymous: true,
  allowGuests: true,
  emptySince: null,
  endedAt: null,
  endReason: null,
  lang: '',
  ...patch,
});

export const participant = (
  id: string,
  spaceId: string,
  accountId: string,
  patch: Partial<ParticipantRecord> = {},
): ParticipantRecord => ({
  id,
  spaceId,
  accountId,
  name: 'Name',
  role: 'listener',
  joinedAt: NOW,
  lkSid: null,
  lkJoinedAt: null,
  goneAt: null,
  leftAt: null,
  leftReason: null,
  supersededBy: null,
  roleSince: NOW,
  shown: false,
  exposed: false,
  requestedAt: null,
  requestText: '',
  invitedAt: null,
  invitedBy: '',
  muteAskedAt: null,
  lineLostAt: null,
  sessionId: null,
  ...patch,
});

/** An identity as it is added. */
export const identity = (
  id: string,
  accountId: string,
  patch: Partial<Omit<IdentityRecord, 'hashes'>> = {},
): Omit<IdentityRecord, 'hashes'> => ({
  id,
  accountId,
  network: 'mastodon',
  subject: `subject of ${id}`,
  handle: `@${id}@wren.example`,
  keys: [`ap:${id}@wren.example`],
  shown: true,
  host: 'wren.example',
  name: 'Name',
  picture: null,
  status: false,
  provedAt: NOW,
  at: NOW,
  ...patch,
});
