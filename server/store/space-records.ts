import type { Kysely } from 'kysely';
import type { Records } from '../spaces/records.ts';
import { fromSpace, fromSpacePatch, toSpace } from './rows.ts';
import type { Tables } from './tables.ts';

type SpacePart = Pick<
  Records,
  | 'addSpace'
  | 'space'
  | 'openSpaces'
  | 'openSpaceOf'
  | 'updateSpace'
  | 'takeEvent'
  | 'dropEventsBefore'
  | 'addAudit'
>;

export function spaceRecords(db: Kysely<Tables>): SpacePart {
  const open = () => db.selectFrom('spaces').selectAll().where('state', '<>', 'ended');
  return {
    addSpace: async (space) => {
      await db.insertInto('spaces').values(fromSpace(space)).execute();
    },
    space: async (id) => {
      const row = await db.selectFrom('spaces').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toSpace(row);
    },
    openSpaces: async () => (await open().orderBy('id').execute()).map(toSpace),
    openSpaceOf: async (hostId) => {
      const row = await open().where('host_id', '=', hostId).executeTakeFirst();
      return row && toSpace(row);
    },
    updateSpace: async (id, version, patch) => {
      const update = db.updateTable('spaces').set({ ...fromSpacePatch(patch), version: version + 1 });
      const result = await update.where('id', '=', id).where('version', '=', version).executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    takeEvent: async (id, at) => {
      const insert = db.insertInto('webhook_inbox').values({ event_id: id, received_at: at });
      const result = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
    dropEventsBefore: async (before) => {
      await db.deleteFrom('webhook_inbox').where('received_at', '<', before).execute();
    },
    addAudit: async ({ id, at, spaceId, actor, action, target, detail }) => {
      const told = detail && JSON.stringify(detail);
      const row = { id, at, space_id: spaceId, actor, action, target, detail: told };
      await db.insertInto('audit').values(row).execute();
    },
  };
}
