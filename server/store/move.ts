import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** See `AccountLifeRecords.moveAccount`. */
export async function moveAccount(db: Db, from: string, into: string): Promise<void> {
  await movePerson(db, from, into);
  await moveBlocks(db, from, into);
  await moveMutes(db, from, into);
  await moveBans(db, from, into);
  await moveHistory(db, from, into);
  await db.deleteFrom('accounts').where('id', '=', from).execute();
}

async function movePerson(db: Db, from: string, into: string): Promise<void> {
  const rows = await db.selectFrom('accounts').selectAll().where('id', 'in', [from, into]).execute();
  const [old, kept] = [from, into].map((id) => rows.find((row) => row.id === id));
  if (!old || !kept) throw new Error('An account that is to be joined to another is not there.');
  const until = Math.max(old.suspended_until ?? 0, kept.suspended_until ?? 0);
  const merged = {
    suspended_until: until > 0 ? until : null,
    // A guest's name is nobody's.
    ...(kept.guest === 1 && old.guest === 0 && { guest: 0, name: old.name }),
  };
  await db.updateTable('accounts').set(merged).where('id', '=', into).execute();
  await db.updateTable('sessions').set({ account_id: into }).where('account_id', '=', from).execute();
  await db.updateTable('identities').set({ account_id: into }).where('account_id', '=', from).execute();
}

/** Nobody blocks themself, nor anybody twice. */
async function moveBlocks(db: Db, from: string, into: string): Promise<void> {
  const mine = [from, into];
  await db.deleteFrom('blocks').where('blocker', 'in', mine).where('blocked', 'in', mine).execute();
  const blockedBy = (id: string) => db.selectFrom('blocks').select('blocked').where('blocker', '=', id);
  const blockersOf = (id: string) => db.selectFrom('blocks').select('blocker').where('blocked', '=', id);
  await db.deleteFrom('blocks').where('blocker', '=', from).where('blocked', 'in', blockedBy(into)).execute();
  await db
    .deleteFrom('blocks')
    .where('blocked', '=', from)
    .where('blocker', 'in', blockersOf(into))
    .execute();
  await db.updateTable('blocks').set({ blocker: into }).where('blocker', '=', from).execute();
  await db.updateTable('blocks').set({ blocked: into }).where('blocked', '=', from).execute();
  const keptBy = (id: string) => db.selectFrom('kept_blocks').select('hash').where('blocker', '=', id);
  await db.deleteFrom('kept_blocks').where('blocker', '=', from).where('hash', 'in', keptBy(into)).execute();
  await db.updateTable('kept_blocks').set({ blocker: into }).where('blocker', '=', from).execute();
}

async function moveMutes(db: Db, from: string, into: string): Promise<void> {
  const mine = [from, into];
  await db.deleteFrom('mutes').where('account_id', 'in', mine).where('muted', 'in', mine).execute();
  const mutedBy = (id: string) => db.selectFrom('mutes').select('muted').where('account_id', '=', id);
  const mutersOf = (id: string) => db.selectFrom('mutes').select('account_id').where('muted', '=', id);
  await db.deleteFrom('mutes').where('account_id', '=', from).where('muted', 'in', mutedBy(into)).execute();
  await db.deleteFrom('mutes').where('muted', '=', from).where('account_id', 'in', mutersOf(into)).execute();
  await db.updateTable('mutes').set({ account_id: into }).where('account_id', '=', from).execute();
  await db.updateTable('mutes').set({ muted: into }).where('muted', '=', from).execute();
}

async function moveBans(db: Db, from: string, into: string): Promise<void> {
  const already = db.selectFrom('space_bans').select('space_id').where('account_id', '=', into);
  await db.deleteFrom('space_bans').where('account_id', '=', from).where('space_id', 'in', already).execute();
  await db.updateTable('space_bans').set({ account_id: into }).where('account_id', '=', from).execute();
  await db.updateTable('space_bans').set({ banned_by: into }).where('banned_by', '=', from).execute();
}

async function moveHistory(db: Db, from: string, into: string): Promise<void> {
  await db.updateTable('participants').set({ account_id: into }).where('account_id', '=', from).execute();
  await db.updateTable('spaces').set({ host_id: into }).where('host_id', '=', from).execute();
  await db.updateTable('spaces').set({ first_host_id: into }).where('first_host_id', '=', from).execute();
  await db.updateTable('reports').set({ reporter: into }).where('reporter', '=', from).execute();
  await db.updateTable('reports').set({ target: into }).where('target', '=', from).execute();
  await db.updateTable('reports').set({ handled_by: into }).where('handled_by', '=', from).execute();
  await db.updateTable('reports').set({ host: into }).where('host', '=', from).execute();
  await db.updateTable('audit').set({ actor: into }).where('actor', '=', from).execute();
  await db.updateTable('audit').set({ target: into }).where('target', '=', from).execute();
  await db.updateTable('domains').set({ set_by: into }).where('set_by', '=', from).execute();
}
