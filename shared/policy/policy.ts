import type { Role } from '#shared/schema/space.ts';

/** Everything a person in a Space can do that somebody could be refused. */
export const ACTIONS = [
  'request',
  'answerInvitation',
  'show',
  'react',
  'leaveStage',
  'report',
  'block',
  'seeQueue',
  'approve',
  'dismiss',
  'invite',
  'uninvite',
  'mute',
  'muteAll',
  'demote',
  'remove',
  'makeCohost',
  'unmakeCohost',
  'handOver',
  'settings',
  'end',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Whom an action meets: the one who acts, the Space as a whole, or another person by role. */
export const TARGETS = ['self', 'space', 'host', 'cohost', 'speaker', 'listener'] as const;
export type Target = (typeof TARGETS)[number];

type Row = Partial<Record<Role, readonly Target[]>>;

const ANYBODY: readonly Target[] = ['host', 'cohost', 'speaker', 'listener'];
const everyRole = (targets: readonly Target[]): Row => ({
  host: targets,
  cohost: targets,
  speaker: targets,
  listener: targets,
});
/** Hosts and co-hosts alike. */
const moderators = (targets: readonly Target[]): Row => ({ host: targets, cohost: targets });

/** Role x action x target. What does not stand here is refused. */
const POLICY: Record<Action, Row> = {
  request: { listener: ['self'] },
  answerInvitation: { listener: ['self'] },
  show: { listener: ['self'] },
  react: everyRole(['self']),
  leaveStage: { cohost: ['self'], speaker: ['self'] },
  report: everyRole(['space', ...ANYBODY]),
  block: everyRole(ANYBODY),
  seeQueue: moderators(['space']),
  approve: moderators(['listener']),
  dismiss: moderators(['listener']),
  invite: moderators(['listener']),
  uninvite: moderators(['listener']),
  mute: { host: ['cohost', 'speaker'], cohost: ['speaker'] },
  muteAll: moderators(['space']),
  demote: { host: ['cohost', 'speaker'], cohost: ['speaker'] },
  remove: { host: ['cohost', 'speaker', 'listener'], cohost: ['speaker', 'listener'] },
  makeCohost: { host: ['speaker'] },
  unmakeCohost: { host: ['cohost'] },
  handOver: { host: ['cohost', 'speaker'] },
  settings: { host: ['space'] },
  end: { host: ['space'] },
};

/** Whether `role` may do `action` to `target`: the one answer for the server that decides and the UI that shows. */
export function may(role: Role, action: Action, target: Target): boolean {
  return POLICY[action][role]?.includes(target) ?? false;
}

/** What a moderator does to one person; the last part of `POST /v1/spaces/:id/people/:pid/:action`. */
export const PERSON_ACTIONS = {
  approve: 'approve',
  dismiss: 'dismiss',
  invite: 'invite',
  uninvite: 'uninvite',
  mute: 'mute',
  demote: 'demote',
  remove: 'remove',
  cohost: 'makeCohost',
  uncohost: 'unmakeCohost',
  host: 'handOver',
} as const satisfies Record<string, Action>;
export type PersonAction = keyof typeof PERSON_ACTIONS;
