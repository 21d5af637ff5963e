import { FOR_EVER, type AuditEntry } from '#shared/schema/moderation.ts';
import { nameOf } from './ui/person.tsx';
import type { Say, Voice } from './words.ts';

type Key = Parameters<Say>[0];

/** The sentence for each deed that people are likely to meet; the others go by their own name. */
const SENTENCES: Record<string, Key> = {
  unsuspend: 'deed_unsuspend',
  'end:moderated': 'deed_endModerated',
  'end:host_ended': 'deed_endHost',
  undomain: 'deed_undomain',
  mute: 'deed_mute',
  remove: 'deed_remove',
  demote: 'deed_demote',
  succeed: 'deed_succeed',
  open: 'deed_open',
};

/** What was done, in a sentence. */
export function deedOf(entry: AuditEntry, voice: Voice): string {
  const { actorId, actor, target, action, detail, space } = entry;
  const { say, when } = voice;
  const until = detail?.until;
  return say(sentenceFor(entry), {
    actor: actorId === 'server' ? say('theServer') : nameOf(actor, voice),
    target: nameOf(target, voice),
    title: space?.title ?? '',
    host: detail?.host ?? '',
    until: until === undefined ? '' : when(until),
    action,
  });
}

function sentenceFor({ action, targetId, detail }: AuditEntry): Key {
  const known = SENTENCES[action];
  if (known) return known;
  if (action === 'suspend') return (detail?.until ?? 0) >= FOR_EVER ? 'deed_suspend_ever' : 'deed_suspend';
  if (action === 'domain') return detail?.rule === 'allow' ? 'deed_allow' : 'deed_block';
  if (action === 'putAway') return targetId === null ? 'deed_putAway_space' : 'deed_putAway';
  if (action === 'putBack') return targetId === null ? 'deed_putBack_space' : 'deed_putBack';
  return targetId === null ? 'deed_other' : 'deed_otherTo';
}
