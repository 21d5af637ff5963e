import {
  CircleArrowDown,
  Crown,
  Flag,
  MicOff,
  Shield,
  ShieldOff,
  UserMinus,
  UserPlus,
  UserX,
  Volume2,
  VolumeX,
  type IconNode,
} from 'lucide';
import { isOnStage } from '#shared/policy/permissions.ts';
import { may, PERSON_ACTIONS, type PersonAction } from '#shared/policy/policy.ts';
import type { Role } from '#shared/schema/space.ts';
import type { WordKey } from '#shared/words/words.ts';

/** What stands in a person's menu: what a moderator does to them, and what everybody may. */
export type MenuAction = Exclude<PersonAction, 'approve' | 'dismiss'> | OwnAction;
type OwnAction = 'muteForMe' | 'unmuteForMe' | 'blockAndReport';

export const ACTION_ICONS: Record<MenuAction, IconNode> = {
  muteForMe: VolumeX,
  unmuteForMe: Volume2,
  invite: UserPlus,
  uninvite: UserMinus,
  mute: MicOff,
  cohost: Shield,
  uncohost: ShieldOff,
  host: Crown,
  demote: CircleArrowDown,
  remove: UserX,
  blockAndReport: Flag,
};
const ORDER = Object.keys(ACTION_ICONS) as MenuAction[];

/** Those that hurt when they were a slip, in red. */
export const GRAVE: ReadonlySet<MenuAction> = new Set(['remove', 'blockAndReport']);

interface Subject {
  role: Role;
  isMe: boolean;
  isInvited: boolean;
  /** The one who looks does not want to hear them. */
  isUnheard: boolean;
  /** Waits in the queue, where the row itself has the answer. */
  isAsking: boolean;
}

/** What somebody of this role can do to a person, in the order of the menu; the policy decides. */
export function actionsOn(mine: Role, { role, isMe, isInvited, isUnheard, isAsking }: Subject): MenuAction[] {
  if (isMe) return [];
  return ORDER.filter((action) => {
    if (action === 'blockAndReport') return may(mine, 'block', role) && may(mine, 'report', role);
    if (action === 'muteForMe') return isOnStage(role) && !isUnheard;
    if (action === 'unmuteForMe') return isUnheard;
    if (action === 'invite' && (isInvited || isAsking)) return false;
    if (action === 'uninvite' && !isInvited) return false;
    return may(mine, PERSON_ACTIONS[action], role);
  });
}

/** How an action is called where it is chosen. */
export function wordOf(action: MenuAction): WordKey {
  return isOwn(action) ? action : `do_${action}`;
}

function isOwn(action: MenuAction): action is OwnAction {
  return action === 'muteForMe' || action === 'unmuteForMe' || action === 'blockAndReport';
}
