import { GUEST_RIGHTS, type GuestRights } from '#shared/schema/account.ts';
import type { Role } from '#shared/schema/space.ts';
import type { Action } from './policy.ts';

/** What a guest can be refused beside the actions in a Space. */
export type GuestAction = Action | 'come' | 'open' | 'join' | 'muteForMe';

/** What the operator must let guests do for them to do that. `off` stands for what only ends something of their own. */
const NEEDED: Record<GuestAction, GuestRights> = {
  come: 'listen',
  join: 'listen',
  show: 'listen',
  react: 'listen',
  report: 'listen',
  block: 'listen',
  muteForMe: 'listen',
  request: 'speak',
  answerInvitation: 'speak',
  leaveStage: 'off',
  seeQueue: 'speak',
  approve: 'speak',
  dismiss: 'speak',
  invite: 'speak',
  uninvite: 'speak',
  mute: 'speak',
  muteAll: 'speak',
  demote: 'speak',
  remove: 'speak',
  open: 'host',
  makeCohost: 'host',
  unmakeCohost: 'host',
  handOver: 'host',
  settings: 'host',
  end: 'off',
};

const BEING: Record<Role, GuestRights> = {
  listener: 'listen',
  speaker: 'speak',
  cohost: 'speak',
  host: 'host',
};

/** Whether guests may do that where the operator gives them these rights; what they may in a Space their role says too. */
export function guestsMay(rights: GuestRights, action: GuestAction): boolean {
  return includes(rights, NEEDED[action]);
}

/** Whether guests may have that role. */
export function guestsMayBe(rights: GuestRights, role: Role): boolean {
  return includes(rights, BEING[role]);
}

function includes(rights: GuestRights, needed: GuestRights): boolean {
  return GUEST_RIGHTS.indexOf(rights) >= GUEST_RIGHTS.indexOf(needed);
}
