/** The tables of '0006-sign-in'. Released migrations are never edited. */
export const SIGN_IN = [
  `ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT ''`,
  'ALTER TABLE sessions ADD COLUMN turned_at BIGINT NOT NULL DEFAULT 0',
  'UPDATE sessions SET turned_at = created_at',
  'ALTER TABLE sessions ADD COLUMN old_token_hash TEXT',
  'CREATE UNIQUE INDEX sessions_by_old_token ON sessions (old_token_hash) WHERE old_token_hash IS NOT NULL',
  'CREATE INDEX sessions_by_account ON sessions (account_id)',
  // By whom an account is found in what it leaves behind.
  'CREATE INDEX participants_by_account ON participants (account_id)',
  'CREATE INDEX participants_by_space ON participants (space_id)',
  'CREATE INDEX spaces_by_host ON spaces (host_id)',
  'CREATE INDEX spaces_by_first_host ON spaces (first_host_id)',
  'CREATE INDEX space_bans_by_account ON space_bans (account_id)',
  'CREATE INDEX blocks_by_blocked ON blocks (blocked)',
  'CREATE INDEX audit_by_actor ON audit (actor)',
  'ALTER TABLE accounts ADD COLUMN suspended_until BIGINT',
  `ALTER TABLE identities ADD COLUMN host TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE identities ADD COLUMN name TEXT NOT NULL DEFAULT ''`,
  'ALTER TABLE identities ADD COLUMN picture TEXT',
  'ALTER TABLE identities ADD COLUMN status INTEGER NOT NULL DEFAULT 0 CHECK (status IN (0, 1))',
  'ALTER TABLE identities ADD COLUMN proved_at BIGINT NOT NULL DEFAULT 0',
  'UPDATE identities SET proved_at = at',
  'CREATE INDEX identities_with_status ON identities (account_id) WHERE status = 1',
  `CREATE TABLE pictures (id TEXT PRIMARY KEY NOT NULL, webp TEXT NOT NULL, at BIGINT NOT NULL)`,
  `CREATE TABLE tickets (
    hash TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    sealed TEXT NOT NULL,
    expires_at BIGINT NOT NULL
  )`,
  'CREATE INDEX tickets_by_time ON tickets (expires_at)',
  `CREATE TABLE secrets (
    kind TEXT NOT NULL,
    owner TEXT NOT NULL,
    sealed TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (kind, owner)
  )`,
  'ALTER TABLE participants ADD COLUMN session_id TEXT',
  `CREATE INDEX participants_open_by_session ON participants (session_id) WHERE left_at IS NULL`,
  `ALTER TABLE spaces ADD COLUMN lang TEXT NOT NULL DEFAULT ''`,
  `CREATE TABLE space_follows (
    space_id TEXT PRIMARY KEY NOT NULL REFERENCES spaces (id) ON DELETE CASCADE,
    salt TEXT NOT NULL,
    hashes TEXT NOT NULL
  )`,
  `CREATE TABLE mutes (
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    muted TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    at BIGINT NOT NULL,
    PRIMARY KEY (account_id, muted)
  )`,
  'CREATE INDEX mutes_by_muted ON mutes (muted)',
  // Whom somebody blocked they do not hear either.
  'INSERT INTO mutes (account_id, muted, at) SELECT blocker, blocked, at FROM blocks',
  // Who was blocked or removed is so again under the next account of the same identity; `hash` tells nobody whose it is.
  `CREATE TABLE kept_blocks (
    hash TEXT NOT NULL,
    blocker TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    PRIMARY KEY (hash, blocker)
  )`,
  'CREATE INDEX kept_blocks_by_blocker ON kept_blocks (blocker)',
  `CREATE TABLE kept_bans (
    hash TEXT NOT NULL,
    space_id TEXT NOT NULL REFERENCES spaces (id) ON DELETE CASCADE,
    PRIMARY KEY (hash, space_id)
  )`,
  'CREATE INDEX kept_bans_by_space ON kept_bans (space_id)',
  `CREATE TABLE domains (
    host TEXT PRIMARY KEY NOT NULL,
    rule TEXT NOT NULL CHECK (rule IN ('block', 'allow')),
    set_by TEXT NOT NULL,
    at BIGINT NOT NULL
  )`,
  // Who was suspended stays out after deleting the account: the hash of network and subject alone.
  `CREATE TABLE shut_out (hash TEXT PRIMARY KEY NOT NULL, until BIGINT NOT NULL)`,
  `ALTER TABLE reports ADD COLUMN state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done'))`,
  'ALTER TABLE reports ADD COLUMN handled_by TEXT',
  'ALTER TABLE reports ADD COLUMN handled_at BIGINT',
  'CREATE INDEX reports_by_state ON reports (state, id)',
  `ALTER TABLE reports ADD COLUMN reporter_name TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE reports ADD COLUMN reporter_handles TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE reports ADD COLUMN target_handles TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE reports ADD COLUMN host TEXT NOT NULL DEFAULT ''`,
  'ALTER TABLE audit ADD COLUMN detail TEXT',
  'CREATE INDEX audit_by_target ON audit (target, id)',
  'CREATE INDEX audit_by_operators ON audit (id) WHERE detail IS NOT NULL',
  `CREATE TABLE bluesky_statuses (
    did TEXT PRIMARY KEY NOT NULL,
    space_id TEXT NOT NULL,
    cid TEXT NOT NULL,
    renew_at BIGINT NOT NULL
  )`,
];
