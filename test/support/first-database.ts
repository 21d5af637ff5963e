import { DatabaseSync } from 'node:sqlite';

/** A database as the first version left it, with one live Space and its host. */
export function writeFirstDatabase(file: string): void {
  const db = new DatabaseSync(file);
  for (const statement of [...SCHEMA, ...ROWS]) db.exec(statement);
  db.close();
}

const SCHEMA = [
  `CREATE TABLE kysely_migration (name varchar(255) NOT NULL PRIMARY KEY, timestamp varchar(255) NOT NULL)`,
  `CREATE TABLE kysely_migration_lock (id varchar(255) NOT NULL PRIMARY KEY, is_locked integer DEFAULT 0 NOT NULL)`,
  `CREATE TABLE accounts (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, guest INTEGER NOT NULL CHECK (guest IN (0, 1)),
    created_at BIGINT NOT NULL)`,
  `CREATE TABLE sessions (id TEXT PRIMARY KEY NOT NULL, account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    token_hash TEXT NOT NULL UNIQUE, created_at BIGINT NOT NULL, last_used_at BIGINT NOT NULL)`,
  `CREATE TABLE spaces (id TEXT PRIMARY KEY NOT NULL, host_id TEXT NOT NULL REFERENCES accounts (id), title TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('starting', 'live', 'ended')), epoch INTEGER NOT NULL, version INTEGER NOT NULL,
    created_at BIGINT NOT NULL, started_at BIGINT, empty_since BIGINT, ended_at BIGINT, end_reason TEXT)`,
  `CREATE UNIQUE INDEX spaces_open_by_host ON spaces (host_id) WHERE state <> 'ended'`,
  `CREATE TABLE participants (id TEXT PRIMARY KEY NOT NULL, space_id TEXT NOT NULL REFERENCES spaces (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL REFERENCES accounts (id), name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('host', 'cohost', 'speaker', 'listener')), joined_at BIGINT NOT NULL, lk_sid TEXT,
    lk_joined_at BIGINT, gone_at BIGINT, left_at BIGINT, left_reason TEXT, superseded_by TEXT REFERENCES participants (id))`,
  `CREATE TABLE webhook_inbox (event_id TEXT PRIMARY KEY NOT NULL, received_at BIGINT NOT NULL)`,
  `CREATE TABLE audit (id TEXT PRIMARY KEY NOT NULL, at BIGINT NOT NULL, space_id TEXT, actor TEXT NOT NULL,
    action TEXT NOT NULL)`,
];

const ROWS = [
  `INSERT INTO kysely_migration VALUES ('0001-spaces', '2026-11-01T00:00:00.000Z')`,
  `INSERT INTO kysely_migration_lock VALUES ('migration_lock', 0)`,
  `INSERT INTO accounts VALUES ('ana', 'Ana', 1, 1000)`,
  `INSERT INTO spaces VALUES ('s1', 'ana', 'Talk', 'live', 1, 3, 1000, 2000, NULL, NULL, NULL)`,
  `INSERT INTO participants VALUES ('p1', 's1', 'ana', 'Ana', 'host', 1500, 'PA_1', 1600, NULL, NULL, NULL, NULL)`,
  `INSERT INTO audit VALUES ('a1', 1000, 's1', 'ana', 'open')`,
];
