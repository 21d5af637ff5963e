import type { Kysely } from 'kysely';
import type { StatusRecords } from '../identity/networks/bluesky/records.ts';
import type { Tables } from './tables.ts';

export function statusRecords(db: Kysely<Tables>): StatusRecords {
  return {
    statusHosts: async () => {
      const given = db.selectFrom('identities').where('status', '=', 1).where('shown', '=', 1);
      const theirs = given
        .where('network', '=', 'bluesky')
        .innerJoin('spaces', 'spaces.host_id', 'identities.account_id')
        .where('spaces.state', '=', 'live');
      const columns = ['subject as did', 'name', 'spaces.id as spaceId', 'title', 'spaces.lang'] as const;
      return theirs.select(columns).orderBy('subject').execute();
    },
    statuses: async () => {
      const rows = await db.selectFrom('bluesky_statuses').selectAll().orderBy('did').execute();
      return rows.map(({ did, space_id, cid, renew_at }) => ({
        did,
        spaceId: space_id,
        cid,
        renewAt: renew_at,
      }));
    },
    putStatus: async ({ did, spaceId, cid, renewAt }) => {
      const row = { space_id: spaceId, cid, renew_at: renewAt };
      await db
        .insertInto('bluesky_statuses')
        .values({ did, ...row })
        .onConflict((same) => same.column('did').doUpdateSet(row))
        .execute();
    },
    dropStatus: async (did) => {
      await db.deleteFrom('bluesky_statuses').where('did', '=', did).execute();
    },
    leavesWithoutStatus: async (kind, before) => {
      const inUse = db.selectFrom('identities').select('subject').where('status', '=', 1);
      const old = db.selectFrom('secrets').select('owner').where('kind', '=', kind).where('at', '<', before);
      const theirs = old.where('owner', 'not in', inUse.where('network', '=', 'bluesky'));
      return (await theirs.orderBy('owner').execute()).map(({ owner }) => owner);
    },
  };
}
