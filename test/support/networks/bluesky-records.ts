import type { Atproto, AtprotoPerson } from './dev-env.ts';

const COLLECTION = 'app.bsky.actor.status';

/** A live status as it stands at a PDS. */
export interface StandingStatus {
  cid: string;
  value: {
    status: string;
    createdAt: string;
    durationMinutes: number;
    embed: { external: { uri: string; title: string; description: string } };
  };
}

const where = ({ did }: AtprotoPerson) => ({ repo: did, collection: COLLECTION, rkey: 'self' });

/** Null when the person has none. */
export async function statusOf(atproto: Atproto, person: AtprotoPerson): Promise<StandingStatus | null> {
  const params = { repo: person.did, collection: COLLECTION };
  const listed = await atproto.call(person, 'com.atproto.repo.listRecords', params);
  return (listed as { records: StandingStatus[] }).records[0] ?? null;
}

/** The person says elsewhere that they are live, as another app would. */
export async function setStatus(
  atproto: Atproto,
  person: AtprotoPerson,
  { uri, at = Date.now(), minutes = 30 }: { uri: string; at?: number; minutes?: number },
): Promise<void> {
  const record = {
    $type: COLLECTION,
    status: `${COLLECTION}#live`,
    createdAt: new Date(at).toISOString(),
    durationMinutes: minutes,
    embed: { $type: 'app.bsky.embed.external', external: { uri, title: 'Live', description: 'Now' } },
  };
  await atproto.call(person, 'com.atproto.repo.putRecord', {}, { ...where(person), record });
}

export async function clearStatus(atproto: Atproto, person: AtprotoPerson): Promise<void> {
  await atproto.call(person, 'com.atproto.repo.deleteRecord', {}, where(person));
}
