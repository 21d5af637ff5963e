import { createHash } from 'node:crypto';
import { KEY_HASH_LENGTH } from '#shared/schema/identity.ts';
import type { ParticipantRecord, Records } from '../records.ts';
import type { Followed } from './records.ts';

/** A statement takes no more than so many values. */
const ASKED_AT_ONCE = 1_000;

/** Of these people those whom the host follows, told by what they show of themselves; in the same order. */
export async function followedAmong(
  records: Records,
  spaceId: string,
  people: ParticipantRecord[],
): Promise<ParticipantRecord[]> {
  const followed = people.length > 0 ? await records.followed(spaceId) : undefined;
  if (!followed) return [];
  const isFollowed = matcherOf(followed);
  const known = new Set<string>();
  for (let at = 0; at < people.length; at += ASKED_AT_ONCE) {
    const some = people.slice(at, at + ASKED_AT_ONCE).map(({ accountId }) => accountId);
    for (const { accountId, keys } of await records.identitiesOf(some)) {
      if (keys.some(isFollowed)) known.add(accountId);
    }
  }
  return people.filter(({ accountId }) => known.has(accountId));
}

function matcherOf({ salt, hashes }: Followed): (key: string) => boolean {
  const all = new Set<string>();
  for (let at = 0; at < hashes.length; at += KEY_HASH_LENGTH) all.add(hashes.slice(at, at + KEY_HASH_LENGTH));
  return (key) => {
    const hash = createHash('sha256').update(salt).update(key).digest('base64url');
    return all.has(hash.slice(0, KEY_HASH_LENGTH));
  };
}
