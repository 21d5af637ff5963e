import type { Kysely } from 'kysely';
import type { FollowedRecords } from '../spaces/followed/records.ts';
import type { Tables } from './tables.ts';

export function followedRecords(db: Kysely<Tables>): FollowedRecords {
  return {
    putFollowed: async (spaceId, { salt, hashes }) => {
      await db
        .insertInto('space_follows')
        .values({ space_id: spaceId, salt, hashes })
        .onConflict((same) => same.column('space_id').doUpdateSet({ salt, hashes }))
        .execute();
    },
    followed: (spaceId) =>
      db
        .selectFrom('space_follows')
        .select(['salt', 'hashes'])
        .where('space_id', '=', spaceId)
        .executeTakeFirst(),
    dropFollowed: async (spaceId) => {
      await db.deleteFrom('space_follows').where('space_id', '=', spaceId).execute();
    },
  };
}
