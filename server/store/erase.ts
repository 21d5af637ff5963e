import type { Kysely } from 'kysely';
import { ERASED } from '../identity/account-records.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** All ids that begin with `ERASED` are from this on and before that. */
const ERASED_END = `${ERASED.slice(0, -1)};`;

/** See `AccountLifeRecords.eraseAccount`. */
export async function eraseAccount(db: Db, id: string, as: string, now: number): Promise<void> {
  await db.insertInto('accounts').values({ id: as, name: '', guest: 1, created_at: now }).execute();
  await eraseJoins(db, id, as);
  await eraseEvidence(db, id, as);
  await eraseIdentities(db, id);
  await db.deleteFrom('space_bans').where('account_id', '=', id).execute();
  // Sessions, blocks and mutes go with it.
  await db.deleteFrom('accounts').where('id', '=', id).execute();
}

async function eraseJoins(db: Db, id: string, as: string): Promise<void> {
  const mine = db.selectFrom('participants').where('account_id', '=', id);
  await db
    .updateTable('participants')
    .set({ invited_by: '' })
    .where('space_id', 'in', mine.select('space_id'))
    .where('invited_by', 'in', mine.select('name'))
    .execute();
  const nobody = { account_id: as, name: '', request_text: '', session_id: null };
  await db.updateTable('participants').set(nobody).where('account_id', '=', id).execute();
  // Whom they follow, where another hosts for them.
  const begun = db.selectFrom('spaces').select('id').where('first_host_id', '=', id);
  await db.deleteFrom('space_follows').where('space_id', 'in', begun).execute();
  await db.updateTable('spaces').set({ host_id: as }).where('host_id', '=', id).execute();
  // Who stands in for the first host has the Space for good.
  await db
    .updateTable('spaces')
    .set((eb) => ({ first_host_id: eb.ref('host_id') }))
    .where('first_host_id', '=', id)
    .execute();
}

/** What others said and did stays, and tells no more than that it was somebody who is gone. */
async function eraseEvidence(db: Db, id: string, as: string): Promise<void> {
  const told = { reporter: as, reporter_name: '', reporter_handles: '[]' };
  await db.updateTable('reports').set(told).where('reporter', '=', id).execute();
  const meant = { target: as, target_name: '', target_handles: '[]' };
  await db.updateTable('reports').set(meant).where('target', '=', id).execute();
  const ofTheirs = db.updateTable('reports').set({ target_handles: '[]' }).where('target', 'is', null);
  await ofTheirs.where('host', '=', id).execute();
  await db.updateTable('reports').set({ host: as }).where('host', '=', id).execute();
  await db.updateTable('reports').set({ handled_by: as }).where('handled_by', '=', id).execute();
  await db.updateTable('audit').set({ actor: as }).where('actor', '=', id).execute();
  await db.updateTable('audit').set({ target: as }).where('target', '=', id).execute();
  await db.updateTable('space_bans').set({ banned_by: as }).where('banned_by', '=', id).execute();
  await db.updateTable('domains').set({ set_by: as }).where('set_by', '=', id).execute();
}

async function eraseIdentities(db: Db, id: string): Promise<void> {
  const mine = db.selectFrom('identities').select('subject').where('account_id', '=', id);
  await db.deleteFrom('secrets').where('owner', 'in', mine).execute();
  await db.deleteFrom('bluesky_statuses').where('did', 'in', mine).execute();
  await db.deleteFrom('identities').where('account_id', '=', id).execute();
}

/** See `AccountLifeRecords.dropErasedBefore`. */
export async function dropErasedBefore(db: Db, before: number): Promise<void> {
  const erased = db
    .selectFrom('accounts')
    .select('id')
    .where('id', '>=', ERASED)
    .where('id', '<', ERASED_END);
  const gone = (await erased.where('created_at', '<', before).execute()).map(({ id }) => id);
  if (gone.length === 0) return;
  await db.deleteFrom('spaces').where('host_id', 'in', gone).execute();
  await db.deleteFrom('participants').where('account_id', 'in', gone).execute();
  await db.deleteFrom('accounts').where('id', 'in', gone).execute();
}
