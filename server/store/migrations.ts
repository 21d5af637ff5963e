import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { SIGN_IN } from './sign-in-tables.ts';
import type { Tables } from './tables.ts';

/** Forward only. A migration that was released is never edited; the next one follows it. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-spaces': { up: createSpaces },
  '0002-stage': { up: addStage },
  '0003-safety': { up: addSafety },
  '0004-identities': { up: addIdentities },
  '0005-hosting': { up: indexHosts },
  '0006-sign-in': { up: addSignIn },
};

/** Brings the database to the newest schema. Throws what the failed migration threw. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

async function createSpaces(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...ACCOUNTS, ...SPACES, ...BOOKS]) await sql.raw(statement).execute(db);
}

async function addStage(db: Kysely<unknown>): Promise<void> {
  for (const statement of STAGE) await sql.raw(statement).execute(db);
}

async function addSafety(db: Kysely<unknown>): Promise<void> {
  for (const statement of SAFETY) await sql.raw(statement).execute(db);
}

async function addIdentities(db: Kysely<unknown>): Promise<void> {
  for (const statement of IDENTITIES) await sql.raw(statement).execute(db);
}

async function addSignIn(db: Kysely<unknown>): Promise<void> {
  for (const statement of SIGN_IN) await sql.raw(statement).execute(db);
}

async function indexHosts(db: Kysely<unknown>): Promise<void> {
  const index = `CREATE INDEX participants_hosting ON participants (space_id) WHERE role = 'host'`;
  await sql.raw(index).execute(db);
}

const STAGE = [
  `ALTER TABLE spaces ADD COLUMN first_host_id TEXT NOT NULL DEFAULT ''`,
  'UPDATE spaces SET first_host_id = host_id',
  'ALTER TABLE spaces ADD COLUMN host_lost_at BIGINT',
  `ALTER TABLE spaces ADD COLUMN speak_policy TEXT NOT NULL DEFAULT 'invited'
    CHECK (speak_policy IN ('everyone', 'followed', 'invited'))`,
  'ALTER TABLE spaces ADD COLUMN requests_locked INTEGER NOT NULL DEFAULT 0 CHECK (requests_locked IN (0, 1))',
  'ALTER TABLE spaces ADD COLUMN allow_anonymous INTEGER NOT NULL DEFAULT 1 CHECK (allow_anonymous IN (0, 1))',
  'ALTER TABLE spaces ADD COLUMN allow_guests INTEGER NOT NULL DEFAULT 1 CHECK (allow_guests IN (0, 1))',
  'ALTER TABLE participants ADD COLUMN role_since BIGINT NOT NULL DEFAULT 0',
  'UPDATE participants SET role_since = joined_at',
  'ALTER TABLE participants ADD COLUMN shown INTEGER NOT NULL DEFAULT 0 CHECK (shown IN (0, 1))',
  'ALTER TABLE participants ADD COLUMN exposed INTEGER NOT NULL DEFAULT 0 CHECK (exposed IN (0, 1))',
  `UPDATE participants SET exposed = 1 WHERE role <> 'listener'`,
  'ALTER TABLE participants ADD COLUMN requested_at BIGINT',
  `ALTER TABLE participants ADD COLUMN request_text TEXT NOT NULL DEFAULT ''`,
  'ALTER TABLE participants ADD COLUMN invited_at BIGINT',
  `ALTER TABLE participants ADD COLUMN invited_by TEXT NOT NULL DEFAULT ''`,
  'ALTER TABLE participants ADD COLUMN mute_asked_at BIGINT',
  'ALTER TABLE participants ADD COLUMN line_lost_at BIGINT',
  `CREATE INDEX participants_waiting ON participants (space_id, requested_at)
    WHERE left_at IS NULL AND requested_at IS NOT NULL`,
  `CREATE INDEX participants_invited ON participants (space_id, invited_at)
    WHERE left_at IS NULL AND invited_at IS NOT NULL`,
  `CREATE INDEX participants_shown ON participants (space_id, id)
    WHERE left_at IS NULL AND role = 'listener' AND shown = 1`,
  `CREATE TABLE space_bans (
    space_id TEXT NOT NULL REFERENCES spaces (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    banned_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (space_id, account_id)
  )`,
  'ALTER TABLE audit ADD COLUMN target TEXT',
];

const SAFETY = [
  `CREATE TABLE blocks (
    id TEXT PRIMARY KEY NOT NULL,
    blocker TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    blocked TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    at BIGINT NOT NULL,
    UNIQUE (blocker, blocked)
  )`,
  `CREATE TABLE reports (
    id TEXT PRIMARY KEY NOT NULL,
    at BIGINT NOT NULL,
    reporter TEXT NOT NULL,
    reporter_role TEXT,
    space_id TEXT NOT NULL,
    target TEXT,
    target_role TEXT,
    target_name TEXT NOT NULL,
    reason TEXT NOT NULL,
    text TEXT NOT NULL
  )`,
  'CREATE INDEX reports_by_reporter ON reports (reporter, at)',
];

const IDENTITIES = [
  `CREATE TABLE identities (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    network TEXT NOT NULL CHECK (network IN ('x', 'bluesky', 'mastodon')),
    subject TEXT NOT NULL,
    handle TEXT NOT NULL,
    keys TEXT NOT NULL,
    hashes TEXT NOT NULL,
    shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
    at BIGINT NOT NULL,
    UNIQUE (network, subject)
  )`,
  'CREATE INDEX identities_by_account ON identities (account_id)',
];

const ACCOUNTS = [
  `CREATE TABLE accounts (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    guest INTEGER NOT NULL CHECK (guest IN (0, 1)),
    created_at BIGINT NOT NULL
  )`,
  `CREATE TABLE sessions (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    token_hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL
  )`,
  'CREATE INDEX sessions_by_use ON sessions (last_used_at)',
];

const SPACES = [
  `CREATE TABLE spaces (
    id TEXT PRIMARY KEY NOT NULL,
    host_id TEXT NOT NULL REFERENCES accounts (id),
    title TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('starting', 'live', 'ended')),
    epoch INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    started_at BIGINT,
    empty_since BIGINT,
    ended_at BIGINT,
    end_reason TEXT
  )`,
  `CREATE UNIQUE INDEX spaces_open_by_host ON spaces (host_id) WHERE state <> 'ended'`,
  `CREATE TABLE participants (
    id TEXT PRIMARY KEY NOT NULL,
    space_id TEXT NOT NULL REFERENCES spaces (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('host', 'cohost', 'speaker', 'listener')),
    joined_at BIGINT NOT NULL,
    lk_sid TEXT,
    lk_joined_at BIGINT,
    gone_at BIGINT,
    left_at BIGINT,
    left_reason TEXT,
    superseded_by TEXT REFERENCES participants (id)
  )`,
  `CREATE UNIQUE INDEX participants_open ON participants (space_id, account_id) WHERE left_at IS NULL`,
  `CREATE UNIQUE INDEX participants_one_host ON participants (space_id)
    WHERE left_at IS NULL AND role = 'host'`,
  `CREATE INDEX participants_on_stage ON participants (space_id)
    WHERE left_at IS NULL AND role <> 'listener'`,
  `CREATE INDEX participants_open_by_account ON participants (account_id) WHERE left_at IS NULL`,
  'CREATE INDEX participants_by_successor ON participants (superseded_by) WHERE superseded_by IS NOT NULL',
];

const BOOKS = [
  `CREATE TABLE webhook_inbox (event_id TEXT PRIMARY KEY NOT NULL, received_at BIGINT NOT NULL)`,
  'CREATE INDEX webhook_inbox_by_time ON webhook_inbox (received_at)',
  `CREATE TABLE audit (
    id TEXT PRIMARY KEY NOT NULL,
    at BIGINT NOT NULL,
    space_id TEXT,
    actor TEXT NOT NULL,
    action TEXT NOT NULL
  )`,
  'CREATE INDEX audit_by_space ON audit (space_id, at)',
];
