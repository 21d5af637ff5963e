import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { Records, Store } from '../spaces/records.ts';
import { accountLifeRecords } from './account-life-records.ts';
import { accountRecords } from './account-records.ts';
import { followedRecords } from './followed-records.ts';
import { identityRecords } from './identity-records.ts';
import { migrate } from './migrations.ts';
import { moderationRecords } from './moderation-records.ts';
import { participantRecords } from './participant-records.ts';
import { safetyRecords } from './safety-records.ts';
import { signInRecords } from './sign-in-records.ts';
import { statusRecords } from './status-records.ts';
import { spaceRecords } from './space-records.ts';
import { NodeSqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

const FILE = 'perch.sqlite';

/** Opens the database in `dataDir` (made when absent) and brings its schema up to date. */
export async function openStore(dataDir: string): Promise<Store> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(join(dataDir, FILE)) });
  await migrate(db);
  return {
    ...recordsOf(db),
    transaction: (work) => db.transaction().execute((transaction) => work(recordsOf(transaction))),
    ping: async () => {
      await sql`SELECT 1 FROM spaces LIMIT 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}

function recordsOf(db: Kysely<Tables>): Records {
  return {
    ...accountRecords(db),
    ...accountLifeRecords(db),
    ...identityRecords(db),
    ...signInRecords(db),
    ...statusRecords(db),
    ...spaceRecords(db),
    ...participantRecords(db),
    ...safetyRecords(db),
    ...moderationRecords(db),
    ...followedRecords(db),
  };
}
